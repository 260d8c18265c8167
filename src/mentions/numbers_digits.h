// Numbers written in digits: separators of thousands and decimals, groups divided by blanks, signs, fractions, powers.
#pragma once

#include <optional>
#include <string_view>

#include "document/document.h"
#include "lexicon/numbers.h"

namespace isnad {

struct Numeral {
  double value = 0;
  uint32_t end = 0;       // index of the first word behind it
  uint32_t first = 0;     // index of its first word: a sign or a decimal point may stand before the digits
  bool fraction = false;  // "3/4", "2 1/4"
};

// The value of folded digits with their inner separators ("1,200", "3.5", "1٬000٫5"); before_scale: a word as
// "مليون" follows, before which "2.125" has decimals. Empty where they are no number ("18.9.15", "04.17.2").
std::optional<double> numeral_value(std::string_view folded, bool before_scale);

// The number whose digits stand at word i; bounds are the words of the sentence. Empty where the digits are
// part of a name, a code or an address ("F16", "إف16", "كوفيد-19", "http://...").
std::optional<Numeral> read_numeral(const Document& document, const NumberLexicon& lexicon, uint32_t i, Range bounds,
                                    bool before_scale);

// True where the words from i touch a letter of another word in a way that makes them a code.
bool part_of_code(const Document& document, const NumberLexicon& lexicon, uint32_t i, Range bounds);

}  // namespace isnad
