// Brief: a short account of a story, every sentence cited.
#pragma once

#include "document/collection.h"
#include "lexicon/lexicon.h"

namespace isnad {

// Sets the brief of every story.
void write_brief(Collection& collection, const Lexicon& lexicon);

}  // namespace isnad
