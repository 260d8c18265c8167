// `isnad stories`, `isnad copies` and `isnad explain --together` from outside.
#include <gtest/gtest.h>

#include "run_program.h"

namespace isnad {
namespace {

const std::string told =
    R"(قال مدير السد إن منسوب المياه ارتفع خلال ساعات وإن 14 قرية أخليت احترازيا من السكان قبل وصول السيول الجارفة.)";
const std::string retold =
    R"(قال مدير السد إن منسوب المياه ارتفع خلال ساعات وإن 16 قرية أخليت احترازيا من السكان قبل وصول السيول الجارفة.)";

std::string line(const std::string& id, const std::string& text) {
  return R"({"id":")" + id + R"(","outlet":"الوادي","published":"2031-05-04","text":"إخلاء قرى قرب السد\n)" + text +
         "\"}\n";
}

const std::string reports = line("one", told) + line("two", retold);

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

TEST(CliStories, ListsTheStoriesForPeople) {
  const ProgramResult result = run_isnad("stories -", reports);
  EXPECT_EQ(result.status, 0) << result.err;
  EXPECT_TRUE(holds(result.out, "1 stories")) << result.out;
  EXPECT_TRUE(holds(result.out, "إخلاء قرى قرب السد")) << result.out;
  EXPECT_TRUE(holds(result.out, "2 reports · 1 independent · 2031-05-04 · story-one")) << result.out;
}

TEST(CliStories, ListsTheStoriesAsJson) {
  const ProgramResult result = run_isnad("stories --json -", reports);
  EXPECT_EQ(result.status, 0) << result.err;
  EXPECT_TRUE(holds(result.out, R"({"stories":[{"id":"story-one")")) << result.out;
  EXPECT_TRUE(holds(result.out, R"("documents":["one","two"],"in_part":[])")) << result.out;
}

TEST(CliCopies, ShowsTheChangesSideBySide) {
  const ProgramResult result = run_isnad("copies --width 160 - one two", reports);
  EXPECT_EQ(result.status, 0) << result.err;
  EXPECT_TRUE(holds(result.out, "⟦14⟧")) << result.out;
  EXPECT_TRUE(holds(result.out, "⟦16⟧")) << result.out;
  EXPECT_TRUE(holds(result.out, "number: 14 | 16")) << result.out;
  EXPECT_EQ(run_isnad("copies --width 160 - two one", reports).out, result.out);
}

TEST(CliCopies, WritesJson) {
  const ProgramResult result = run_isnad("copies --json - one two", reports);
  EXPECT_EQ(result.status, 0) << result.err;
  EXPECT_TRUE(result.out.starts_with(R"({"a":{"id":"one")")) << result.out;
  EXPECT_TRUE(holds(result.out, R"("number":true)")) << result.out;
}

TEST(CliExplain, SaysWhyTwoReportsAreOneStory) {
  const ProgramResult english = run_isnad("explain --language en - --together one two", reports);
  EXPECT_EQ(english.status, 0) << english.err;
  EXPECT_TRUE(holds(english.out, "The two reports tell one story")) << english.out;
  EXPECT_TRUE(holds(english.out, "words in common: ")) << english.out;
  const ProgramResult arabic = run_isnad("explain --language ar - --together one two", reports);
  EXPECT_TRUE(holds(arabic.out, "التقريران من قصة واحدة")) << arabic.out;
  const ProgramResult json = run_isnad("explain --json --together - one two", reports);
  EXPECT_TRUE(holds(json.out, R"("together":true,"story_a":"story-one")")) << json.out;
  EXPECT_TRUE(holds(json.out, R"("clue":"words","weight":)")) << json.out;
}

TEST(CliExplain, WrongUsageIsStatusTwo) {
  for (const char* arguments : {"explain -", "explain --together - one", "explain --together - one three"}) {
    EXPECT_EQ(run_isnad(arguments, reports).status, 2) << arguments;
  }
}

TEST(CliCopies, WrongUsageIsStatusTwo) {
  for (const char* arguments : {"copies - one", "copies - one three", "copies --width 5 - one two"}) {
    const ProgramResult result = run_isnad(arguments, reports);
    EXPECT_EQ(result.status, 2) << arguments;
    EXPECT_TRUE(result.err.starts_with("isnad: ")) << result.err;
  }
}

TEST(CliCopies, ReportsWithoutCopiesSayso) {
  const ProgramResult result = run_isnad(
      "copies - one three", line("one", told) + line("three", "ارتفعت أسعار القمح في الأسواق العالمية لليوم الثاني."));
  EXPECT_EQ(result.status, 0) << result.err;
}

}  // namespace
}  // namespace isnad
