// Why two reports stand in one story or in two.
#pragma once

#include <string>
#include <vector>

#include "document/collection.h"
#include "lexicon/lexicon.h"

namespace isnad {

// One kind of evidence: what it adds to the log-odds that the two tell one story; below 0 it speaks against it.
struct StoryReason {
  std::string clue;  // "words", "head", "names", "sites", "numbers", "places", "days", "copied", "rare_words",
                     // "same_outlet", "prior"
  double weight = 0;
  std::vector<std::string> shared;  // the words, names or numbers behind it, those of most weight first
};

struct StoryPairExplanation {
  uint32_t a = 0, b = 0;              // documents
  uint32_t story_a = 0, story_b = 0;  // indices into collection.stories
  bool round_up = false;              // one of the two is a round-up, which joins no story
  double likeness = 0;                // probability, by the evidence of the pair alone
  double least_likeness = 0;          // mean from which two groups of reports are one story
  // Of one story: mean likeness of a to the rest of it. Of two: mean likeness between the reports of both stories.
  double mean_likeness = 0;
  uint32_t between = none;  // of one story: the report that is most like both, where they are not like each other
  std::vector<StoryReason> reasons;  // by falling size of weight

  bool together() const { return story_a == story_b; }
};

// a and b: documents of the collection, whose stories are grouped.
StoryPairExplanation explain_together(const Collection& collection, const Lexicon& lexicon, uint32_t a, uint32_t b);

}  // namespace isnad
