// What the tables say of each word of a document, found once before figures are read.
#pragma once

#include <vector>

#include "document/document.h"
#include "lexicon/lexicon.h"

namespace isnad {

struct WordMarks {
  uint32_t frame = none;  // index into FigureLexicon::frames; set at the first word of the phrase
  uint32_t noun = none;   // index into FigureLexicon::nouns
  uint8_t frame_words = 0;
  uint8_t noun_words = 0;
  bool definite = false;  // has the article
  bool inside = false;    // a later word of a frame's phrase
  uint32_t roles = 0;     // bits of ContextRole
};

// A document with the marks of its words.
struct FigureScan {
  const Document& document;
  const FigureLexicon& lexicon;
  std::vector<WordMarks> marks;

  const Word& word(uint32_t index) const { return document.words[index]; }
  bool has(uint32_t index, ContextRole role) const {
    return (marks[index].roles >> static_cast<unsigned>(role) & 1) != 0;
  }
  const CountedNoun* noun(uint32_t index) const {
    return marks[index].noun == none ? nullptr : &lexicon.nouns[marks[index].noun];
  }
  const FigureFrame* frame(uint32_t index) const {
    return marks[index].frame == none ? nullptr : &lexicon.frames[marks[index].frame];
  }
  // The phrase of a role that begins at the word, not going beyond end; nothing where there is none.
  std::optional<PhraseTrie::Match> context(uint32_t index, uint32_t end, ContextRole role) const;
};

// Marks the words of all sentences that are content.
FigureScan scan_figures(const Document& document, const Lexicon& lexicon);

}  // namespace isnad
