// Times: TIMEX3 expressions, found first, resolved when the day of the report is known.
#pragma once

#include "document/document.h"
#include "lexicon/lexicon.h"

namespace isnad {

// Makes document.times, each with its reading; values are empty.
void find_times(Document& document, const Lexicon& lexicon);

// Sets the value of every time from its reading and document.published.
void resolve_times(Document& document, const Lexicon& lexicon);

}  // namespace isnad
