// What words are made of: clitics, stems, parts of speech; abbreviations.
#pragma once

#include "lexicon/table.h"
#include "lexicon/vocabulary.h"

namespace isnad {

struct WordLexicon {};

WordLexicon load_words(const TableSource& source, Vocabulary& vocabulary);

}  // namespace isnad
