// Sentences and words of a document.
#pragma once

#include <cstdint>

#include "base/span.h"
#include "lexicon/vocabulary.h"
#include "lexicon/words.h"

namespace isnad {

struct Sentence {
  Span span;
  Range words;
  uint32_t line = none;  // index of the line that holds it
};

enum class WordKind : uint8_t { arabic, digits, latin, punctuation, symbol };

// Tokens: Arabic words with their clitics, runs of digits with inner separators ("3.5", "1,200"), Latin words, and
// single marks. Blank space is no word. Letters and digits that touch are two words ("و10جرحى" is three).
struct Word {
  Span span;                  // the whole token
  Span base;                  // without joined conjunctions and prepositions; its article is part of it
  Span stem;                  // without article and pronoun suffix as well
  uint32_t folded_start = 0;  // Document::folded
  uint16_t folded_size = 0;
  WordKind kind = WordKind::arabic;
  PartOfSpeech pos = PartOfSpeech::unknown;
  uint8_t proclitics = 0;
  uint8_t enclitic_bytes = 0;     // bytes of the pronoun suffix at the end of span; 0: none
  bool space_before = false;      // false where it touches the word before ("18:00", "و10")
  FormId form_id = unknown_form;  // of the whole folded token
  FormId base_id = unknown_form;  // of the folded base: "للوزارة" and "وبالوزارة" give "الوزاره"
  FormId stem_id = unknown_form;  // of the folded stem: "وزاره"
};

}  // namespace isnad
