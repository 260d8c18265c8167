// `isnad explain`: why the program decided as it did. One option for each kind of decision.
#include "base/error.h"
#include "output/explain_view.h"
#include "output/json.h"
#include "run_common.h"

namespace isnad::cli {
namespace {

FigureRef figure_named(const Collection& collection, const std::string& id) {
  for (uint32_t d = 0; d < collection.documents.size(); ++d) {
    for (uint32_t f = 0; f < collection.documents[d].figures.size(); ++f) {
      if (figure_id(d, f) == id) return {d, f};
    }
  }
  throw Error(ErrorCode::usage, "", "no figure of the input has the id '" + id + "'; --json writes the ids");
}

}  // namespace

int run_explain(const Arguments& arguments) {
  check_options(arguments);
  if (!arguments.has("figure")) throw Error(ErrorCode::usage, "", "explain takes --figure");
  const Lexicon lexicon = load_lexicon(TableSource(arguments.value("data")));
  ProblemCounter problems;
  const std::optional<Collection> collection = gather(arguments, arguments.operands, lexicon, problems);
  if (!collection) return 1;
  const FigureRef ref = figure_named(*collection, arguments.value("figure"));
  print(explain_view(*collection, explain_figure(*collection, lexicon, ref, language_of(arguments)),
                     terminal_options(arguments, false)));
  return problems.status();
}

}  // namespace isnad::cli
