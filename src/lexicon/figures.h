// Frames that tell what a number counts: killed, injured, arrested and so on; populations.
#pragma once

#include "lexicon/table.h"
#include "lexicon/vocabulary.h"

namespace isnad {

struct FigureLexicon {};

FigureLexicon load_figures(const TableSource& source, Vocabulary& vocabulary);

}  // namespace isnad
