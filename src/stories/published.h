// The day of each report: from metadata, its text, and the other reports of the story.
#pragma once

#include "document/collection.h"
#include "lexicon/lexicon.h"

namespace isnad {

// Sets published, its basis and reason in every document from metadata and the readings of its times.
void infer_published(Collection& collection, const Lexicon& lexicon);

}  // namespace isnad
