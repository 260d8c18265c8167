// Stories as reports arrive, in any order: the state that a store keeps and asks.
//
//   StoryIndex index(lexicon.stories);
//   const StoryUpdate update = index.add(story_profile(document, lexicon.stories), copies);
//   for (uint32_t story : update.changed) ... index.reports(story) ...
//
// Reports are numbered from 0 in the order of their coming, stories in the order of their founding. A story keeps its
// number as long as it has reports: where stories merge, the larger one keeps its number (of two equals the older) and
// the other is left without reports; where one splits, the largest part keeps it. What happened is told as decisions.
//
// Method: average linkage, as in group_stories. Each new report is compared with those that share rare terms with it
// (an index, never all pairs); the stories that it touches are grouped anew by average linkage over the likeness of
// pairs, which is what merges and splits them. Weights of terms are those known when the report came. To group a whole
// collection at once, when all weights are known, use group_stories (stories/stories.h): its stories are a little
// better than those found one by one.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "lexicon/stories.h"
#include "stories/story_profile.h"

namespace isnad {

// That a new report shares copied passages with an earlier one: how much of the shorter of the two, 0 to 1.
struct CopiedShare {
  uint32_t report = 0;
  double share = 0;
};

enum class StoryEvent : uint8_t {
  founded,  // `report` is the first of `story`
  joined,   // `report` came to `story` as it arrived
  merged,   // all reports of `other` went to `story`
  split,    // `story` was founded by reports of `other`
  moved     // `report`, there before, went from `other` to `story`
};

struct StoryDecision {
  StoryEvent event = StoryEvent::founded;
  uint32_t story = 0;
  uint32_t other = none;   // a story; none where the event has no second one
  uint32_t report = none;  // none for whole stories
  double likeness = 0;     // mean probability, 0 to 1, that report (or other) and the rest of story tell one story
};

struct StoryUpdate {
  uint32_t report = 0;            // the number of the report that was added
  std::vector<uint32_t> changed;  // stories that gained or lost reports, sorted; those that ended have none now
  std::vector<StoryDecision> decisions;
};

class StoryIndex {
 public:
  explicit StoryIndex(const StoryLexicon& lexicon);  // which must outlive the index
  ~StoryIndex();
  StoryIndex(StoryIndex&&) noexcept;
  StoryIndex& operator=(StoryIndex&&) noexcept;

  // Adds a report and regroups what it touches. copies: earlier reports that it shares passages with.
  StoryUpdate add(const StoryProfile& profile, std::span<const CopiedShare> copies = {});

  // Adds a report that was grouped before, as when a store is opened: it goes to `story` (any number that the caller
  // has kept; stories not named by anyone stay without reports) and nothing is regrouped.
  void restore(const StoryProfile& profile, std::span<const CopiedShare> copies, uint32_t story);

  // A person's judgement on two reports, which no evidence outweighs; regroups their stories.
  StoryUpdate decide(uint32_t a, uint32_t b, bool together);

  uint32_t report_count() const;
  uint32_t story_count() const;  // with those that ended
  uint32_t story_of(uint32_t report) const;
  const std::vector<uint32_t>& reports(uint32_t story) const;  // sorted; empty: the story ended

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace isnad
