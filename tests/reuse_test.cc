// Reuse: which passages two reports share by copying, what was changed in them, and who copied. Places, names and
// reports are invented.
#include <gtest/gtest.h>

#include <string>
#include <vector>

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
  EXPECT_EQ(found.reuse[0].direction_reason, "no_time");
}

TEST(Reuse, TheHourTellsWhereTheDayIsTheSame) {
  const Collection found = together(report("a", "", "حريق\n" + wire, "2031-05-02 18:30:00"),
                                    report("b", "", "نار\n" + wire, "2031-05-02 09:15:00"));
  ASSERT_FALSE(found.reuse.empty());
  EXPECT_EQ(found.reuse[0].direction, Direction::a_from_b);
  EXPECT_EQ(found.reuse[0].direction_reason, "time");
  const Collection undecided =
      together(report("a", "", "حريق\n" + wire, "2031-05-02"), report("b", "", "نار\n" + wire, "2031-05-02"));
  ASSERT_FALSE(undecided.reuse.empty());
  EXPECT_EQ(undecided.reuse[0].direction_reason, "same_day");
}

TEST(Reuse, WhoNamesTheOtherHasItFromThere) {
  const Collection credited = together(report("a", "رويترز", "حريق\n" + wire, "2031-05-04"),
                                       report("b", "السهول", "نار\nالمرفأ - رويترز\n" + wire, "2031-05-02"));
  ASSERT_FALSE(credited.reuse.empty());
  EXPECT_EQ(credited.reuse[0].direction, Direction::b_from_a);
  EXPECT_EQ(credited.reuse[0].direction_reason, "credit");
}

TEST(Reuse, TwoThatCreditOneAgencyNeedNotHaveCopiedOneAnother) {
  const Collection found = together(report("a", "الوادي", "حريق\nالمرفأ - رويترز\n" + wire, "2031-05-02"),
                                    report("b", "السهول", "نار\nالمرفأ - رويترز\n" + wire, "2031-05-04"));
  ASSERT_FALSE(found.reuse.empty());
  EXPECT_EQ(found.reuse[0].direction, Direction::unknown);
  EXPECT_EQ(found.reuse[0].direction_reason, "common_source");
}

TEST(Reuse, AConjunctionMoreIsAChange) {
  const Collection found = edited_copy("وأضاف", "أضاف");
  ASSERT_EQ(found.reuse.size(), 1U);
  ASSERT_EQ(found.reuse[0].changes.size(), 1U);
  EXPECT_EQ(found.documents[1].bytes(found.reuse[0].changes[0].b), "أضاف");
}

// Reports of one outlet on matters of their own, each with the same closing words.
std::vector<Document> pages_with_closing(size_t count, const std::string& closing) {
  static const std::vector<std::string> subjects = {"المدرسة", "الجسر",  "السوق",  "المطحنة", "المكتبة", "الحديقة",
                                                    "المسرح",  "المتحف", "الملعب", "القناة",  "السد",    "المرفأ",
                                                    "المطار",  "القلعة", "النفق",  "المعصرة", "البلدية", "المعهد",
                                                    "المصنع",  "المحطة", "الواحة", "المنارة", "القرية",  "الرصيف"};
  static const std::vector<std::string> deeds = {"أعيد ترميم", "تأخر افتتاح", "توسعت أعمال", "ناقش السكان مصير"};
  std::vector<Document> pages;
  for (size_t i = 0; i < count; ++i) {
    const std::string& subject = subjects[i % subjects.size()];
    pages.push_back(report("p" + std::to_string(i), "الوادي",
                           subject + "\n" + deeds[i % deeds.size()] + " " + subject + " بعد جدل دام " +
                               std::to_string(i + 3) + " أسابيع. " + closing));
  }
  return pages;
}

const std::string closing =
    "للتواصل مع محرر الصفحة أرسل رسالة قصيرة تبدأ بحرف الصاد ثم مسافة ثم نص التعليق إلى الرقم 70707 من أي شبكة.";

TEST(Reuse, WhatAnOutletPrintsOnEveryPageIsNoCopy) {
  EXPECT_TRUE(build_report(pages_with_closing(24, closing), lexicon(), 1, {}).reuse.empty());
}

TEST(Reuse, TwoPagesDoNotMakeBoilerplate) {
  EXPECT_FALSE(build_report(pages_with_closing(2, closing), lexicon(), 1, {}).reuse.empty());
}

TEST(Reuse, APhraseThatVeryManyReportsHoldIsNoCopy) {
  std::vector<Document> pages = pages_with_closing(24, "");
  for (size_t i = 0; i < pages.size(); ++i) {
    pages[i].outlet = "صحيفة " + std::to_string(i);
    pages[i].text += "رفع الحضور أسمى آيات التهاني والتبريكات بهذه المناسبة السعيدة ثم انصرفوا عند الساعة " +
                     std::to_string(i + 1) + ".";
  }
  EXPECT_TRUE(build_report(pages, lexicon(), 1, {}).reuse.empty());
}

TEST(Reuse, TheSameWithAnyNumberOfThreads) {
  std::vector<Document> reports = pages_with_closing(12, "");
  for (Document& page : reports) page.text += wire;
  const Collection one = build_report(reports, lexicon(), 1, {}), four = build_report(reports, lexicon(), 4, {});
  ASSERT_EQ(one.reuse.size(), four.reuse.size());
  for (size_t i = 0; i < one.reuse.size(); ++i) {
    EXPECT_EQ(one.reuse[i].a, four.reuse[i].a);
    EXPECT_EQ(one.reuse[i].b, four.reuse[i].b);
  }
}

const std::string second_wire =
    "ووصف شهود من الصيادين ألسنة اللهب التي ارتفعت فوق الصوامع القديمة وأضاءت الخليج كله حتى شروق الشمس، فيما "
    "طلبت القبطانية من السفن الراسية الابتعاد مسافة ميلين عن الحواجز.";

const CopyNode* node_of(const Story& story, uint32_t document) {
  for (const CopyNode& node : story.copies) {
    if (node.document == document) return &node;
  }
  return nullptr;
}

TEST(CopyGraph, TellsOriginsReprintsAndMixtures) {
  const Collection found = build_report({report("a", "", "حريق في الميناء\n" + wire, "2031-05-02"),
                                         report("b", "", "حريق الميناء ليلا\n" + second_wire, "2031-05-02"),
                                         report("c", "", "حريق في الميناء\n" + wire, "2031-05-03"),
                                         report("d", "", "حريق في الميناء\n" + wire + " " + second_wire, "2031-05-04")},
                                        lexicon(), 1, {});
  ASSERT_EQ(found.stories.size(), 1U);
  const Story& story = found.stories[0];
  for (uint32_t d = 0; d < 4; ++d) ASSERT_NE(node_of(story, d), nullptr) << d;
  EXPECT_EQ(node_of(story, 0)->role, CopyRole::origin);
  EXPECT_EQ(node_of(story, 1)->role, CopyRole::origin);
  EXPECT_EQ(node_of(story, 2)->role, CopyRole::reprint);
  EXPECT_EQ(node_of(story, 2)->from[0].document, 0U);
  EXPECT_TRUE(node_of(story, 2)->from[0].certain);
  const CopyNode& mixture = *node_of(story, 3);
  EXPECT_EQ(mixture.role, CopyRole::mixture);
  ASSERT_EQ(mixture.from.size(), 2U);
  EXPECT_EQ(mixture.from[0].document + mixture.from[1].document, 1U);
  EXPECT_LT(mixture.own, 0.1);
}

TEST(CopyGraph, AReportThatSharesNothingHasNoPlaceInIt) {
  const Collection found =
      together(report("a", "", "حريق في الميناء\n" + wire), report("b", "", "حريق\nكلام آخر كله."));
  for (const Story& story : found.stories) EXPECT_TRUE(story.copies.empty());
}

}  // namespace
}  // namespace isnad
