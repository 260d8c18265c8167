// Stories: which reports tell of one happening.
#pragma once

#include "document/collection.h"
#include "lexicon/lexicon.h"

namespace isnad {

// Makes collection.stories with their documents, title, date and place.
void group_stories(Collection& collection, const Lexicon& lexicon);

}  // namespace isnad
