// Sentences of different reports that tell of one event and name its day: from the day that one report names, the day
// of another follows ("قتلوا أمس" here, "قتلوا الثلاثاء" there).
#pragma once

#include <optional>
#include <vector>

#include "document/collection.h"

namespace isnad {

// Sentences that name a day, by their rarer words. Time and memory grow in step with the words of the collection.
class DatedSentences {
 public:
  explicit DatedSentences(const Collection& collection);

  struct Vote {
    int32_t day = 0;     // the day of the report that the votes give it
    double weight = 0;
    uint32_t from = none;  // the report that the strongest vote comes from
  };

  // The day of a report that has relative days ("أمس"), from the sentences most like its own in reports whose day is
  // known; lowest and highest bound the answer. Empty where no sentence is clearly about the same.
  std::optional<Vote> day_of(const Collection& collection, uint32_t document, int32_t lowest, int32_t highest,
                             const std::vector<std::optional<int32_t>>& known) const;

 private:
  struct Sentence {
    uint32_t document;
    std::vector<uint32_t> words;  // sorted
    std::vector<uint32_t> times;  // indices into Document::times
    double weight = 0;            // of all its words
  };
  double likeness(const Sentence& a, const Sentence& b) const;

  std::vector<Sentence> sentences_;
  std::vector<std::vector<uint32_t>> of_document_;  // sentences of each report
  std::vector<std::vector<uint32_t>> with_word_;    // sentences with each rarer word
  std::vector<double> word_weight_;
};

}  // namespace isnad
