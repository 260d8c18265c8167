// Folding and character classes by Unicode's properties, from ICU: what the generated tables are made of, and what
// the tests hold them against. Too slow to run on reports.
#pragma once

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <string>

#include "base/characters.h"

namespace isnad {

// Letters that fold to another without being composed of it.
inline char32_t fold_letter_slowly(char32_t c) {
  switch (c) {
    case 0x0671:
    case 0x0672:
    case 0x0673: return U'ا';
    case 0x0649:
    case 0x06CC:
    case 0x06D2: return U'ي';
    case 0x0629:
    case 0x06C1:
    case 0x06D5:
    case 0x06BE: return U'ه';
    case 0x06A9:
    case 0x06AA: return U'ك';
    default: return c;
  }
}

inline bool dropped_slowly(char32_t c) {
  if (c == 0x0640) return true;
  const auto type = u_charType(static_cast<UChar32>(c));
  return type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR;
}

// One pass: decomposed (but for Hangul syllables), without marks, digits in ASCII, lower case.
inline std::u32string fold_once_slowly(char32_t c) {
  std::u32string out;
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkd = icu::Normalizer2::getNFKDInstance(status);
  const bool hangul = c >= 0xAC00 && c <= 0xD7A3;
  icu::UnicodeString parts(static_cast<UChar32>(c));
  if (U_SUCCESS(status) && !hangul) parts = nfkd->normalize(parts, status);
  for (int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
    auto part = static_cast<char32_t>(parts.char32At(i));
    if (dropped_slowly(part)) continue;
    const int32_t digit = u_charDigitValue(static_cast<UChar32>(part));
    if (digit >= 0) part = U'0' + static_cast<char32_t>(digit);
    out += fold_letter_slowly(static_cast<char32_t>(u_tolower(static_cast<UChar32>(part))));
  }
  return out;
}

// Passes until nothing changes: a lower-case letter may decompose again.
inline std::u32string fold_slowly(char32_t c) {
  if ((c >= 0xD800 && c < 0xE000) || c > 0x10FFFF) return std::u32string(1, 0xFFFD);
  std::u32string now(1, c);
  while (true) {
    std::u32string next;
    for (const char32_t part : now) next += fold_once_slowly(part);
    if (next == now) return now;
    now = std::move(next);
  }
}

inline CharacterClass class_slowly(char32_t code_point) {
  const auto c = static_cast<UChar32>(code_point);
  const auto type = u_charType(c);
  const bool arabic_block = (c >= 0x0610 && c < 0x0700) || (c >= 0x0750 && c < 0x0780) || (c >= 0x08A0 && c < 0x0900) ||
                            (c >= 0xFB50 && c < 0xFDFB) || (c >= 0xFE70 && c < 0xFEFD);
  if (u_isUWhiteSpace(c)) return CharacterClass::space;
  if (type == U_FORMAT_CHAR) return CharacterClass::format;
  if (u_charDigitValue(c) >= 0) return CharacterClass::digit;
  if (arabic_block && (u_isalpha(c) || type == U_NON_SPACING_MARK)) return CharacterClass::arabic;
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_COMBINING_SPACING_MARK) {
    return CharacterClass::mark;
  }
  if (u_isalpha(c)) return CharacterClass::letter;
  return u_ispunct(c) ? CharacterClass::punctuation : CharacterClass::symbol;
}

}  // namespace isnad
