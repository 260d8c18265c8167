// Words for the brief, the relations of figures, the names of measures.
#pragma once

#include "lexicon/table.h"
#include "lexicon/vocabulary.h"

namespace isnad {

struct StoryLexicon {};

StoryLexicon load_stories(const TableSource& source, Vocabulary& vocabulary);

}  // namespace isnad
