// Lines: parts the text at line ends and tells each line's kind.
#pragma once

#include "document/document.h"
#include "lexicon/lexicon.h"

namespace isnad {

// Makes document.lines of document.text; lines that the reader of a page has set keep the kinds that its structure
// tells, as far as they are more than text; sets the title and the outlet where the metadata gave none.
void split_lines(Document& document, const Lexicon& lexicon);

}  // namespace isnad
