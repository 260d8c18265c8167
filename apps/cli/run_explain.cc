// `isnad explain`: why something was decided. Each kind of decision has its option and its function.
#include "base/error.h"
#include "output/explain_together.h"
#include "run_common.h"

namespace isnad::cli {
namespace {

int explain_together_of(const Arguments& arguments) {
  std::vector<std::string> inputs = arguments.operands;
  const std::vector<std::string> ids = take_two_ids(inputs, "explain --together");
  const Lexicon lexicon = load_lexicon(TableSource(arguments.value("data")));
  ProblemCounter problems;
  const std::optional<Collection> collection = gather(arguments, inputs, lexicon, problems);
  if (!collection) return 1;
  const StoryPairExplanation explanation = explain_together(
      *collection, lexicon, document_named(*collection, ids.front()), document_named(*collection, ids.back()));
  print(arguments.has("json")
            ? together_json(*collection, explanation) + "\n"
            : together_view(*collection, explanation, lexicon.interface, terminal_options(arguments, false)));
  return problems.status();
}

}  // namespace

int run_explain(const Arguments& arguments) {
  check_options(arguments);
  if (arguments.has("together")) return explain_together_of(arguments);
  throw Error(ErrorCode::usage, "", "explain takes --together");
}

}  // namespace isnad::cli
