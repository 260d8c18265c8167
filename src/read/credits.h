// Credits: dateline, byline, agency and outlet, where a report prints them.
#pragma once

#include "document/document.h"
#include "lexicon/lexicon.h"

namespace isnad {

// Makes document.credits of its lines, which must have their kinds: the parts of credit lines, and the dateline at the
// head of the first paragraph. Sets the outlet where the metadata gave none and a credit names it.
void find_credits(Document& document, const Lexicon& lexicon);

}  // namespace isnad
