// Sentences that tell an event, with its date: what a timeline is made of.
#pragma once

#include <string>
#include <vector>

#include "document/collection.h"
#include "lexicon/lexicon.h"
#include "stories/reuse_tokens.h"

namespace isnad {

// The rare words of a sentence as hashes of their stems, with what each is worth.
struct TimelineStem {
  uint64_t stem = 0;
  float weight = 0;
};

struct TimelineSentence {
  Passage passage;
  std::vector<TimelineStem> stems;  // sorted by stem
  bool dated = false;               // names a day, week or month of its own
  bool lead = false;                // the first of the report's body
};

struct TimelineCandidate {
  std::string date;        // ISO, as precise as the sentence has it
  uint32_t sentence = 0;   // index into the sentences
  bool announced = false;  // the time is the one of saying
  bool beside = false;     // the sentence names another date before this one
  bool own_day = false;    // no date is named: the report's own day
};

struct TimelineMaterial {
  std::vector<TimelineSentence> sentences;  // of the story's reports in order, those that can tell an event
  std::vector<TimelineCandidate> candidates;
};

// A report's first sentence tells what happened on the report's own day where it names none. Times of the clock alone
// date nothing; a toll over the past days or weeks is dated as far as that allows.
TimelineMaterial timeline_material(const Collection& collection, const Story& story, const Lexicon& lexicon);

// The stems of a range of words; tokens are in order of words.
std::vector<TimelineStem> stems_of(const std::vector<ReuseToken>& tokens, const Range& words);

// Weight of the stems in common.
float common_weight(const std::vector<TimelineStem>& a, const std::vector<TimelineStem>& b);

// The same as a share of the lighter side: 0 to 1.
float likeness(const std::vector<TimelineStem>& a, const std::vector<TimelineStem>& b);

}  // namespace isnad
