#include "output/text_layout.h"

#include <unicode/uchar.h>

#include "base/utf8.h"

namespace isnad {
namespace {

size_t width_of(char32_t c) {
  const auto type = u_charType(static_cast<UChar32>(c));
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR || type == U_CONTROL_CHAR)
    return 0;
  const int wide = u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_EAST_ASIAN_WIDTH);
  return wide == U_EA_WIDE || wide == U_EA_FULLWIDTH ? 2 : 1;
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  size_t start = 0;
  for (size_t at = 0; at <= text.size();) {
    const CodePoint found = code_point_at(text, at);
    const bool blank = found.size == 0 || u_isUWhiteSpace(static_cast<UChar32>(found.value));
    if (blank && at > start) words.push_back(text.substr(start, at - start));
    at += found.size > 0 ? found.size : 1;
    if (blank) start = at;
  }
  return words;
}

}  // namespace

size_t display_width(std::string_view text) {
  size_t width = 0;
  for (size_t at = 0; at < text.size();) {
    const CodePoint found = code_point_at(text, at);
    width += width_of(found.value);
    at += found.size;
  }
  return width;
}

std::vector<std::string> wrap(std::string_view text, size_t width) {
  std::vector<std::string> lines;
  std::string line;
  size_t used = 0;
  for (const std::string_view word : words_of(text)) {
    const size_t needed = display_width(word);
    if (!line.empty() && used + 1 + needed > width) {
      lines.push_back(std::move(line));
      line.clear();
      used = 0;
    }
    if (!line.empty()) {
      line += ' ';
      ++used;
    }
    line += word;
    used += needed;
  }
  if (!line.empty()) lines.push_back(std::move(line));
  return lines;
}

std::string shorten(std::string_view text, size_t width) {
  const std::vector<std::string> lines = wrap(text, width);
  if (lines.empty()) return {};
  if (lines.size() == 1) return lines.front();
  const std::vector<std::string> cut = wrap(text, width - 2);
  return cut.front() + " …";
}

std::string isolate(std::string_view text) { return "\u2068" + std::string(text) + "\u2069"; }

std::string pad(std::string_view text, size_t width) {
  const size_t used = display_width(text);
  return std::string(text) + std::string(used < width ? width - used : 0, ' ');
}

bool runs_right_to_left(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const CodePoint found = code_point_at(text, at);
    const UCharDirection direction = u_charDirection(static_cast<UChar32>(found.value));
    if (direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC) return true;
    if (direction == U_LEFT_TO_RIGHT) return false;
    at += found.size;
  }
  return false;
}

}  // namespace isnad
