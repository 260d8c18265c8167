// Groups: figures that answer one question, their relation and their independent origins.
#pragma once

#include "document/collection.h"
#include "lexicon/lexicon.h"

namespace isnad {

// Makes collection.groups.
void group_figures(Collection& collection, const Lexicon& lexicon);

}  // namespace isnad
