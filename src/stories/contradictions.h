// Contradictions other than figures: two days for one event, two places for one toll, a statement that another denies.
#pragma once

#include "document/collection.h"
#include "lexicon/lexicon.h"

namespace isnad {

// Makes collection.contradictions, each with both passages. After the groups.
void find_contradictions(Collection& collection, const Lexicon& lexicon);

}  // namespace isnad
