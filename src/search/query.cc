#include "search/query.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/calendar.h"
#include "base/fold.h"
#include "base/utf8.h"

namespace isnad {
namespace {

bool is_blank(char32_t c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0xA0 || c == 0x3000; }

char32_t closing_of(char32_t c) {
  switch (c) {
    case '"': return '"';
    case 0xAB: return 0xBB;      // « »
    case 0x201C: return 0x201D;  // “ ”
    case 0x201E: return 0x201C;  // „ “
    default: return 0;
  }
}

class Parser {
 public:
  Parser(std::string_view text, const SearchLexicon& lexicon) : text_(text), lexicon_(lexicon) {}

  SearchQuery parse() {
    while (skip_blanks(), at_ < text_.size() && query_.terms.size() + query_.filters.size() < max_query_terms) item();
    return std::move(query_);
  }

 private:
  CodePoint here() const { return code_point_at(text_, at_); }

  void skip_blanks() {
    while (at_ < text_.size() && is_blank(here().value)) at_ += here().size;
  }

  // What stands between quotation marks from here on.
  std::string quoted() {
    const char32_t closing = closing_of(here().value);
    at_ += here().size;
    const size_t start = at_;
    while (at_ < text_.size() && here().value != closing) at_ += here().size;
    std::string words(text_.substr(start, at_ - start));
    if (at_ < text_.size()) at_ += here().size;
    return words;
  }

  void item() {
    const bool excluded = here().value == '-';
    if (excluded) ++at_;
    if (at_ >= text_.size()) return;
    if (closing_of(here().value) != 0) return add(quoted(), true, excluded);
    const size_t start = at_;
    while (at_ < text_.size() && !is_blank(here().value)) {
      if (here().value == ':') {
        const auto filter = lexicon_.filters.find(folded(text_.substr(start, at_ - start)));
        if (filter != lexicon_.filters.end()) return add_filter(filter->second, excluded);
      } else if (closing_of(here().value) != 0) {
        break;
      }
      at_ += here().size;
    }
    add(std::string(text_.substr(start, at_ - start)), false, excluded);
  }

  void add(std::string words, bool exact, bool excluded) {
    if (!words.empty()) query_.terms.push_back({std::move(words), exact, excluded});
  }

  void add_filter(SearchFilter filter, bool excluded) {
    ++at_;  // the colon
    std::string value;
    if (at_ < text_.size() && closing_of(here().value) != 0) {
      value = quoted();
    } else {
      const size_t start = at_;
      while (at_ < text_.size() && !is_blank(here().value)) at_ += here().size;
      value = text_.substr(start, at_ - start);
    }
    if (!value.empty()) query_.filters.push_back({filter, std::move(value), excluded});
  }

  std::string_view text_;
  const SearchLexicon& lexicon_;
  SearchQuery query_;
  size_t at_ = 0;
};

std::optional<double> number_of(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace

std::string clean_query(std::string_view typed) {
  std::string clean;
  for (size_t at = 0; at < typed.size();) {
    const CodePoint found = code_point_at(typed, at);
    if (clean.size() + found.size > max_query_bytes) break;
    append_utf8(clean, found.value == 0 ? U' ' : found.value);
    at += found.size;
  }
  return clean;
}

SearchQuery parse_query(std::string_view text, const SearchLexicon& lexicon) { return Parser(text, lexicon).parse(); }

std::optional<FigureRange> parse_range(std::string_view text) {
  std::string plain = folded(text);
  std::erase(plain, ',');
  const size_t dots = plain.find("..");
  FigureRange range;
  if (dots == std::string::npos) {
    range.min = range.max = number_of(plain);
    return range.min ? std::optional(range) : std::nullopt;
  }
  const std::string low = plain.substr(0, dots), high = plain.substr(dots + 2);
  range.min = number_of(low);
  range.max = number_of(high);
  if ((!low.empty() && !range.min) || (!high.empty() && !range.max) || (low.empty() && high.empty()))
    return std::nullopt;
  return range;
}

std::string parse_day(std::string_view text, bool last) {
  const std::string plain = folded(text);
  int parts[3] = {0, 0, 0};
  size_t count = 0;
  for (size_t at = 0; at < plain.size() && count < 3; ++count) {
    const size_t end = std::min(plain.find('-', at), plain.size());
    const auto [stop, error] = std::from_chars(plain.data() + at, plain.data() + end, parts[count]);
    if (error != std::errc() || stop != plain.data() + end) return {};
    at = end + 1;
    if (count == 2 && end != plain.size()) return {};
  }
  const auto [year, month, day] = parts;
  if (count == 0 || year < 1000 || year > 9999) return {};
  if (count > 1 && (month < 1 || month > 12)) return {};
  if (count > 2 && (day < 1 || day > days_in_month(year, month))) return {};
  const int to_month = count > 1 ? month : last ? 12 : 1;
  const int to_day = count > 2 ? day : last ? days_in_month(year, to_month) : 1;
  return fmt::format("{:04}-{:02}-{:02}", year, to_month, to_day);
}

}  // namespace isnad
