// Names of places, bodies and persons, titles, and the words that begin a name.
#pragma once

#include "lexicon/table.h"
#include "lexicon/vocabulary.h"

namespace isnad {

struct NameLexicon {};

NameLexicon load_names(const TableSource& source, Vocabulary& vocabulary);

}  // namespace isnad
