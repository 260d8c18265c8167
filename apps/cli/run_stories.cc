// `isnad stories` and `isnad copies`.
#include <algorithm>

#include "base/error.h"
#include "output/json.h"
#include "run_common.h"

namespace isnad::cli {

int run_stories(const Arguments& arguments) {
  check_options(arguments);
  const Lexicon lexicon = load_lexicon(table_source(arguments));
  ProblemCounter problems;
  const std::optional<Collection> collection = gather(arguments, arguments.operands, lexicon, problems);
  if (!collection) return 1;
  print(arguments.has("json") ? stories_json(*collection) + "\n"
                              : stories_view(*collection, lexicon.interface, terminal_options(arguments, false)));
  return problems.status();
}

int run_copies(const Arguments& arguments) {
  check_options(arguments);
  std::vector<std::string> inputs = arguments.operands;
  const std::vector<std::string> ids = take_two_ids(inputs, "copies");
  const Lexicon lexicon = load_lexicon(table_source(arguments));
  ProblemCounter problems;
  const std::optional<Collection> collection = gather(arguments, inputs, lexicon, problems);
  if (!collection) return 1;
  // Passages stand in the collection's order of reports, whatever the order asked for.
  const auto [a, b] = std::minmax({document_named(*collection, ids.front()), document_named(*collection, ids.back())});
  print(arguments.has("json") ? copies_json(*collection, a, b) + "\n"
                              : copies_view(*collection, a, b, lexicon.interface, terminal_options(arguments, false)));
  return problems.status();
}

}  // namespace isnad::cli
