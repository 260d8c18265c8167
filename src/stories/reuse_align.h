// Alignment of two documents around a shared run of words: gapped extension to both sides that gives up when the score
// has fallen too far below its best (X-drop, as in BLAST: Altschul et al. 1997), within a band.
#pragma once

#include <algorithm>
#include <span>
#include <vector>

#include "stories/reuse_tokens.h"

namespace isnad {

using TokenView = std::span<const ReuseToken>;

// One pair of aligned tokens, as indices into the two documents' tokens. near: the same beginning, another ending.
// Where it is not, the stems are the same.
struct AlignedPair {
  uint32_t a = 0;
  uint32_t b = 0;
  bool near = false;
};

struct ReuseAlignment {
  Range a;  // tokens of the first document
  Range b;
  float matched = 0;               // sum of the weights of the matches
  float score = 0;                 // the same less the cost of the edits between them
  std::vector<AlignedPair> pairs;  // in order

  // Leaves pairs [first, last) and sets ranges and sums by them.
  void keep(TokenView a_tokens, size_t first_pair, size_t last_pair);

  // Share of the longer side's tokens that match.
  double likeness() const {
    return pairs.empty() ? 0 : static_cast<double>(pairs.size()) / std::max(a.size(), b.size());
  }
};

// The best alignment that holds the run of `size` equal tokens at a_start and b_start.
ReuseAlignment align_around(TokenView a, TokenView b, uint32_t a_start, uint32_t b_start, uint32_t size);

}  // namespace isnad
