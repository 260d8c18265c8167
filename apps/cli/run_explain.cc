// `isnad explain`: why the program decided as it did. Each kind of decision has its option and its function.
#include "base/error.h"
#include "output/explain_entity.h"
#include "output/explain_together.h"
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

int explain_figure_of(const Arguments& arguments) {
  if (arguments.has("json")) throw Error(ErrorCode::usage, "", "explain --figure writes text; leave --json out");
  const Lexicon lexicon = load_lexicon(table_source(arguments));
  ProblemCounter problems;
  const std::optional<Collection> collection = gather(arguments, arguments.operands, lexicon, problems);
  if (!collection) return 1;
  const FigureRef ref = figure_named(*collection, arguments.value("figure"));
  print(explain_view(*collection, explain_figure(*collection, lexicon, ref, language_of(arguments)),
                     terminal_options(arguments, false)));
  return problems.status();
}

int explain_together_of(const Arguments& arguments) {
  std::vector<std::string> inputs = arguments.operands;
  const std::vector<std::string> ids = take_two_ids(inputs, "explain --together");
  const Lexicon lexicon = load_lexicon(table_source(arguments));
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

int explain_entity_of(const Arguments& arguments) {
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

}  // namespace

int run_explain(const Arguments& arguments) {
  check_options(arguments);
  const std::pair<const char*, int (*)(const Arguments&)> kinds[] = {
      {"entity", explain_entity_of}, {"figure", explain_figure_of}, {"together", explain_together_of}};
  int (*chosen)(const Arguments&) = nullptr;
  for (const auto& [option, explain] : kinds) {
    if (!arguments.has(option)) continue;
    if (chosen) throw Error(ErrorCode::usage, "", "explain takes one of --entity, --figure and --together at a time");
    chosen = explain;
  }
  if (!chosen) throw Error(ErrorCode::usage, "", "explain takes --entity NAME, --figure N or --together");
  return chosen(arguments);
}

}  // namespace isnad::cli
