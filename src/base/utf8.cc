#include "base/utf8.h"

namespace isnad {
namespace {

constexpr CodePoint invalid{0xFFFD, 1};

bool continuation(std::string_view text, size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
}

char32_t low_bits(std::string_view text, size_t at) { return static_cast<unsigned char>(text[at]) & 0x3F; }

}  // namespace

CodePoint long_code_point_at(std::string_view text, size_t at) {
  if (at >= text.size()) return {};
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead < 0x80) return {lead, 1};
  if (lead < 0xC2) return invalid;
  if (lead < 0xE0) {
    if (!continuation(text, at + 1)) return invalid;
    return {char32_t(lead & 0x1F) << 6 | low_bits(text, at + 1), 2};
  }
  if (!continuation(text, at + 1) || !continuation(text, at + 2)) return invalid;
  if (lead < 0xF0) {
    const char32_t value = char32_t(lead & 0x0F) << 12 | low_bits(text, at + 1) << 6 | low_bits(text, at + 2);
    if (value < 0x800 || (value >= 0xD800 && value < 0xE000)) return invalid;
    return {value, 3};
  }
  if (lead > 0xF4 || !continuation(text, at + 3)) return invalid;
  const char32_t value =
      char32_t(lead & 0x07) << 18 | low_bits(text, at + 1) << 12 | low_bits(text, at + 2) << 6 | low_bits(text, at + 3);
  if (value < 0x10000 || value > 0x10FFFF) return invalid;
  return {value, 4};
}

CodePoint code_point_before(std::string_view text, size_t at) {
  if (at == 0) return {};
  size_t start = at - 1;
  while (start > 0 && at - start < 4 && (static_cast<unsigned char>(text[start]) & 0xC0) == 0x80) --start;
  const CodePoint found = code_point_at(text, start);
  return start + found.size == at ? found : invalid;
}

void append_utf8(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | c >> 6);
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | c >> 12);
    out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | c >> 18);
    out += static_cast<char>(0x80 | (c >> 12 & 0x3F));
    out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  }
}

bool valid_utf8(std::string_view bytes) {
  for (size_t at = 0; at < bytes.size();) {
    const CodePoint found = code_point_at(bytes, at);
    if (found.value == 0xFFFD && found.size == 1) return false;
    at += found.size;
  }
  return true;
}

}  // namespace isnad
