#include "read/telegram.h"

#include <fmt/format.h>

#include "lexicon/table.h"
#include "read/charset.h"
#include "read/xml.h"

namespace isnad {
namespace {

namespace dom = simdjson::dom;

constexpr int max_depth = 256;

std::string string_of(const dom::object& object, const char* name) {
  dom::element value;
  if (object.at_key(name).get(value)) return {};
  if (value.is_string()) return std::string(value.get_string().value_unsafe());
  return value.is_number() ? simdjson::minify(value) : std::string();
}

// Text is a string, or a list of strings and of objects with a text: links, bold words.
std::string words_of(const dom::object& message) {
  dom::element text;
  if (message.at_key("text").get(text)) return {};
  if (text.is_string()) return std::string(text.get_string().value_unsafe());
  std::string out;
  dom::array pieces;
  if (text.get_array().get(pieces)) return out;
  for (const dom::element piece : pieces) {
    dom::object marked;
    if (piece.is_string()) out += piece.get_string().value_unsafe();
    if (!piece.get_object().get(marked)) out += string_of(marked, "text");
  }
  return out;
}

void note_forward(Document& document, const std::string& from) {
  if (!from.empty()) document.notes.push_back({{}, "forwarded from: " + from});
}

void read_chat(const dom::object& chat, const dom::array& messages, const std::string& place,
               std::vector<Document>& documents) {
  const std::string name = string_of(chat, "name");
  for (const dom::element element : messages) {
    dom::object message;
    if (element.get_object().get(message)) continue;
    const std::string type = string_of(message, "type"), number = string_of(message, "id");
    if (type != "message") continue;
    Document document;
    document.path = fmt::format("{}: message {}", place, number);
    document.id = fmt::format("{}/{}", name, number);
    document.outlet = name.empty() ? string_of(message, "from") : name;
    document.published_given = string_of(message, "date");
    document.text = words_of(message);
    note_forward(document, string_of(message, "forwarded_from"));
    documents.push_back(std::move(document));
  }
}

bool has_class(const xmlNode* node, std::string_view wanted) {
  for (const std::string& classes = attribute(node, "class"); const std::string_view name : split(classes, ' ')) {
    if (name == wanted) return true;
  }
  return false;
}

// The first element below with this class; nothing inside the parts of a message that quote another one.
const xmlNode* below(const xmlNode* node, std::string_view wanted, int depth = 0) {
  if (depth > max_depth) return nullptr;
  for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
    if (child->type != XML_ELEMENT_NODE || has_class(child, "reply_to")) continue;
    if (has_class(child, wanted)) return child;
    if (const xmlNode* found = below(child, wanted, depth + 1)) return found;
  }
  return nullptr;
}

class TelegramPage {
 public:
  TelegramPage(const Part& part, ReportSink& sink) : part_(part), sink_(sink) {}

  void walk(const xmlNode* node, int depth) {
    if (depth > max_depth) return;
    for (; node != nullptr; node = node->next) {
      if (node->type != XML_ELEMENT_NODE) continue;
      if (has_class(node, "page_header") && channel_.empty()) {
        if (const xmlNode* title = below(node, "text")) channel_ = fragment_line(visible_text(title));
      }
      if (has_class(node, "message") && has_class(node, "default")) {
        message(node);
      } else {
        walk(node->children, depth + 1);
      }
    }
  }

 private:
  void message(const xmlNode* node) {
    const std::string id = attribute(node, "id");
    const std::string number = id.starts_with("message") ? id.substr(7) : id;
    Part part = part_;
    part.place = fmt::format("{}: message {}", part_.place, number);
    part.met = true;
    Document document;
    document.path = part.place;
    document.id = fmt::format("{}/{}", channel_, number);
    document.outlet = channel_;
    if (const xmlNode* date = below(node, "date")) document.published_given = telegram_time(attribute(date, "title"));
    if (const xmlNode* text = below(node, "text")) document.text = visible_text(text);
    if (const xmlNode* forwarded = below(node, "forwarded")) {
      const xmlNode* from = below(forwarded, "from_name");
      if (from) note_forward(document, std::string(trim(text_of_first(from))));
    }
    sink_.report(std::move(document), part);
  }

  // The name without the time that stands in a span behind it.
  static std::string text_of_first(const xmlNode* node) {
    for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
      if (child->type == XML_TEXT_NODE) return reinterpret_cast<const char*>(child->content);
    }
    return {};
  }

  const Part& part_;
  ReportSink& sink_;
  std::string channel_;
};

}  // namespace

bool read_telegram_json(const dom::object& object, const std::string& place, std::vector<Document>& documents) {
  dom::array messages, chats;
  if (!object.at_key("messages").get_array().get(messages)) {
    read_chat(object, messages, place, documents);
    return true;
  }
  dom::object list;
  if (object.at_key("chats").get_object().get(list) || list.at_key("list").get_array().get(chats)) return false;
  for (const dom::element element : chats) {
    dom::object chat;
    if (!element.get_object().get(chat) && !chat.at_key("messages").get_array().get(messages)) {
      read_chat(chat, messages, place, documents);
    }
  }
  return true;
}

bool looks_like_telegram(std::string_view page) {
  return page.find("class=\"page_wrap") != std::string_view::npos &&
         page.find("class=\"message default") != std::string_view::npos;
}

void read_telegram_page(std::string_view page, const Part& part, ReportSink& sink) {
  const XmlTree tree = parse_html(decode(page, detect_charset(page)).text);
  if (tree) TelegramPage(part, sink).walk(xmlDocGetRootElement(tree.get()), 0);
}

std::string telegram_time(std::string_view title) {
  if (title.size() < 19 || title[2] != '.' || title[5] != '.' || title[13] != ':') return {};
  std::string out =
      fmt::format("{}-{}-{}T{}", title.substr(6, 4), title.substr(3, 2), title.substr(0, 2), title.substr(11, 8));
  const size_t zone = title.find("UTC");
  if (zone != std::string_view::npos) out += title.substr(zone + 3);
  return out;
}

}  // namespace isnad
