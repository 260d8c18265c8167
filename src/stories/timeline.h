// Timeline: the dated events of a story, each once.
#pragma once

#include "document/collection.h"
#include "lexicon/lexicon.h"

namespace isnad {

// Makes collection.timeline.
void build_timeline(Collection& collection, const Lexicon& lexicon);

}  // namespace isnad
