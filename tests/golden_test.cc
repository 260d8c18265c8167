// Golden text: what the program writes for examples/, held letter by letter. After a change that is meant, look at the
// difference and write the new text with ISNAD_UPDATE_GOLDEN=1.
#include <gtest/gtest.h>

#include "run_program.h"

namespace isnad {
namespace {

struct Golden {
  const char* file;
  const char* arguments;
};

class GoldenText : public testing::TestWithParam<Golden> {};

TEST_P(GoldenText, IsWhatTheProgramWrites) {
  const std::string expected_path = std::string(ISNAD_SOURCE_DIR) + "/tests/golden/" + GetParam().file;
  const std::string command = std::string(GetParam().arguments);
  std::filesystem::current_path(ISNAD_SOURCE_DIR);
  const ProgramResult result = run_isnad(command);
  ASSERT_EQ(result.status, 0) << result.err;
  if (std::getenv("ISNAD_UPDATE_GOLDEN")) {
    std::ofstream(expected_path, std::ios::binary) << result.out;
    GTEST_SKIP() << "skipped: wrote " << expected_path;
  }
  EXPECT_EQ(result.out, file_bytes(expected_path)) << "isnad " << command;
}

INSTANTIATE_TEST_SUITE_P(
    Examples, GoldenText,
    testing::Values(Golden{"report.en.txt", "report --language en examples"},
                    Golden{"report.ar.txt", "report --language ar examples"},
                    Golden{"report.narrow.txt", "report --language en --width 40 --color never examples/08-feed.jsonl"},
                    Golden{"annotate.jsonl",
                           "annotate --layers lines,times,figures,statements examples/01-wire-alufuq.txt"},
                    Golden{"man.txt", "man"}, Golden{"completion.bash", "completion bash"}),
    [](const auto& it) {
      std::string name = it.param.file;
      for (char& c : name) c = std::isalnum(static_cast<unsigned char>(c)) ? c : '_';
      return name;
    });

}  // namespace
}  // namespace isnad
