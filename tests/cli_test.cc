// The program from outside: what it writes, its exit status, and its one sentence for each kind of bad input.
#include <gtest/gtest.h>

#include <algorithm>

#include "run_program.h"

namespace isnad {
namespace {

const std::string report =
    R"({"id":"a","outlet":"الشروق الجديد","published":"2021-05-04","text":"مقتل ثلاثة في حريق بالميناء\nقالت الشرطة إن ثلاثة عمال قتلوا في حريق بالميناء."})"
    "\n";

size_t lines_of(const std::string& text) { return static_cast<size_t>(std::count(text.begin(), text.end(), '\n')); }

// Status 1, and one line on standard error that holds `sentence`.
void expect_complaint(const ProgramResult& result, const std::string& sentence) {
  EXPECT_EQ(result.status, 1);
  EXPECT_NE(result.err.find(sentence), std::string::npos) << result.err;
  EXPECT_TRUE(result.err.starts_with("isnad: ")) << result.err;
}

TEST(Cli, AnnotateWritesALineForEachReportInOrder) {
  const std::string second = R"({"id":"b","text":"انهيار مبنى في العاصمة"})"
                             "\n";
  const ProgramResult result = run_isnad("annotate -", report + second);
  EXPECT_EQ(result.status, 0) << result.err;
  EXPECT_EQ(lines_of(result.out), 2U);
  EXPECT_TRUE(result.out.starts_with(R"({"id":"a")")) << result.out.substr(0, 60);
}

TEST(Cli, LayersLimitsWhatIsWritten) {
  const ProgramResult result = run_isnad("annotate --layers numbers,times -", report);
  EXPECT_NE(result.out.find("\"numbers\""), std::string::npos);
  EXPECT_EQ(result.out.find("\"statements\""), std::string::npos);
  EXPECT_EQ(run_isnad("annotate --layers colours -", report).status, 2);
}

TEST(Cli, WrongUsageIsStatusTwo) {
  for (const char* arguments : {"", "repot x", "report", "report --color blue x", "report --threads 0 x",
                                "annotate --published May x", "report -o story.doc x", "completion tcsh"}) {
    const ProgramResult result = run_isnad(arguments, report);
    EXPECT_EQ(result.status, 2) << arguments;
    EXPECT_TRUE(result.err.starts_with("isnad: ")) << arguments;
    EXPECT_EQ(lines_of(result.err), 1U) << result.err;
  }
}

TEST(Cli, EachKindOfBadInputIsNamed) {
  const TestFolder folder;
  expect_complaint(run_isnad("annotate " + folder.path("missing.txt")), "there is no such file or folder");
  expect_complaint(run_isnad("annotate " + folder.path()), "the folder holds no reports");
  expect_complaint(
      run_isnad("annotate " + folder.write("image.txt", std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\1\2\3", 20))),
      "this is not text");
  expect_complaint(run_isnad("annotate " + folder.write("empty.txt", "")), "the file is empty");
  expect_complaint(run_isnad("annotate " + folder.write("blank.txt", " \n\n")), "the report has no text");
  expect_complaint(run_isnad("annotate " + folder.write("english.txt", "Three people died in a fire at the port.")),
                   "not in Arabic");
  expect_complaint(run_isnad("annotate " + folder.write("page.html", "<html></html>")),
                   "the web page holds no article");
  expect_complaint(run_isnad("annotate '" + folder.path("*.nothing") + "'"), "no file matches");
}

TEST(Cli, ABadReportNeverStopsTheOthers) {
  const TestFolder folder;
  const std::string lines = report + "{\"id\": \"broken\n" + "[1]\n" + report;
  const ProgramResult result = run_isnad("annotate " + folder.write("reports.jsonl", lines));
  EXPECT_EQ(result.status, 1);
  EXPECT_EQ(lines_of(result.out), 1U);
  EXPECT_NE(result.err.find("reports.jsonl:2: not valid JSON"), std::string::npos) << result.err;
  EXPECT_NE(result.err.find("reports.jsonl:3: a report must be a JSON object"), std::string::npos) << result.err;
  EXPECT_NE(result.err.find("reports.jsonl:4: the report 'a' was read before; it counts once"), std::string::npos)
      << result.err;
}

TEST(Cli, AnUnreadableFileIsNamed) {
  if (geteuid() == 0) GTEST_SKIP() << "skipped: root reads every file";
  const TestFolder folder;
  const std::string path = folder.write("secret.txt", "تقرير");
  std::filesystem::permissions(path, std::filesystem::perms::none);
  expect_complaint(run_isnad("annotate " + path), "can't be read");
}

TEST(Cli, AFileOfAGigabyteIsRefusedWithoutReadingItWhole) {
  const TestFolder folder;
  const std::string path = folder.write("huge.txt", "تقرير");
  std::filesystem::resize_file(path, 1ull << 30);  // sparse: takes no room on the disk
  const ProgramResult result = run_isnad("annotate " + path);
  EXPECT_EQ(result.status, 1);
  EXPECT_NE(result.err.find("larger than"), std::string::npos) << result.err;
}

TEST(Cli, ReportChoosesItsFormByTheEnding) {
  const TestFolder folder;
  const std::string input = folder.write("reports.jsonl", report);
  EXPECT_EQ(run_isnad("report " + input + " -o " + folder.path("s.json")).status, 0);
  EXPECT_TRUE(file_bytes(folder.path("s.json")).starts_with("{\"isnad\":"));
  EXPECT_EQ(run_isnad("report " + input + " -o " + folder.path("s.txt")).status, 0);
  EXPECT_NE(file_bytes(folder.path("s.txt")).find("[1]"), std::string::npos);
  const ProgramResult nowhere = run_isnad("report " + input + " -o " + folder.path("no/such/s.json"));
  EXPECT_EQ(nowhere.status, 1);
  EXPECT_NE(nowhere.err.find("can't be written"), std::string::npos);
}

TEST(Cli, ThePageHoldsTheDataAndNoScriptOfAReport) {
  const TestFolder folder;
  const std::string hostile =
      R"({"id":"x","title":"</script><script>alert(1)</script>","text":"</script><script>alert(1)</script> قال الوزير"})"
      "\n";
  const ProgramResult result = run_isnad("report - -o " + folder.path("s.html"), hostile);
  if (result.err.find("built without the page") != std::string::npos) GTEST_SKIP() << "skipped: built without the page";
  ASSERT_EQ(result.status, 0) << result.err;
  const std::string page = file_bytes(folder.path("s.html"));
  EXPECT_EQ(page.find("alert(1)</script>"), std::string::npos);
  EXPECT_NE(page.find("\\u003cscript>alert(1)"), std::string::npos);
}

TEST(Cli, TheResultIsTheSameWithAnyNumberOfThreads) {
  const std::string examples = std::string(ISNAD_SOURCE_DIR) + "/examples";
  const ProgramResult one = run_isnad("report --json --threads 1 " + examples);
  ASSERT_EQ(one.status, 0) << one.err;
  EXPECT_EQ(one.out, run_isnad("report --json --threads 4 " + examples).out);
  EXPECT_EQ(run_isnad("annotate --threads 1 " + examples).out, run_isnad("annotate --threads 3 " + examples).out);
}

TEST(Cli, HelpManualAndCompletionsNameEveryCommand) {
  const std::string man = run_isnad("man").out, bash = run_isnad("completion bash").out, help = run_isnad("--help").out;
  for (const char* command : {"annotate", "report", "completion", "man"}) {
    for (const std::string* text : {&man, &bash, &help}) EXPECT_NE(text->find(command), std::string::npos) << command;
  }
  EXPECT_EQ(run_isnad("--version").status, 0);
}

}  // namespace
}  // namespace isnad
