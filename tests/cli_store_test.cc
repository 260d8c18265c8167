// The commands over a store, from outside.
#include <gtest/gtest.h>

#include "run_program.h"
#include "store/sqlite.h"

namespace isnad {
namespace {

const std::string reports =
    R"({"id":"a","outlet":"الأفق","published":"2024-03-01","url":"http://a.example/1","text":"حريق في مصنع النسيج\nقالت الشرطة إن خمسة عمال قتلوا في حريق بمصنع النسيج في سلمانة."})"
    "\n"
    R"({"id":"b","outlet":"الضحى","published":"2024-03-01","text":"سبعة قتلى في حريق مصنع النسيج\nقالت الشرطة إن سبعة عمال قتلوا في حريق مصنع النسيج في سلمانة."})"
    "\n";

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

class CliStore : public testing::Test {
 protected:
  CliStore() : store_("'" + folder_.path("desk.db") + "'") {
    EXPECT_EQ(run_isnad("add " + store_ + " -", reports).status, 0);
  }

  ProgramResult run(const std::string& command, const std::string& rest = {}) const {
    return run_isnad(command + " " + store_ + " " + rest);
  }

  TestFolder folder_;
  std::string store_;
};

TEST_F(CliStore, AddTellsWhatIsNew) {
  const ProgramResult again = run_isnad("add " + store_ + " -", reports);
  EXPECT_EQ(again.status, 0) << again.err;
  EXPECT_TRUE(has(again.out, "0 reports added, 2 known before")) << again.out;
  EXPECT_EQ(run("check").out, "the store is sound\n");
}

TEST_F(CliStore, SearchFindsAndSaysWhereNothingIs) {
  const ProgramResult found = run("search", "--json عامل النسيج");
  EXPECT_EQ(found.status, 0) << found.err;
  EXPECT_TRUE(has(found.out, R"("total":2)")) << found.out;
  EXPECT_TRUE(has(run("search", "--color never قتيل").out, "⟦قتلى⟧"));
  EXPECT_EQ(run("search", "فيضان").status, 1);
  EXPECT_EQ(run_isnad("search " + store_).status, 2);
  EXPECT_EQ(run_isnad("search no-such-store قتيل").status, 1);
}

TEST_F(CliStore, ExportGivesBackWhatWasAdded) {
  EXPECT_EQ(run("correct", "exclude b --author سعاد --note قديم").status, 0);
  EXPECT_TRUE(has(run("correct", "list").out, "سعاد"));
  const std::string file = folder_.path("desk.jsonl");
  ASSERT_EQ(run("export", "-o '" + file + "'").status, 0);
  const std::string other = "'" + folder_.path("other.db") + "'";
  const ProgramResult imported = run_isnad("import " + other + " '" + file + "'");
  EXPECT_EQ(imported.status, 0) << imported.err;
  EXPECT_TRUE(has(imported.out, "2 reports and 1 corrections added")) << imported.out;
  EXPECT_EQ(run_isnad("export " + other).out, file_bytes(file));
  EXPECT_TRUE(has(run_isnad("import " + other + " '" + file + "'").out, "0 reports and 0 corrections added"));
  EXPECT_EQ(run_isnad("check " + other).out, "the store is sound\n");
}

TEST_F(CliStore, ExportsOtherForms) {
  EXPECT_TRUE(has(run("export", "--form stories").out, R"("tolls")"));
  const std::string annotations = run("export", "--form annotations").out;
  EXPECT_TRUE(has(annotations, "http://www.w3.org/ns/anno.jsonld"));
  EXPECT_TRUE(has(annotations, R"("source":"http://a.example/1")"));
  EXPECT_TRUE(has(annotations, R"("source":"urn:isnad:b")"));
  EXPECT_TRUE(has(run("export", "--form claimreview").out, R"("@type":"ClaimReview")"));
  ASSERT_EQ(run("export", "--form csv -o '" + folder_.path("csv") + "'").status, 0);
  EXPECT_TRUE(file_bytes(folder_.path("csv/documents.csv")).starts_with("document,id,content_hash,outlet"));
  EXPECT_EQ(run("export", "--form csv").status, 2);
}

TEST_F(CliStore, WrongCorrectionsAreWrongUsage) {
  for (const char* what : {"", "paint s1", "merge s1", "merge s1 s99", "exclude nothing", "split s1", "same one",
                           "revoke x", "revoke 7", "note s1"}) {
    EXPECT_EQ(run("correct", what).status, 2) << what;
  }
  EXPECT_EQ(run_isnad("correct no-such-store list").status, 1);
}

// What a damaged row looks like to `check`.
TEST_F(CliStore, CheckTellsWhatIsWrong) {
  Database(folder_.path("desk.db"), Database::Mode::writer)
      .run("UPDATE texts SET text = text || ' ' WHERE document = 1");
  const ProgramResult result = run("check");
  EXPECT_EQ(result.status, 1);
  EXPECT_TRUE(has(result.err, "the report 'a' is not what was added")) << result.err;
}

}  // namespace
}  // namespace isnad
