// The lexicon: everything of data/ in look-up structures. Loaded once, then immutable and shared by all threads.
#pragma once

#include "lexicon/figures.h"
#include "lexicon/interface.h"
#include "lexicon/lines.h"
#include "lexicon/names.h"
#include "lexicon/numbers.h"
#include "lexicon/pages.h"
#include "lexicon/search.h"
#include "lexicon/speech.h"
#include "lexicon/stories.h"
#include "lexicon/times.h"
#include "lexicon/vocabulary.h"
#include "lexicon/words.h"

namespace isnad {

struct Lexicon {
  Vocabulary vocabulary;
  LineLexicon lines;
  WordLexicon words;
  NumberLexicon numbers;
  TimeLexicon times;
  NameLexicon names;
  SpeechLexicon speech;
  FigureLexicon figures;
  StoryLexicon stories;
  SearchLexicon search;
  InterfaceText interface;
  PageLexicon pages;
};

// Throws Error(bad_format) with file and line where a table is wrong.
Lexicon load_lexicon(const TableSource& source = {});

}  // namespace isnad
