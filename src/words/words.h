// Words: sentences → words with their folded forms, clitics, stems and hints of the part of speech.
#pragma once

#include "document/document.h"
#include "lexicon/lexicon.h"

namespace isnad {

// Makes document.words and the words of each sentence.
void split_words(Document& document, const Lexicon& lexicon);

}  // namespace isnad
