// The evidence for and against two reports telling one story: a logistic model over clues, each of which adds to the
// log-odds by itself, so that a judgement can be explained. Weights: data/stories/clues.tsv.
#pragma once

#include "lexicon/stories.h"
#include "stories/story_vectors.h"

namespace isnad {

// copied: share of the shorter report that it shares with the other by copying, 0 to 1.
StoryClues story_clues(const StoryVectors& a, const StoryVectors& b, double copied);

// False where one is a round-up of several stories, which belongs to none of them, unless both
// are and one is a reprint of the other.
bool may_tell_one_story(const StoryVectors& a, const StoryVectors& b, double copied);

// The sum of the clues by their weights.
double log_odds(const StoryClues& clues, const StoryClues& weights);

// What is added to the log-odds in a collection of so many reports: of few that were given together, more tell one
// story than of the thousands that the weights were learned on.
double collection_prior(size_t reports);

// 0 to 1.
double probability(double log_odds);

}  // namespace isnad
