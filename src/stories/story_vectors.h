// The view of a document that stories are told apart by: its rare stems, weighted, those of the title and the first
// lines more, those of names more.
#pragma once

#include <cstdint>
#include <vector>

#include "document/collection.h"
#include "lexicon/lexicon.h"

namespace isnad {

struct Term {
  uint64_t stem = 0;
  float weight = 0;
};

// Sorted by stem; of length 1 in the Euclidean norm, or empty.
using StoryVector = std::vector<Term>;

// One vector for each document. Weights are tf-idf: 1 + log tf, times the log of how rare the stem is in the reports
// counted for the lexicon and in the collection together.
std::vector<StoryVector> story_vectors(const Collection& collection, const Lexicon& lexicon);

double cosine(const StoryVector& a, const StoryVector& b);

// The k terms of most weight, by falling weight.
std::vector<Term> top_terms(const StoryVector& vector, size_t k);

}  // namespace isnad
