// What stands around a number: percent, bounds, approximation, and the second half of a range.
#pragma once

#include "document/document.h"
#include "lexicon/numbers.h"
#include "mentions/numbers_words.h"

namespace isnad {

// Completes the number of that reading: kind percent, min and max, approximate, phrase, and its range where a second
// number belongs to it. Gives the index of the first word behind all of it.
uint32_t bind_number(const Document& document, const NumberLexicon& lexicon, const NumberReader& reader,
                     const NumberReading& reading, Number& number, Range bounds);

}  // namespace isnad
