// `--names` and `isnad explain --entity` from outside. All names are invented.
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>

#include "run_program.h"

namespace isnad {
namespace {

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

// A file of names that goes when the test ends.
class NamesFile {
 public:
  explicit NamesFile(const std::string& bytes)
      : path_(std::filesystem::temp_directory_path() / ("isnad-names-" + std::to_string(getpid()) + ".tsv")) {
    std::ofstream(path_) << bytes;
  }
  ~NamesFile() { std::filesystem::remove(path_); }
  NamesFile(const NamesFile&) = delete;
  NamesFile& operator=(const NamesFile&) = delete;
  std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

std::string line(const std::string& id, const std::string& text) {
  return R"({"id":")" + id + R"(","outlet":"الوادي","published":"2031-05-04","text":"إخلاء قرى قرب السد\n)" + text +
         "\"}\n";
}

const std::string header = "name\ttype\tid\taliases\n";

TEST(CliNames, OwnNamesAreFound) {
  const NamesFile file("# mine\n" + header +
                       "قصر السنديان\tlocation\tplace:oak\tدار السنديان\nلجنة النخلة\torganization\t\n");
  const std::string report = line("one", "اجتمعوا أمس في دار السنديان ثم شكروا لجنة النخلة على الدعوة.");
  const ProgramResult result = run_isnad("annotate --layers mentions --names " + file.path() + " -", report);
  EXPECT_EQ(result.status, 0) << result.err;
  EXPECT_TRUE(holds(result.out, R"("place:oak")")) << result.out;
  EXPECT_TRUE(holds(result.out, R"("own:لجنة النخلة")")) << result.out;
  EXPECT_FALSE(holds(run_isnad("annotate --layers mentions -", report).out, "place:oak"));
}

TEST(CliNames, ErrorsHaveFileAndLine) {
  struct Case {
    std::string bytes, complaint;
  };
  for (const auto& [bytes, complaint] :
       {Case{header + "قصر السنديان\tlocation\t\nرامز\tpeople\t\n", ":3: 'people' is no type of name"},
        Case{header + "\tlocation\t\n", ":2: the row has no name"},
        Case{"name\tid\nرامز العوفي\tx\n", ": the table has no column 'type'"},
        Case{header + "أ\tperson\tx\nب\tlocation\tx\n", ":3: 'x' is the id of a name of another type"},
        Case{header + "أ\tperson\tx\ty\tz\n", ":2: more cells than columns"}}) {
    const NamesFile file(bytes);
    const ProgramResult result = run_isnad("annotate --names " + file.path() + " -", line("one", "قال."));
    EXPECT_EQ(result.status, 1) << complaint;
    EXPECT_TRUE(holds(result.err, file.path() + complaint)) << result.err;
  }
  EXPECT_TRUE(holds(run_isnad("annotate --names /no/such/file -", line("one", "قال.")).err, "/no/such/file"));
}

const std::string reports =
    line("one",
         "قال الوزير سامر تلدافي إن منسوب المياه ارتفع خلال ساعات. وأضاف تلدافي أن 14 قرية أخليت قبل وصول السيول.") +
    line("two", "قال الوزير سامر تلدافي إن منسوب المياه ارتفع خلال ساعات. وقالت المديرة نوال تلدافي إن 14 قرية أخليت.");

TEST(CliExplain, TellsWhyAShortNameIsOneWithTheFull) {
  const ProgramResult result = run_isnad("explain - --width 200 --entity تلدافي --with \"سامر تلدافي\"", reports);
  EXPECT_EQ(result.status, 0) << result.err;
  EXPECT_TRUE(holds(result.out, "the short name stands for the fuller name nearest to it in its report")) << result.out;
}

TEST(CliExplain, TellsWhatKeepsPersonsOfOneFamilyApart) {
  const ProgramResult result = run_isnad("explain - --json --entity \"سامر تلدافي\" --with \"نوال تلدافي\"", reports);
  EXPECT_EQ(result.status, 0) << result.err;
  EXPECT_TRUE(holds(result.out, R"("reason":"family_only")")) << result.out;
}

TEST(CliExplain, AnUnknownNameOrNoNameIsAnError) {
  EXPECT_EQ(run_isnad("explain - --width 200 --entity قوس", reports).status, 1);
  EXPECT_EQ(run_isnad("explain -", reports).status, 2);
}

}  // namespace
}  // namespace isnad
