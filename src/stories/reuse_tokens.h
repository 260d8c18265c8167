// The view of a document that reuse is found in: the words of its content lines as hashes of their folded stems, so
// that أ/ا, ة/ه, ى/ي, digits of any script, marks, clitics and punctuation do not hide a copy.
#pragma once

#include <cstdint>
#include <vector>

#include "document/document.h"

namespace isnad {

struct ReuseToken {
  uint64_t stem = 0;    // hash of the folded stem
  uint32_t prefix = 0;  // hash of its first letters; 0 where it is too short to be told by them
  float weight = 1;     // what a match is worth: less for words of one to three letters
  uint32_t word = 0;    // index into Document::words
};

std::vector<ReuseToken> reuse_tokens(const Document& document);

}  // namespace isnad
