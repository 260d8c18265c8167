#include "read/html_entities.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace isnad {
namespace {

constexpr size_t longest_name = 10;
constexpr size_t most_digits = 8;

// Bytes 128 to 159 of windows-1252.
constexpr std::array<char32_t, 32> windows_1252 = {0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021,
                                                   0x2C6,  0x2030, 0x160,  0x2039, 0x152,  0x8D,   0x17D,  0x8F,
                                                   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                   0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0x9D,   0x17E,  0x178};

// Entities that pages write without a semicolon.
constexpr std::array<std::string_view, 8> bare_names = {"nbsp", "amp", "lt", "gt", "quot", "laquo", "raquo", "copy"};

bool is_alphanumeric(char c) { return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z'); }

int digit_of(char c, bool hexadecimal) {
  if (c >= '0' && c <= '9') return c - '0';
  if (hexadecimal && (c | 32) >= 'a' && (c | 32) <= 'f') return (c | 32) - 'a' + 10;
  return -1;
}

HtmlEntity numeric(std::string_view text) {
  const bool hexadecimal = text.size() > 2 && (text[2] | 32) == 'x';
  const size_t start = hexadecimal ? 3 : 2;
  size_t at = start;
  uint64_t value = 0;
  for (; at < text.size() && at < start + most_digits && digit_of(text[at], hexadecimal) >= 0; ++at) {
    value = value * (hexadecimal ? 16 : 10) + static_cast<uint64_t>(digit_of(text[at], hexadecimal));
  }
  if (at == start) return {};
  if (at < text.size() && text[at] == ';') ++at;
  if (value >= 128 && value < 160) value = windows_1252[value - 128];
  const bool valid = value > 0 && value < 0x110000 && !(value >= 0xD800 && value < 0xE000);
  return {valid ? static_cast<char32_t>(value) : U'\uFFFD', static_cast<uint32_t>(at)};
}

}  // namespace

HtmlEntity html_entity_at(std::string_view all, size_t place) {
  const std::string_view text = all.substr(place);
  if (text.size() < 3 || text[0] != '&') return {};
  if (text[1] == '#') return numeric(text);
  size_t end = 1;
  while (end < text.size() && end <= longest_name && is_alphanumeric(text[end])) ++end;
  if (end < 3) return {};
  const std::string name(text.substr(1, end - 1));
  const bool closed = end < text.size() && text[end] == ';';
  if (!closed && std::find(bare_names.begin(), bare_names.end(), name) == bare_names.end()) return {};
  const auto size = static_cast<uint32_t>(end + (closed ? 1 : 0));
  if (name == "apos") return {U'\'', size};
  const htmlEntityDesc* known = htmlEntityLookup(reinterpret_cast<const xmlChar*>(name.c_str()));
  return known ? HtmlEntity{static_cast<char32_t>(known->value), size} : HtmlEntity{};
}

std::string decode_entities(std::string_view text) {
  std::string out;
  size_t from = 0;
  for (size_t at = text.find('&'); at != std::string_view::npos; at = text.find('&', at)) {
    const HtmlEntity entity = html_entity_at(text, at);
    if (entity.size == 0) {
      ++at;
      continue;
    }
    out += text.substr(from, at - from);
    append_utf8(out, entity.value);
    at += entity.size;
    from = at;
  }
  return out += text.substr(from);
}

}  // namespace isnad
