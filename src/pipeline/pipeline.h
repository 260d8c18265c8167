// The pipeline: the ordered list of stages. Read this first.
#pragma once

#include "document/collection.h"
#include "lexicon/lexicon.h"

namespace isnad {

// Everything that one report tells by itself: from its text to statements and figures.
void annotate(Document& document, const Lexicon& lexicon);

// Everything that reports tell together. threads: how many documents are annotated at a time; the result does not
// depend on it.
Collection build_report(std::vector<Document> documents, const Lexicon& lexicon, unsigned threads = 1);

}  // namespace isnad
