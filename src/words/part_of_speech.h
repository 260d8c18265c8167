// Hints of the part of speech: what the tables know of a word, its form, and the word before.
#pragma once

#include "words/clitics.h"

namespace isnad {

// What is known of the words before, in one sentence.
struct WordContext {
  PartOfSpeech before = PartOfSpeech::unknown;  // of the word before; unknown at the start
  bool before_has_article = false;
  bool sentence_start = true;
};

PartOfSpeech part_of_speech(const Reading& reading, const WordText& word, const WordContext& context);

}  // namespace isnad
