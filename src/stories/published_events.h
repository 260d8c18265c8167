// Sentences of different reports that tell of one event and name its day: from the day that one report names, the day
// of another follows ("قتلوا أمس" here, "قتلوا الثلاثاء" there).
#pragma once

#include <tsl/robin_map.h>

#include <optional>
#include <string_view>
#include <vector>

#include "document/collection.h"

namespace isnad {

// Sentences that name a day, by their rarer words. Time and memory grow in step with the words of the collection.
class DatedSentences {
 public:
  explicit DatedSentences(const Collection& collection);

  struct Vote {
    int32_t day = 0;  // the day of the report that the votes give it
    double weight = 0;
    uint32_t from = none;  // the report that the strongest vote comes from
  };

  // What is known of the day of a report that may tell another's.
  struct Known {
    std::optional<int32_t> day;
    bool certain = false;  // else only its days of the week and dates are used, not its "أمس"
  };

  // The days that a report with relative days ("أمس") may be of, the best first, from the sentences most like its own
  // in other reports; lowest and highest bound them. Empty where no sentence is clearly about the same.
  std::vector<Vote> days_of(const Collection& collection, uint32_t document, int32_t lowest, int32_t highest,
                            const std::vector<Known>& known) const;

 private:
  // A time that names a day, and the words near it, which tell what happened then.
  struct DatedTime {
    uint32_t time;                // index into Document::times
    std::vector<uint32_t> words;  // sorted
  };
  struct Sentence {
    uint32_t document;
    std::vector<uint32_t> words;  // sorted
    std::vector<DatedTime> times;
  };
  double likeness(const std::vector<uint32_t>& a, const std::vector<uint32_t>& b) const;
  void read_sentence(const Document& document, Range words, Sentence& sentence);
  void count_word(std::string_view form, uint32_t document);

  std::vector<Sentence> sentences_;
  std::vector<std::vector<uint32_t>> of_document_;  // sentences of each report
  std::vector<std::vector<uint32_t>> with_word_;    // sentences with each rarer word
  std::vector<double> word_weight_;
  tsl::robin_map<uint64_t, uint32_t> word_ids_;
  std::vector<uint32_t> documents_with_, last_document_;  // by word, while counting
};

}  // namespace isnad
