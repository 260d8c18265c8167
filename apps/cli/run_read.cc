// `isnad read`.
#include "output/json.h"
#include "progress.h"
#include "run_common.h"

namespace isnad::cli {
namespace {

constexpr size_t flush_bytes = 1u << 18;

}  // namespace

int run_read(const Arguments& arguments) {
  const PageLexicon pages = load_pages(table_source(arguments));
  std::string out;
  ProblemCounter problems;
  Progress progress("reports", 0);
  read_reports(
      arguments.operands, pages,
      [&](Document&& document) {
        out += reading_json(document) + "\n";
        if (out.size() > flush_bytes) {
          print(out);
          out.clear();
        }
        progress.step();
      },
      [&](const ReadProblem& problem) { problems(problem); });
  print(out);
  return problems.status();
}

}  // namespace isnad::cli
