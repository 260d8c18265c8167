// The views of a document that stories are told apart by: its rare stems, figures and known names; those of its title
// and first sentence; the places these name.
#pragma once

#include <cstdint>
#include <vector>

#include "document/collection.h"
#include "lexicon/lexicon.h"

namespace isnad {

struct Term {
  uint64_t stem = 0;  // hash of a stem, of digits, or of the gazetteer's id of a name
  float weight = 0;
};

// Sorted by stem; of length 1 in the Euclidean norm, or empty.
using StoryVector = std::vector<Term>;

struct StoryView {
  StoryVector all;               // every term, those of the title, the first sentence of the body and of names more
  StoryVector head;              // title and first sentence alone: what the report is about
  std::vector<uint64_t> places;  // places that the head names, sorted
};

// One view for each document. Weights are tf-idf: 1 + log tf, times the log of how rare the stem is in the reports
// counted for the lexicon and in the collection together, to the power of 1.5.
std::vector<StoryView> story_views(const Collection& collection, const Lexicon& lexicon);

double cosine(const StoryVector& a, const StoryVector& b);

// How much speaks for two reports telling one story, 0 to about 1: the cosines of both views, less where both heads
// name places and none in common, as reports of two fires in two cities do.
double story_likeness(const StoryView& a, const StoryView& b);

// The k terms of most weight, by falling weight.
std::vector<Term> top_terms(const StoryVector& vector, size_t k);

}  // namespace isnad
