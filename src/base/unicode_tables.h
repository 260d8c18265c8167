// The tables that tools/make_unicode_tables.cc writes. Only base/fold.cc and base/characters.h read them.
#pragma once

#include <cstddef>
#include <cstdint>

namespace isnad::unicode {

inline constexpr unsigned page_bits = 7;
inline constexpr char32_t page_mask = (1u << page_bits) - 1;
inline constexpr char32_t code_points = 0x110000;

// Folding of a code point below 0x800, ready to append: bytes 0 to 2 are UTF-8, byte 3 their count; count 0xFF: see
// the pages.
extern const uint32_t short_folds[0x800];

// fold_pages[code point >> page_bits] names a page of fold_entries; an entry is 0 where the code point folds to
// itself, else the offset in fold_bytes of a count byte and so many bytes of UTF-8.
extern const uint16_t fold_pages[];
extern const uint16_t fold_entries[];
extern const char fold_bytes[];

extern const uint16_t class_pages[];
extern const uint8_t class_entries[];

}  // namespace isnad::unicode
