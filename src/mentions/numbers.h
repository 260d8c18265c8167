// Numbers: digits, words, mixed forms, ranges, bounds and approximation.
#pragma once

#include "document/document.h"
#include "lexicon/lexicon.h"

namespace isnad {

// Makes document.numbers of its words.
void find_numbers(Document& document, const Lexicon& lexicon);

}  // namespace isnad
