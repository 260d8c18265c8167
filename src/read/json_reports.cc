#include "read/json_reports.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <array>

#include "base/error.h"
#include "read/report_fields.h"
#include "read/telegram.h"

namespace isnad {
namespace {

namespace dom = simdjson::dom;

template <size_t count>
std::string field(const dom::object& object, const std::array<const char*, count>& names) {
  for (const char* name : names) {
    dom::element value;
    if (object.at_key(name).get(value)) continue;
    if (value.is_string()) {
      const std::string_view text = value.get_string().value_unsafe();
      if (!text.empty()) return std::string(text);
    } else if (value.is_number()) {
      return simdjson::minify(value);
    }
  }
  return {};
}

// A report of Media Cloud's export: it has a headline and an address, and no text at all.
bool lacks_text(const dom::object& object) {
  for (const char* name : report_fields::text_names) {
    dom::element ignored;
    if (!object.at_key(name).get(ignored)) return false;
  }
  return true;
}

// Members under which crawlers' exports put their list of reports: Media Cloud (stories, matches, results), JSON Feed
// (items).
constexpr std::array list_names = {"stories", "matches", "results", "items", "articles", "documents"};

// The list that the value is or holds; nothing for a single report.
bool list_of(const dom::element& root, dom::array& list) {
  if (!root.get_array().get(list)) return true;
  dom::object object;
  if (root.get_object().get(object)) return false;
  if (!lacks_text(object)) return false;
  for (const char* name : list_names) {
    if (!object.at_key(name).get_array().get(list)) return true;
  }
  return false;
}

}  // namespace

struct JsonReports::Parser {
  dom::parser parser;
};

JsonReports::JsonReports() : parser_(std::make_unique<Parser>()) {}
JsonReports::~JsonReports() = default;
JsonReports::JsonReports(JsonReports&&) noexcept = default;

std::vector<Document> JsonReports::parse(std::string_view json, const std::string& place) {
  dom::element root;
  if (const auto error = parser_->parser.parse(json.data(), json.size(), true).get(root)) {
    throw Error(ErrorCode::bad_format, place, fmt::format("not valid JSON ({})", simdjson::error_message(error)));
  }
  std::vector<Document> documents;
  const auto add = [&](const dom::element& element) {
    dom::object object;
    if (element.get_object().get(object)) throw Error(ErrorCode::bad_format, place, "a report must be a JSON object");
    Document document;
    document.path = place;
    using namespace report_fields;
    document.id = field(object, id_names);
    document.outlet = field(object, outlet_names);
    document.published_given = field(object, published_names);
    document.url = field(object, url_names);
    document.title = field(object, title_names);
    document.text = field(object, text_names);
    if (document.text.empty() && lacks_text(object)) {
      document.text = document.title;
      if (!document.text.empty()) document.notes.push_back({{}, "only the headline was given"});
    }
    documents.push_back(std::move(document));
  };
  dom::object object;
  if (!root.get_object().get(object) && lacks_text(object) && read_telegram_json(object, place, documents)) {
    return documents;
  }
  dom::array list;
  if (list_of(root, list)) {
    for (const dom::element element : list) add(element);
  } else {
    add(root);
  }
  return documents;
}

}  // namespace isnad
