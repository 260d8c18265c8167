// Reuse: which passages two reports share by copying, what was changed in them, and who copied. Places, names and
// reports are invented.
#include <gtest/gtest.h>

#include <string>

#include "lexicon/lexicon.h"
#include "pipeline/pipeline.h"

namespace isnad {
namespace {

const Lexicon& lexicon() {
  static const Lexicon loaded = load_lexicon();
  return loaded;
}

Document report(const std::string& id, const std::string& outlet, const std::string& text,
                const std::string& published = {}) {
  Document document;
  document.id = id;
  document.outlet = outlet;
  document.text = text;
  document.published_given = published;
  return document;
}

Collection together(const Document& a, const Document& b) { return build_report({a, b}, lexicon(), 1, {}); }

const std::string wire =
    "قال مدير الميناء إن حريقا اندلع فجرا في مستودع للأخشاب وامتد إلى رصيف قريب قبل أن تخمده فرق الإطفاء، "
    "وأضاف أن الأضرار اقتصرت على الرافعات والبضائع المخزنة ولم يصب أحد من العمال.";

Collection edited_copy(const std::string& from, const std::string& to) {
  std::string copy = wire;
  copy.replace(copy.find(from), from.size(), to);
  return together(report("a", "الوادي", "حريق في الميناء\n" + wire),
                  report("b", "الساحل", "النيران تلتهم مستودعا\n" + copy));
}

TEST(Reuse, FindsACopyThatFoldingHides) {
  std::string copy = wire;
  for (size_t at = 0; (at = copy.find("إ", at)) != std::string::npos;) copy.replace(at, 2, "ا");
  const Collection found = together(report("a", "", "حريق في الميناء\n" + wire), report("b", "", "خبر آخر\n" + copy));
  ASSERT_EQ(found.reuse.size(), 1U);
  EXPECT_GT(found.reuse[0].a.span.size(), wire.size() * 9 / 10);
  EXPECT_DOUBLE_EQ(found.reuse[0].likeness, 1);
  EXPECT_TRUE(found.reuse[0].changes.empty());
}

TEST(Reuse, TellsWhatWasReplaced) {
  const Collection found = edited_copy("للأخشاب", "للأقمشة القطنية");
  ASSERT_EQ(found.reuse.size(), 1U);
  ASSERT_EQ(found.reuse[0].changes.size(), 1U);
  const Change& change = found.reuse[0].changes[0];
  EXPECT_EQ(found.documents[0].bytes(change.a), "للأخشاب");
  EXPECT_EQ(found.documents[1].bytes(change.b), "للأقمشة القطنية");
  EXPECT_FALSE(change.number);
}

TEST(Reuse, TellsWhatWasInsertedAndDeleted) {
  const Collection inserted = edited_copy("رصيف قريب", "رصيف آخر كبير قريب");
  ASSERT_EQ(inserted.reuse.size(), 1U);
  ASSERT_EQ(inserted.reuse[0].changes.size(), 1U);
  EXPECT_TRUE(inserted.reuse[0].changes[0].a.empty());
  EXPECT_EQ(inserted.documents[1].bytes(inserted.reuse[0].changes[0].b), "آخر كبير");
  const Collection deleted = edited_copy("الرافعات والبضائع المخزنة", "الرافعات المخزنة");
  ASSERT_EQ(deleted.reuse.size(), 1U);
  ASSERT_EQ(deleted.reuse[0].changes.size(), 1U);
  EXPECT_TRUE(deleted.reuse[0].changes[0].b.empty());
}

TEST(Reuse, FlagsAChangedNumber) {
  const std::string told =
      "ذكرت إدارة السد أن منسوب المياه ارتفع خلال ساعات وأن 14 قرية أخليت احترازيا من السكان قبل وصول السيول.";
  std::string retold = told;
  retold.replace(retold.find("14"), 2, "16");
  const Collection found = together(report("a", "", "السد\n" + told), report("b", "", "السيول\n" + retold));
  ASSERT_EQ(found.reuse.size(), 1U);
  ASSERT_EQ(found.reuse[0].changes.size(), 1U);
  EXPECT_TRUE(found.reuse[0].changes[0].number);
  EXPECT_EQ(found.documents[1].bytes(found.reuse[0].changes[0].b), "16");
}

TEST(Reuse, ANameWithItsTitleIsNoCopy) {
  const Collection found =
      together(report("a", "", "قال رئيس الوزراء سالم الخطيب إن المحادثات ستبدأ في الربيع."),
               report("b", "", "غادر أمس وزير الزراعة العاصمة. قال رئيس الوزراء سالم الخطيب إنه مريض."));
  EXPECT_TRUE(found.reuse.empty());
}

TEST(Reuse, AFooterIsNoCopy) {
  const std::string footer =
      " رابط الخبر بصحيفة الوادي: تفاصيل الحصاد المبكر في السهول الغربية وتقديرات المزارعين للمحصول";
  const Collection found = together(report("a", "الوادي", "بدأ الحصاد\nبدأ المزارعون حصاد القمح باكرا." + footer),
                                    report("b", "الوادي", "أسعار الخبز\nارتفع سعر الرغيف في المدينة." + footer));
  EXPECT_TRUE(found.reuse.empty());
}

TEST(Reuse, TheLaterReportHasItFromTheEarlier) {
  const Collection found =
      together(report("a", "", "حريق\n" + wire, "2031-05-02"), report("b", "", "نار\n" + wire, "2031-05-04"));
  ASSERT_EQ(found.reuse.size(), 1U);
  EXPECT_EQ(found.reuse[0].direction, Direction::b_from_a);
  EXPECT_EQ(found.reuse[0].direction_reason, "time");
}

TEST(Reuse, WithoutTimeOrCreditTheDirectionIsUnknown) {
  const Collection found = together(report("a", "", "حريق\n" + wire), report("b", "", "حريق\n" + wire));
  ASSERT_FALSE(found.reuse.empty());
  EXPECT_EQ(found.reuse[0].direction, Direction::unknown);
  EXPECT_TRUE(found.reuse[0].direction_reason.empty());
}

}  // namespace
}  // namespace isnad
