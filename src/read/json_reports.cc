#include "read/json_reports.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <array>

#include "base/error.h"

namespace isnad {
namespace {

namespace dom = simdjson::dom;

// Names under which a field is found, the first one present wins: isnad's own, then those that news-please
// (maintext, date_publish, source_domain) and trafilatura (raw_text, date, sitename, hostname, fingerprint) write.
constexpr std::array id_names = {"id", "fingerprint"};
constexpr std::array outlet_names = {"outlet", "sitename", "source_domain", "hostname"};
constexpr std::array published_names = {"published", "date_publish", "date"};
constexpr std::array url_names = {"url", "source"};
constexpr std::array title_names = {"title"};
constexpr std::array text_names = {"text", "maintext", "raw_text"};

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
    document.id = field(object, id_names);
    document.outlet = field(object, outlet_names);
    document.published_given = field(object, published_names);
    document.url = field(object, url_names);
    document.title = field(object, title_names);
    document.text = field(object, text_names);
    documents.push_back(std::move(document));
  };
  dom::array array;
  if (root.get_array().get(array)) {
    add(root);
  } else {
    for (const dom::element element : array) add(element);
  }
  return documents;
}

}  // namespace isnad
