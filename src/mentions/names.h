// Names: persons, organizations, locations.
#pragma once

#include "document/document.h"
#include "lexicon/lexicon.h"

namespace isnad {

// Makes document.mentions of words and times.
void find_names(Document& document, const Lexicon& lexicon);

}  // namespace isnad
