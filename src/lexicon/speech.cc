#include "lexicon/speech.h"

namespace isnad {

SpeechLexicon load_speech(const TableSource&, Vocabulary&) { return {}; }

}  // namespace isnad
