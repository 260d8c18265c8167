#include "read/xml.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "lexicon/table.h"
#include "read/charset.h"

namespace isnad {
namespace {

constexpr int max_depth = 512;
constexpr size_t max_entity = 12;

std::string_view view(const xmlChar* text) {
  return text ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view{};
}

// Bytes of "&name;" or "&#12;" at the start of text; 0 where it begins with a bare ampersand.
size_t reference_size(std::string_view text) {
  const size_t end = text.substr(0, max_entity).find(';');
  if (end == std::string_view::npos || end < 2) return 0;
  const bool letters = std::all_of(text.begin() + 1, text.begin() + static_cast<std::ptrdiff_t>(end), [](char c) {
    return c == '#' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  });
  return letters ? end + 1 : 0;
}

// Feeds use the entities of HTML ("&nbsp;"), which XML does not know, and hold bare ampersands and control bytes, which
// it forbids. What stands in CDATA is left as it is.
std::string fit_for_xml(std::string_view text) {
  static constexpr std::array<std::string_view, 5> of_xml = {"&lt;", "&gt;", "&amp;", "&quot;", "&apos;"};
  std::string out;
  out.reserve(text.size());
  bool raw = false;
  for (size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (static_cast<unsigned char>(c) < 32 && c != '\n' && c != '\r' && c != '\t') continue;
    if (c == '<' && text.substr(at).starts_with("<![CDATA[")) raw = true;
    if (c == ']' && text.substr(at).starts_with("]]>")) raw = false;
    if (c != '&' || raw) {
      out += c;
      continue;
    }
    const std::string_view reference = text.substr(at, reference_size(text.substr(at)));
    if (reference.empty()) {
      out += "&amp;";
      continue;
    }
    at += reference.size() - 1;
    const bool known = reference[1] == '#' || std::find(of_xml.begin(), of_xml.end(), reference) != of_xml.end();
    const std::string name(reference.substr(1, reference.size() - 2));
    const htmlEntityDesc* entity = known ? nullptr : htmlEntityLookup(reinterpret_cast<const xmlChar*>(name.c_str()));
    if (entity != nullptr) {
      append_utf8(out, entity->value);
    } else {
      out += reference;
    }
  }
  return out;
}

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool begins_line(std::string_view name) {
  return is_one_of(name, {"p",  "div", "br",      "li",     "ul",     "ol",         "tr",         "table", "h1",
                          "h2", "h3",  "h4",      "h5",     "h6",     "blockquote", "section",    "hr",    "pre",
                          "dd", "dt",  "article", "figure", "header", "footer",     "figcaption", "center"});
}

bool is_unseen(std::string_view name) {
  return is_one_of(name, {"script", "style", "head", "noscript", "textarea", "iframe", "template", "select"});
}

// Joins words by single blanks and blocks by line ends.
class LineWriter {
 public:
  void text(std::string_view words) {
    for (size_t at = 0; at < words.size();) {
      const CodePoint found = code_point_at(words, at);
      const bool blank = found.value <= 0x20 || found.value == 0xA0 || found.value == 0x3000;
      if (blank) {
        blank_ = true;
      } else {
        if (blank_ && !out_.empty() && out_.back() != '\n') out_ += ' ';
        blank_ = false;
        out_ += words.substr(at, found.size);
      }
      at += found.size;
    }
  }
  void end_line() {
    if (!out_.empty() && out_.back() != '\n') out_ += '\n';
    blank_ = false;
  }
  std::string take() {
    while (out_.ends_with('\n')) out_.pop_back();
    return std::move(out_);
  }

 private:
  std::string out_;
  bool blank_ = false;
};

void write_visible(const xmlNode* node, LineWriter& out, int depth) {
  if (depth > max_depth) return;
  for (; node != nullptr; node = node->next) {
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
      out.text(view(node->content));
    } else if (node->type == XML_ELEMENT_NODE) {
      const std::string_view name = element_name(node);
      if (is_unseen(name)) continue;
      const bool block = begins_line(name);
      if (block) out.end_line();
      if (name == "td" || name == "th") out.text(" ");
      write_visible(node->children, out, depth + 1);
      if (block) out.end_line();
    }
  }
}

void append_text(const xmlNode* node, std::string& out, int depth) {
  if (depth > max_depth) return;
  for (; node != nullptr; node = node->next) {
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
      out += view(node->content);
    } else if (node->type == XML_ELEMENT_NODE) {
      append_text(node->children, out, depth + 1);
    }
  }
}

}  // namespace

XmlTree parse_xml(std::string_view bytes) {
  const std::string decoded = decode(bytes, detect_charset(bytes)).text;
  const size_t start = decoded.find('<');
  if (start == std::string::npos) return nullptr;
  const std::string text = fit_for_xml(std::string_view(decoded).substr(start));
  XmlTree tree(xmlReadMemory(text.data(), static_cast<int>(text.size()), nullptr, "UTF-8",
                             XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING));
  return tree && xmlDocGetRootElement(tree.get()) ? std::move(tree) : nullptr;
}

XmlTree parse_html(std::string_view utf8) {
  XmlTree tree(htmlReadMemory(utf8.data(), static_cast<int>(utf8.size()), nullptr, "UTF-8",
                              HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING));
  return tree && xmlDocGetRootElement(tree.get()) ? std::move(tree) : nullptr;
}

std::string_view element_name(const xmlNode* node) {
  if (node == nullptr || node->type != XML_ELEMENT_NODE) return {};
  const std::string_view name = view(node->name);
  return name.substr(name.find(':') + 1);  // an undeclared prefix stays in the name
}

std::string_view prefix_of(const xmlNode* node) {
  if (node->ns != nullptr && node->ns->prefix != nullptr) return view(node->ns->prefix);
  const std::string_view name = view(node->name);
  const size_t colon = name.find(':');
  return colon == std::string_view::npos ? std::string_view{} : name.substr(0, colon);
}

std::string attribute(const xmlNode* node, const char* name) {
  for (const xmlAttr* found = node->properties; found != nullptr; found = found->next) {
    if (view(found->name) == name) return text_of(reinterpret_cast<const xmlNode*>(found));
  }
  return {};
}

std::string text_of(const xmlNode* node) {
  std::string out;
  append_text(node->children, out, 0);
  return out;
}

const xmlNode* child(const xmlNode* node, std::string_view name) {
  for (const xmlNode* found = node->children; found != nullptr; found = found->next) {
    if (element_name(found) == name) return found;
  }
  return nullptr;
}

std::string visible_text(const xmlNode* node) {
  LineWriter out;
  write_visible(node->children, out, 0);
  return out.take();
}

std::string fragment_text(std::string_view html) {
  if (html.find_first_of("<&") == std::string_view::npos) {  // no mark-up at all
    LineWriter out;
    for (const std::string_view line : split(html, '\n')) {
      out.text(line);
      out.end_line();
    }
    return out.take();
  }
  const XmlTree tree = parse_html(html);
  return tree ? visible_text(reinterpret_cast<const xmlNode*>(tree.get())) : std::string();
}

std::string fragment_line(std::string_view html) {
  std::string line = fragment_text(html);
  std::replace(line.begin(), line.end(), '\n', ' ');
  return line;
}

}  // namespace isnad
