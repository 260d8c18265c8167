#include "stories/published.h"

#include <gtest/gtest.h>

#include "base/calendar.h"
#include "pipeline/pipeline.h"
#include "stories/published_given.h"

namespace isnad {
namespace {

const Lexicon& lexicon() {
  static const Lexicon loaded = load_lexicon();
  return loaded;
}

Document report(std::string id, std::string text, std::string given = "") {
  Document document;
  document.id = std::move(id);
  document.text = std::move(text);
  document.published_given = std::move(given);
  return document;
}

TEST(Published, ReadsTheFormsOfMetadata) {
  const Day day{2015, 7, 20};
  for (const char* text : {"2015-07-20", "2015-07-20T10:11:12Z", "2015-07-20 10:11:12", "2015-07-20T10:11:12.345+03:00",
                           "Mon, 20 Jul 2015 10:11:12 +0300", "20 July 2015", "July 20, 2015", "20150720", "1437387072",
                           "1437387072000"}) {
    const auto date = read_given_date(text);
    ASSERT_TRUE(date) << text;
    EXPECT_EQ(date->day, day) << text;
  }
  for (const char* text : {"", "yesterday", "2015-13-40", "2015-02-30", "99"})
    EXPECT_FALSE(read_given_date(text)) << text;
  EXPECT_EQ(read_given_date("2015-07-20T10:11:12+03:00")->time, "10:11:12+03:00");
}

TEST(Published, TheTextCorrectsTheTimeOfSaving) {
  Document document = report("a", "أعلن الوزير اليوم (الاثنين) فتح الطريق", "2015-07-21 02:52:52");
  annotate(document, lexicon());
  EXPECT_EQ(document.published, (Day{2015, 7, 20}));
  EXPECT_EQ(document.published_basis, PublishedBasis::text);
  EXPECT_FALSE(document.published_reason.empty());
  EXPECT_TRUE(document.published_time.empty());
}

TEST(Published, TheAddressOfThePage) {
  EXPECT_EQ(day_of_address("https://news.example/2015/07/20/story"), (Day{2015, 7, 20}));
  EXPECT_EQ(day_of_address("https://news.example/a-2015-07-20.html"), (Day{2015, 7, 20}));
  EXPECT_FALSE(day_of_address("https://news.example/2015/77/20/story"));
  EXPECT_FALSE(day_of_address("https://news.example/12015/07/200"));
  Document document = report("a", "فتحت البلدية الطريق بعد الإصلاح");
  document.url = "https://news.example/2015/07/20/story";
  annotate(document, lexicon());
  EXPECT_EQ(document.published, (Day{2015, 7, 20}));
  EXPECT_EQ(document.published_basis, PublishedBasis::page);
}

TEST(Published, AtNightTodayIsTheDayBefore) {
  Document document = report("a", "أعلن الوزير اليوم فتح الطريق", "2015-07-21 02:52:52");
  annotate(document, lexicon());
  EXPECT_EQ(document.published, (Day{2015, 7, 20}));
}

TEST(Published, AQuotedTomorrowDoesNotCount) {
  Document document = report("a", "قال الوزير «سنفتح الطريق غدا (السبت)» في كلمته", "2015-08-01 09:00:00");
  annotate(document, lexicon());
  EXPECT_EQ(document.published, (Day{2015, 8, 1}));
}

TEST(Published, ADayOfTheWeekWithItsDateTellsTheYear) {
  Document document = report("a", "أعلنت اللجنة السبت الثامن من يناير نتائج التحقيق، وقالت اليوم السبت إنها نهائية");
  annotate(document, lexicon());
  EXPECT_EQ(document.published, (Day{2022, 1, 8}));
  EXPECT_EQ(document.published_basis, PublishedBasis::text);
}

TEST(Published, OtherReportsTellWhatOneLeavesOpen) {
  std::vector<Document> documents;
  documents.push_back(report(
      "a", "انهار جسر الوادي قرب بلدة الزهراء السبت الثامن من يناير، وقالت البلدية اليوم السبت إن الحركة توقفت"));
  documents.push_back(report("b", "قالت البلدية اليوم الاثنين إن إصلاح جسر الوادي قرب بلدة الزهراء سيبدأ"));
  const Collection collection = build_report(std::move(documents), lexicon());
  EXPECT_EQ(collection.documents[0].published, (Day{2022, 1, 8}));
  EXPECT_EQ(collection.documents[1].published, (Day{2022, 1, 10}));
  EXPECT_EQ(collection.documents[1].published_basis, PublishedBasis::story);
}

TEST(Published, NothingToldNothingKnown) {
  Document document = report("a", "فتحت البلدية الطريق بعد الإصلاح");
  annotate(document, lexicon());
  EXPECT_FALSE(document.published.known());
  EXPECT_EQ(document.published_basis, PublishedBasis::unknown);
}

TEST(Calendar, DaysMonthsAndWeeks) {
  EXPECT_EQ(weekday_of(day_number(2022, 1, 8)), 6);
  EXPECT_EQ(day_number(2021, 13, 8), day_number(2022, 1, 8));
  EXPECT_EQ(day_number(2022, 0, 8), day_number(2021, 12, 8));
  EXPECT_EQ(iso_week(day_number(2022, 1, 2)).week, 52);
  EXPECT_EQ(iso_week(day_number(2022, 1, 3)).week, 1);
  EXPECT_EQ(days_in_month(2016, 2), 29);
  EXPECT_EQ(hijri_day_number(1443, 6, 5), day_number(2022, 1, 8));
  EXPECT_FALSE(hijri_day_number(1436, 13, 1));
  const CalendarDay hijri = hijri_day(day_number(2015, 8, 11));
  EXPECT_EQ(hijri.month, 10);
  EXPECT_EQ(hijri.day, 26);
}

}  // namespace
}  // namespace isnad
