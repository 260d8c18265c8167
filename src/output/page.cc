#include "output/page.h"

#include "base/error.h"
#include "output/json.h"

extern "C" {
extern const char isnad_page[];
extern const char isnad_page_end[];
}

namespace isnad {
namespace {

constexpr std::string_view placeholder = "/*ISNAD_DATA*/";

std::string_view page_template() { return {isnad_page, static_cast<size_t>(isnad_page_end - isnad_page)}; }

// "<" as \u003c, so that nothing in a report can end the script element that holds the data.
std::string escaped(const std::string& json) {
  std::string out;
  out.reserve(json.size() + json.size() / 64);
  for (const char c : json) {
    if (c == '<') {
      out += "\\u003c";
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace

bool has_page() { return !page_template().empty(); }

std::string report_page(const Collection& collection, Language language) {
  const std::string_view page = page_template();
  const size_t at = page.find(placeholder);
  if (at == std::string_view::npos) {
    throw Error(ErrorCode::not_found, "", "this program was built without the page; build it with ./dev build");
  }
  std::string out(page.substr(0, at));
  out += escaped(report_json(collection, {.with_text = true}));
  out += page.substr(at + placeholder.size());
  if (language == Language::english) {
    constexpr std::string_view arabic = "<html lang=\"ar\" dir=\"rtl\"";
    if (const size_t root = out.find(arabic); root != std::string::npos) {
      out.replace(root, arabic.size(), "<html lang=\"en\" dir=\"ltr\"");
    }
  }
  return out;
}

}  // namespace isnad
