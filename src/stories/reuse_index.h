// The index of shared runs: word n-grams of all documents, sorted, so that documents which share one meet. Candidates
// come from it alone; no document is held against all others.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "stories/reuse_tokens.h"

namespace isnad {

inline constexpr uint32_t anchor_words = 4;
inline constexpr float least_anchor_weight = 2.5F;  // four short words ("من أن يكون في") are no evidence

// Where a run of anchor_words tokens begins.
struct RunPlace {
  uint64_t hash = 0;  // of the stems
  uint32_t document = 0;
  uint32_t token = 0;
  friend auto operator<=>(const RunPlace&, const RunPlace&) = default;
};

// A run of equal stems in two documents, a before b.
struct Anchor {
  uint32_t a_document = 0;
  uint32_t b_document = 0;
  uint32_t a_token = 0;
  uint32_t b_token = 0;
  friend auto operator<=>(const Anchor&, const Anchor&) = default;
};

// The places of all runs of some weight that stand in two places or more, sorted.
std::vector<RunPlace> index_runs(const std::vector<std::vector<ReuseToken>>& documents);

// Calls work with the places of each run, as a span.
template <class Work>
void for_each_run(std::span<const RunPlace> places, Work&& work) {
  for (size_t first = 0, last = 0; first < places.size(); first = last) {
    while (last < places.size() && places[last].hash == places[first].hash) ++last;
    work(places.subspan(first, last - first));
  }
}

// All anchors, sorted by pair of documents, then by place. Of a run that stands in more than most_documents places
// only neighbours in the order of the documents, and each with the first, are paired.
std::vector<Anchor> find_anchors(std::span<const RunPlace> places, uint32_t most_documents);

inline constexpr uint32_t near_anchor_words = 3;

// Runs of near_anchor_words equal stems in two documents that are known to share a passage: there less is evidence, as
// by then chance is a matter of two reports and not of all. Sorted by place.
std::vector<Anchor> find_near_anchors(std::span<const ReuseToken> a, std::span<const ReuseToken> b);

}  // namespace isnad
