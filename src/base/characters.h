// Classes of characters, as far as cutting text into words needs them. From Unicode's properties, in a table that the
// build makes (tools/make_unicode_tables.cc).
#pragma once

#include <cstdint>

namespace isnad {

// arabic: letters, marks and tatweel of the Arabic blocks; letter: of any other script; mark: combining marks of any
// other script; format: invisible characters; punctuation and symbol: all else that is visible, and unassigned.
enum class CharacterClass : uint8_t { symbol, punctuation, space, format, digit, arabic, letter, mark };

CharacterClass class_of(char32_t code_point);

}  // namespace isnad
