// The index of shared runs: word n-grams of all documents, sorted, so that documents which share one meet. Candidates
// come from it alone; no document is held against all others.
#pragma once

#include <cstdint>
#include <vector>

#include "stories/reuse_tokens.h"

namespace isnad {

inline constexpr uint32_t anchor_words = 4;

// A run of anchor_words equal stems in two documents, a before b.
struct Anchor {
  uint32_t a_document = 0;
  uint32_t b_document = 0;
  uint32_t a_token = 0;
  uint32_t b_token = 0;
  friend auto operator<=>(const Anchor&, const Anchor&) = default;
};

// All anchors, sorted by pair of documents, then by place. Of a run that stands in more than most_documents places
// only neighbours in the order of the documents, and each with the first, are paired.
std::vector<Anchor> find_anchors(const std::vector<std::vector<ReuseToken>>& documents, uint32_t most_documents);

}  // namespace isnad
