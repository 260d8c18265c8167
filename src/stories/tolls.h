// Tolls: the interval of a story's figures under four named rules.
#pragma once

#include "document/collection.h"
#include "lexicon/lexicon.h"

namespace isnad {

// Sets the tolls of every story from its groups.
void sum_tolls(Collection& collection, const Lexicon& lexicon);

}  // namespace isnad
