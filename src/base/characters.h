// Classes of characters, as far as cutting text into words needs them. From Unicode's properties, in a table that the
// build makes (tools/make_unicode_tables.cc).
#pragma once

#include <cstdint>

#include "base/unicode_tables.h"

namespace isnad {

// arabic: letters, marks and tatweel of the Arabic blocks; letter: of any other script; mark: combining marks of any
// other script; format: invisible characters; punctuation and symbol: all else that is visible, and unassigned.
enum class CharacterClass : uint8_t { symbol, punctuation, space, format, digit, arabic, letter, mark };

inline CharacterClass class_of(char32_t c) {
  if (c >= unicode::code_points) return CharacterClass::symbol;
  const size_t page = unicode::class_pages[c >> unicode::page_bits];
  return static_cast<CharacterClass>(unicode::class_entries[page << unicode::page_bits | (c & unicode::page_mask)]);
}

}  // namespace isnad
