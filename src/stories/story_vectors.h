// Reports as vectors of weighted terms: what is rare counts.
#pragma once

#include <cstdint>
#include <vector>

#include "document/collection.h"
#include "lexicon/stories.h"
#include "stories/story_profile.h"

namespace isnad {

struct Term {
  uint64_t stem = 0;
  float weight = 0;
};

// Sorted by stem; of length 1 in the Euclidean norm, or empty.
using StoryVector = std::vector<Term>;

struct StoryVectors {
  StoryVector words;             // those of the title, the first sentence of the body and of names more
  StoryVector head;              // title and first sentence alone: what the report is about
  StoryVector names;             // persons and bodies of the whole report
  StoryVector sites;             // places of the whole report
  StoryVector numbers;           // of the whole report
  std::vector<float> rarity;     // of each term of `head`
  std::vector<uint64_t> places;  // that the head names, sorted
  std::vector<uint64_t> days;    // that the head names, sorted
  uint64_t outlet = 0;
  bool round_up = false;
};

// How rare terms are: in the stories counted for the lexicon and in the reports counted here. The lexicon counts
// stories and not reports: that many tell of one happening does not make its words common.
class TermCounts {
 public:
  explicit TermCounts(const StoryLexicon& known) : known_(&known) {}
  void count(const StoryProfile& profile);
  double rarity(uint64_t term) const;

 private:
  const StoryLexicon* known_;
  uint32_t reports_ = 0;
  tsl::robin_map<uint64_t, uint32_t> here_;
};

// Weights are tf-idf: 1 + log tf, times the rarity (log of one in how many) to the power of 1.5.
StoryVectors weigh(const StoryProfile& profile, const TermCounts& counts);

// Those of a whole collection, with the counts of all of it.
std::vector<StoryVectors> story_vectors(const Collection& collection, const StoryLexicon& known);

double cosine(const StoryVector& a, const StoryVector& b);

// The k terms of most weight, by falling weight.
std::vector<Term> top_terms(const StoryVector& vector, size_t k);

}  // namespace isnad
