// Figures: every count that the report asserts about the world, with what it counts.
#pragma once

#include "document/document.h"
#include "lexicon/lexicon.h"

namespace isnad {

// Makes document.figures of numbers, words, mentions and statements.
void find_figures(Document& document, const Lexicon& lexicon);

}  // namespace isnad
