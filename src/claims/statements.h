// Statements: who says what, and from whom they have it.
#pragma once

#include "document/document.h"
#include "lexicon/lexicon.h"

namespace isnad {

// Makes document.statements of words and mentions.
void find_statements(Document& document, const Lexicon& lexicon);

}  // namespace isnad
