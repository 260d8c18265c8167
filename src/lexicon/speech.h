// Words that attribute: verbs of speech in all forms, particles, platforms, unnamed sources.
#pragma once

#include "lexicon/table.h"
#include "lexicon/vocabulary.h"

namespace isnad {

struct SpeechLexicon {};

SpeechLexicon load_speech(const TableSource& source, Vocabulary& vocabulary);

}  // namespace isnad
