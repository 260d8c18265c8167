// UTF-8: reading and writing single code points. Text inside the program is valid UTF-8 (read/ sees to it).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace isnad {

struct CodePoint {
  char32_t value = 0;
  uint32_t size = 0;  // bytes taken; 0 at the end of the text
};

// As code_point_at, for any bytes.
CodePoint long_code_point_at(std::string_view text, size_t at);

// The code point at byte `at`; an invalid byte gives U+FFFD of size 1, the end of the text size 0.
inline CodePoint code_point_at(std::string_view text, size_t at) {
  if (at + 1 < text.size()) {  // Arabic and Latin letters, in place
    const auto lead = static_cast<unsigned char>(text[at]), next = static_cast<unsigned char>(text[at + 1]);
    if (lead < 0x80) return {lead, 1};
    if (lead >= 0xC2 && lead < 0xE0 && (next & 0xC0) == 0x80) return {char32_t(lead & 0x1F) << 6 | (next & 0x3F), 2};
  }
  return long_code_point_at(text, at);
}

// The code point that ends just before byte `at`; size 0 at the start of the text.
CodePoint code_point_before(std::string_view text, size_t at);

void append_utf8(std::string& out, char32_t code_point);

// True where the bytes are valid UTF-8 without surrogates.
bool valid_utf8(std::string_view bytes);

}  // namespace isnad
