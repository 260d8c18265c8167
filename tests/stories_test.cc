// Stories: which reports tell of one happening, and how they are named. Places, names and reports are invented.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "lexicon/lexicon.h"
#include "pipeline/pipeline.h"
#include "stories/stories_copies.h"
#include "stories/stories_linkage.h"

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

const std::string fire =
    "حريق يلتهم مستودع أخشاب في ميناء الوادي\nاندلع حريق فجرا في مستودع للأخشاب بميناء الوادي وأخمدته فرق الإطفاء بعد "
    "ساعات.";
const std::string fire_again =
    "إخماد حريق مستودع الأخشاب بميناء الوادي\nسيطرت فرق الإطفاء على حريق اندلع في مستودع الأخشاب بالميناء دون إصابات.";
const std::string match =
    "فوز كبير للمنتخب في افتتاح البطولة\nتغلب المنتخب على ضيفه بأربعة أهداف في المباراة الافتتاحية للبطولة وسجل "
    "المهاجم هدفين.";
const std::string match_again =
    "المنتخب يفتتح البطولة بأربعة أهداف\nسجل مهاجم المنتخب هدفين في المباراة الافتتاحية التي انتهت بفوزه بأربعة أهداف.";

TEST(Stories, TwoEventsAreTwoStories) {
  const Collection found = build_report(
      {report("a", fire), report("b", match), report("c", fire_again), report("d", match_again)}, lexicon(), 1, {});
  ASSERT_EQ(found.stories.size(), 2U);
  EXPECT_EQ(found.stories[0].documents, (std::vector<uint32_t>{0, 2}));
  EXPECT_EQ(found.stories[1].documents, (std::vector<uint32_t>{1, 3}));
}

TEST(Stories, AnIdComesFromTheFirstReportAndStays) {
  const Collection before = build_report({report("a", fire), report("b", match)}, lexicon(), 1, {});
  const Collection after =
      build_report({report("a", fire), report("b", match), report("d", match_again)}, lexicon(), 1, {});
  ASSERT_EQ(after.stories.size(), 2U);
  EXPECT_EQ(after.stories[0].id, "story-b");
  EXPECT_EQ(after.stories[1].id, "story-a");
  EXPECT_EQ(before.stories[0].id, "story-a");
}

TEST(Stories, EqualIdsOfReportsGiveDifferentStories) {
  const Collection found = build_report({report("a", fire), report("a", match)}, lexicon(), 1, {});
  ASSERT_EQ(found.stories.size(), 2U);
  EXPECT_NE(found.stories[0].id, found.stories[1].id);
}

TEST(Stories, TheThreadsDoNotChangeThem) {
  const std::vector<Document> reports{report("a", fire), report("b", match), report("c", fire_again),
                                      report("d", match_again)};
  const Collection one = build_report(reports, lexicon(), 1, {}), many = build_report(reports, lexicon(), 4, {});
  ASSERT_EQ(one.stories.size(), many.stories.size());
  for (size_t s = 0; s < one.stories.size(); ++s) EXPECT_EQ(one.stories[s].documents, many.stories[s].documents);
}

TEST(Stories, CopiesAreNotIndependent) {
  const std::string retold =
      "ميناء الوادي يحترق\nتصاعد الدخان فوق ميناء الوادي بعدما التهمت النيران أخشابا، وقال رجال الإطفاء إنهم أخمدوا "
      "النار قبل الظهر.";
  const Collection found = build_report({report("a", fire), report("b", fire), report("c", retold)}, lexicon(), 1, {});
  ASSERT_EQ(found.stories.size(), 1U);
  EXPECT_EQ(independent_reports(found), (std::vector<uint32_t>{2}));
}

TEST(Stories, ARoundUpTouchesTheStoryThatItPrints) {
  const std::string paragraph =
      "قال مدير الميناء إن حريقا اندلع فجرا في مستودع للأخشاب وامتد إلى رصيف قريب قبل أن تخمده فرق الإطفاء المحلية.";
  std::string round_up = "صباح الخير: جولة في صحف اليوم\n";
  for (const char* other :
       {"تواصل البورصة مكاسبها بدعم من أسهم المصارف والاتصالات وسط تداولات نشطة للمستثمرين الأفراد.",
        "يفتتح المتحف الوطني معرضا للمخطوطات النادرة يضم مصاحف وخرائط ورسائل من القرون الماضية.",
        "يستعد المنتخب لمباراته الودية بتشكيلة شابة يقودها مدرب جديد يفضل اللعب الهجومي السريع."}) {
    round_up += std::string(other) + "\n";
  }
  const Collection found = build_report(
      {report("a", "حريق في ميناء الوادي\n" + paragraph), report("r", round_up + paragraph)}, lexicon(), 1, {});
  ASSERT_EQ(found.reuse.size(), 1U);
  if (found.stories.size() == 2) {
    EXPECT_EQ(found.stories[0].in_part, std::vector<uint32_t>{1});
    EXPECT_TRUE(found.stories[1].in_part.empty());
  } else {
    EXPECT_TRUE(found.stories[0].in_part.empty());
  }
}

TEST(Linkage, JoinsTheMostAlikeFirstAndStopsAtTheBar) {
  const auto groups = link_by_average(4, {{0, 1, 0.9}, {1, 2, 0.5}, {2, 3, 0.8}}, 0.3);
  EXPECT_EQ(groups, (std::vector<std::vector<uint32_t>>{{0, 1}, {2, 3}}));
}

TEST(Linkage, OneBridgeDoesNotGlueTwoGroups) {
  std::vector<StoryEdge> edges;
  for (uint32_t a = 0; a < 3; ++a) {
    for (uint32_t b = a + 1; b < 3; ++b) {
      edges.push_back({a, b, 0.7});
      edges.push_back({a + 3, b + 3, 0.7});
    }
  }
  edges.push_back({2, 3, 0.6});
  EXPECT_EQ(link_by_average(6, edges, 0.2).size(), 2U);
}

TEST(Linkage, TheOrderOfEdgesDoesNotMatter) {
  std::vector<StoryEdge> edges{{0, 1, 0.5}, {0, 2, 0.5}, {1, 3, 0.5}, {2, 3, 0.5}};
  const auto groups = link_by_average(4, edges, 0.3);
  std::reverse(edges.begin(), edges.end());
  EXPECT_EQ(link_by_average(4, edges, 0.3), groups);
}

TEST(Linkage, WithoutEdgesEveryMemberStandsAlone) { EXPECT_EQ(link_by_average(3, {}, 0.2).size(), 3U); }

}  // namespace
}  // namespace isnad
