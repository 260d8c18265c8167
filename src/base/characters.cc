#include "base/characters.h"

#include "base/unicode_tables.h"

namespace isnad {

CharacterClass class_of(char32_t c) {
  if (c >= unicode::code_points) return CharacterClass::symbol;
  const size_t page = unicode::class_pages[c >> unicode::page_bits];
  return static_cast<CharacterClass>(unicode::class_entries[page << unicode::page_bits | (c & unicode::page_mask)]);
}

}  // namespace isnad
