#include "read/html_page.h"

#include <algorithm>
#include <array>

#include "lexicon/table.h"
#include "read/charset.h"
#include "read/html_tokens.h"

namespace isnad {
namespace {

constexpr size_t head_bytes = 1024;

// Puts the text of tokens behind one another, a line for each block, and remembers where each piece comes from.
class TextWriter {
 public:
  TextWriter(std::string_view page, PageResult& result) : page_(page), result_(result) {}

  void end_line() {
    if (!result_.text.empty() && result_.text.back() != '\n') result_.text += '\n';
  }

  void add(const Span& span) {
    const std::string_view text = slice(page_, span);
    if (trim(text).empty()) return;
    const auto start = static_cast<uint32_t>(result_.text.size());
    result_.text += text;
    std::replace(result_.text.begin() + start, result_.text.end(), '\n', ' ');
    result_.alignment.push_back({{start, static_cast<uint32_t>(result_.text.size())}, span});
  }

 private:
  std::string_view page_;
  PageResult& result_;
};

void split_into_lines(PageResult& result) {
  uint32_t start = 0;
  for (const std::string_view line : split(result.text, '\n')) {
    const auto end = static_cast<uint32_t>(start + line.size());
    if (!trim(line).empty()) result.lines.push_back({{start, end}, LineKind::body});
    start = end + 1;
  }
}

}  // namespace

std::string_view name_of(DateEvidence evidence) {
  static constexpr std::array<std::string_view, 6> names = {"none", "json-ld", "meta", "time", "visible", "url"};
  return names[static_cast<size_t>(evidence)];
}

PageResult read_page(std::string_view bytes, const PageHints& hints, const PageLexicon&, SiteTemplates*) {
  PageResult result;
  result.url = hints.url;
  const Charset charset = detect_charset(bytes);
  result.charset = name_of(charset);
  const Decoded page = decode(bytes, charset);
  TextWriter writer(page.text, result);
  for (const HtmlToken& token : html_tokens(page.text)) {
    const std::string_view name = slice(page.text, token.name);
    if (token.kind == TokenKind::text) writer.add(token.span);
    if (token.kind == TokenKind::raw_text && equal_ignoring_case(name, "title")) {
      result.title = trim(slice(page.text, token.span));
    }
    for (const std::string_view block : {"p", "div", "br", "h1", "h2", "h3", "li", "td", "figcaption"}) {
      if (equal_ignoring_case(name, block)) writer.end_line();
    }
  }
  if (!page.alignment.empty()) {
    for (AlignedPiece& piece : result.alignment) piece.source = source_span(page.alignment, piece.source);
  }
  split_into_lines(result);
  return result;
}

Document page_document(PageResult&& page, std::string&& bytes) {
  Document document;
  document.id = page.url;
  document.url = std::move(page.url);
  document.outlet = std::move(page.outlet);
  document.title = std::move(page.title);
  document.published_given = std::move(page.published);
  document.source = std::move(bytes);
  document.text = std::move(page.text);
  document.alignment = std::move(page.alignment);
  document.lines = std::move(page.lines);
  document.notes = std::move(page.notes);
  return document;
}

bool looks_like_html(std::string_view bytes) {
  const std::string head = decode(bytes.substr(0, head_bytes), detect_charset(bytes.substr(0, head_bytes))).text;
  std::string_view rest = trim(head);
  if (!rest.starts_with('<')) return false;
  for (const HtmlToken& token : html_tokens(rest)) {
    const std::string_view name = slice(rest, token.name);
    for (const std::string_view known :
         {"html", "head", "body", "meta", "title", "div", "table", "p", "script", "link"}) {
      if (equal_ignoring_case(name, known)) return true;
    }
  }
  return rest.size() > 9 && equal_ignoring_case(rest.substr(0, 9), "<!doctype");
}

}  // namespace isnad
