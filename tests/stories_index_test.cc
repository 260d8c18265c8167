// Stories as reports arrive, and why two reports stand in one. Places, names and reports are invented.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/error.h"
#include "lexicon/lexicon.h"
#include "pipeline/pipeline.h"
#include "stories/story_explain.h"
#include "stories/story_index.h"
#include "stories/story_profile.h"

namespace isnad {
namespace {

const Lexicon& lexicon() {
  static const Lexicon loaded = load_lexicon();
  return loaded;
}

Document report(const std::string& id, const std::string& text) {
  Document document;
  document.id = id;
  document.text = text;
  return document;
}

StoryProfile profile_of(const std::string& text) {
  Document document = report("x", text);
  annotate(document, lexicon());
  return story_profile(document, lexicon().stories);
}

const std::vector<std::string> reports = {
    "حريق يلتهم مستودع أخشاب في ميناء الوادي\nاندلع حريق فجرا في مستودع للأخشاب بميناء الوادي وأخمدته فرق الإطفاء بعد "
    "ساعات.",
    "فوز كبير للمنتخب في افتتاح البطولة\nتغلب المنتخب على ضيفه بأربعة أهداف في المباراة الافتتاحية للبطولة وسجل "
    "المهاجم هدفين.",
    "إخماد حريق مستودع الأخشاب بميناء الوادي\nسيطرت فرق الإطفاء على حريق اندلع في مستودع الأخشاب بالميناء دون إصابات.",
    "المنتخب يفتتح البطولة بأربعة أهداف\nسجل مهاجم المنتخب هدفين في المباراة الافتتاحية للبطولة التي انتهت بفوزه "
    "بأربعة أهداف."};

// The partition as sets of report numbers, whatever the order of their coming.
std::vector<std::vector<uint32_t>> stories_in_order(const std::vector<uint32_t>& order) {
  StoryIndex index(lexicon().stories);
  for (const uint32_t r : order) index.add(profile_of(reports[r]));
  std::vector<std::vector<uint32_t>> stories;
  for (uint32_t s = 0; s < index.story_count(); ++s) {
    std::vector<uint32_t> story;
    for (const uint32_t r : index.reports(s)) story.push_back(order[r]);
    std::sort(story.begin(), story.end());
    if (!story.empty()) stories.push_back(story);
  }
  std::sort(stories.begin(), stories.end());
  return stories;
}

TEST(StoryIndex, TheOrderOfComingDoesNotMatter) {
  const std::vector<std::vector<uint32_t>> expected{{0, 2}, {1, 3}};
  std::vector<uint32_t> order{0, 1, 2, 3};
  do {
    EXPECT_EQ(stories_in_order(order), expected);
  } while (std::next_permutation(order.begin(), order.end()));
}

TEST(StoryIndex, TellsWhatHappened) {
  StoryIndex index(lexicon().stories);
  const StoryUpdate first = index.add(profile_of(reports[0]));
  ASSERT_EQ(first.decisions.size(), 1U);
  EXPECT_EQ(first.decisions[0].event, StoryEvent::founded);
  EXPECT_EQ(first.changed, std::vector<uint32_t>{0});
  const StoryUpdate second = index.add(profile_of(reports[2]));
  ASSERT_EQ(second.decisions.size(), 1U);
  EXPECT_EQ(second.decisions[0].event, StoryEvent::joined);
  EXPECT_EQ(second.decisions[0].story, 0U);
  EXPECT_GT(second.decisions[0].likeness, 0.2);
  EXPECT_EQ(second.changed, std::vector<uint32_t>{0});
  EXPECT_EQ(index.reports(0), (std::vector<uint32_t>{0, 1}));
}

TEST(StoryIndex, APersonsJudgementOutweighsTheEvidence) {
  StoryIndex index(lexicon().stories);
  for (const std::string& text : reports) index.add(profile_of(text));
  ASSERT_EQ(index.story_of(0), index.story_of(2));
  const uint32_t fire = index.story_of(0), match = index.story_of(1);
  const StoryUpdate apart = index.decide(0, 2, false);
  EXPECT_NE(index.story_of(0), index.story_of(2));
  EXPECT_EQ(index.story_of(0), fire);
  ASSERT_EQ(apart.decisions.size(), 1U);
  EXPECT_EQ(apart.decisions[0].event, StoryEvent::split);
  EXPECT_EQ(apart.decisions[0].other, fire);
  const StoryUpdate together = index.decide(0, 1, true);
  EXPECT_EQ(index.story_of(0), match);  // the larger keeps its number
  EXPECT_TRUE(index.reports(fire).empty());
  ASSERT_EQ(together.decisions.size(), 1U);
  EXPECT_EQ(together.decisions[0].event, StoryEvent::merged);
  EXPECT_EQ(together.changed, (std::vector<uint32_t>{std::min(fire, match), std::max(fire, match)}));
}

TEST(StoryIndex, RestoredReportsStayWhereTheyWere) {
  StoryIndex index(lexicon().stories);
  index.restore(profile_of(reports[0]), {}, 5);
  index.restore(profile_of(reports[1]), {}, 2);
  EXPECT_EQ(index.reports(5), std::vector<uint32_t>{0});
  EXPECT_TRUE(index.reports(0).empty());
  const StoryUpdate update = index.add(profile_of(reports[2]));
  EXPECT_EQ(index.story_of(2), 5U);
  EXPECT_EQ(update.changed, std::vector<uint32_t>{5});
}

TEST(StoryProfile, ComesBackFromItsBytes) {
  const StoryProfile profile = profile_of(reports[0]);
  const std::string bytes = pack(profile);
  EXPECT_EQ(pack(unpack_story_profile(bytes)), bytes);
  ASSERT_FALSE(profile.terms.empty());
  EXPECT_EQ(unpack_story_profile(bytes).terms.size(), profile.terms.size());
}

TEST(StoryProfile, OtherBytesAreRefused) {
  const std::string bytes = pack(profile_of(reports[0]));
  for (size_t size = 0; size < bytes.size(); ++size)
    EXPECT_THROW(unpack_story_profile(std::string_view(bytes).substr(0, size)), Error) << size;
  EXPECT_THROW(unpack_story_profile(bytes + "x"), Error);
  EXPECT_THROW(unpack_story_profile(std::string(bytes.size(), '\xff')), Error);
}

TEST(StoryProfile, KnowsARoundUpByItsTitle) {
  EXPECT_TRUE(profile_of("موجز أخبار المحافظات\nاندلع حريق في الميناء. وافتتح معرض في المتحف.").round_up);
  EXPECT_FALSE(profile_of(reports[0]).round_up);
}

TEST(Stories, ARoundUpJoinsNoStory) {
  const Collection found = build_report(
      {report("a", reports[0]), report("b", reports[2]), report("r", "موجز أخبار المحافظات\n" + reports[0])}, lexicon(),
      1, {});
  ASSERT_EQ(found.stories.size(), 2U);
  EXPECT_EQ(found.stories[0].documents, (std::vector<uint32_t>{0, 1}));
}

TEST(ExplainTogether, SaysWhatSpeaksForOneStory) {
  std::vector<Document> documents;
  for (size_t r = 0; r < reports.size(); ++r) documents.push_back(report(std::to_string(r), reports[r]));
  const Collection found = build_report(documents, lexicon(), 1, {});
  const StoryPairExplanation one = explain_together(found, lexicon(), 0, 2);
  EXPECT_TRUE(one.together());
  EXPECT_GE(one.mean_likeness, one.least_likeness);
  const auto words = std::find_if(one.reasons.begin(), one.reasons.end(),
                                  [](const StoryReason& reason) { return reason.clue == "words"; });
  ASSERT_NE(words, one.reasons.end());
  EXPECT_GT(words->weight, 0);
  EXPECT_FALSE(words->shared.empty());
  const StoryPairExplanation two = explain_together(found, lexicon(), 0, 1);
  EXPECT_FALSE(two.together());
  EXPECT_LT(two.mean_likeness, two.least_likeness);
}

}  // namespace
}  // namespace isnad
