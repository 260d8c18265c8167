// What tells the kind of a line: menus and notices, bylines, datelines, credits, captions.
#pragma once

#include "lexicon/table.h"
#include "lexicon/vocabulary.h"

namespace isnad {

struct LineLexicon {};

LineLexicon load_lines(const TableSource& source, Vocabulary& vocabulary);

}  // namespace isnad
