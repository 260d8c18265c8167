// Lines: parts the text at line ends and tells each line's kind.
#pragma once

#include "document/document.h"
#include "lexicon/lexicon.h"

namespace isnad {

// Makes document.lines of document.text; sets the title and the outlet where the metadata gave none.
void split_lines(Document& document, const Lexicon& lexicon);

}  // namespace isnad
