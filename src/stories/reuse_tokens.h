// The view of a document that reuse is found in: the words of its content lines as hashes of their folded stems, so
// that أ/ا, ة/ه, ى/ي, digits of any script, marks, clitics and punctuation do not hide a copy.
#pragma once

#include <cstdint>
#include <vector>

#include "document/document.h"
#include "lexicon/lexicon.h"

namespace isnad {

struct ReuseToken {
  uint64_t stem = 0;         // hash of the folded stem
  uint64_t form = 0;         // hash of the whole folded word
  uint32_t prefix = 0;       // hash of its first letters; 0 where it is too short to be told by them
  float weight = 1;          // what a match is worth
  uint32_t word = 0;         // index into Document::words
  bool boilerplate = false;  // matches nothing
  bool headline = false;     // of a title or subhead: what follows it does not go on with it
  uint32_t clause = 0;       // number of its clause, from 0; clauses end at marks and with the sentence
};

// What a run of words of that rarity (natural logarithm of one over the share of reports that hold it) is worth as a
// match.
float rarity_weight(double rarity);

// Weights here are by length alone: 1, and half for words of one to three letters.
std::vector<ReuseToken> reuse_tokens(const Document& document);

// The same without the words of an outlet's footer within a line (lexicon.stories.footers). Weights are the rarity of
// the stem in the reports counted for the lexicon, less in names and titles: a run of common words or a name with its
// title is told by everyone who tells of the same thing. name_factor: what a word there counts.
inline constexpr float copied_name_factor = 0.4F;
std::vector<ReuseToken> weighted_reuse_tokens(const Document& document, const Lexicon& lexicon,
                                              float name_factor = copied_name_factor);

}  // namespace isnad
