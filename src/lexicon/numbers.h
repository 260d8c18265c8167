// Number words, bounds, approximation.
#pragma once

#include "lexicon/table.h"
#include "lexicon/vocabulary.h"

namespace isnad {

struct NumberLexicon {};

NumberLexicon load_numbers(const TableSource& source, Vocabulary& vocabulary);

}  // namespace isnad
