// Sentences: cuts each line where a sentence ends.
#pragma once

#include "document/document.h"
#include "lexicon/lexicon.h"

namespace isnad {

// Makes document.sentences (without their words) of text and lines.
void split_sentences(Document& document, const Lexicon& lexicon);

}  // namespace isnad
