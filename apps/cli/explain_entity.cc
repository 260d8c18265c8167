// `isnad explain --entity`.
#include "explain_entity.h"

#include "base/error.h"
#include "output/explain_entity.h"
#include "run_common.h"

namespace isnad::cli {

int run_explain_entity(const Arguments& arguments) {
  check_options(arguments);
  const Lexicon lexicon = load_lexicon(table_source(arguments));
  ProblemCounter problems;
  const std::optional<Collection> collection = gather(arguments, arguments.operands, lexicon, problems);
  if (!collection) return 1;
  const EntityExplanation explanation =
      explain_entity(*collection, lexicon, arguments.value("entity"), arguments.value("with"));
  if (explanation.cases.empty()) {
    complain("no report names '" + arguments.value("entity") + "'");
    return 1;
  }
  print(arguments.has("json")
            ? entity_explanation_json(*collection, explanation) + "\n"
            : entity_explanation_view(*collection, explanation, lexicon.interface, terminal_options(arguments, false)));
  return problems.status();
}

int run_explain(const Arguments& arguments) {
  if (arguments.has("entity")) return run_explain_entity(arguments);
  throw Error(ErrorCode::usage, "", "explain takes --entity NAME");
}

}  // namespace isnad::cli
