#include "run.h"

#include <filesystem>

#include "base/error.h"
#include "base/file.h"
#include "document/names.h"
#include "output/codings.h"
#include "output/json.h"
#include "output/page.h"
#include "pipeline/pipeline.h"
#include "progress.h"
#include "run_common.h"

namespace isnad::cli {
namespace {

constexpr size_t batch_of_reports = 64;  // annotated at a time, so that memory stays constant

// The form of what is written: the file's ending, or --json, or text for people.
std::string form_of(const Arguments& arguments) {
  const std::string file = arguments.value("output");
  const std::string ending = std::filesystem::path(file).extension().string();
  if (arguments.has("json") || ending == ".json") return "json";
  if (ending == ".html" || ending == ".htm") return "html";
  if (file.empty() || ending == ".txt" || arguments.has("as")) return "text";
  throw Error(ErrorCode::usage, "", "the ending of '" + file + "' names no form; it is .html, .json or .txt");
}

// Leaves the tolls under the rule asked for; all where none is.
void keep_rule(Collection& collection, const std::string& rule) {
  const std::optional<Rule> asked = named<Rule>(rule);
  if (!asked) return;
  for (Story& story : collection.stories)
    std::erase_if(story.tolls, [&](const Toll& toll) { return toll.rule != *asked; });
}

std::string render(const Collection& collection, const Arguments& arguments, const std::string& form) {
  if (form == "json") return report_json(collection, {.with_text = arguments.has("text")}) + "\n";
  if (form == "html") return report_page(collection, language_of(arguments));
  const InterfaceText words{table_source(arguments)};
  return terminal_view(collection, words, terminal_options(arguments, arguments.has("output")));
}

}  // namespace

int run_annotate(const Arguments& arguments) {
  const std::string published = published_of(arguments);
  const unsigned threads = threads_of(arguments);
  const JsonOptions options{.with_text = arguments.has("text"), .layers = layers_named(arguments.value("layers"))};
  const Lexicon lexicon = load_lexicon(table_source(arguments));
  ProblemCounter problems;
  Progress progress("reports", 0);
  std::vector<Document> batch;
  const auto flush = [&] {
    std::vector<std::string> lines(batch.size());
    annotate_all(batch, lexicon, threads, [&](size_t i) {
      lines[i] = document_json(batch[i], options) + "\n";
      batch[i] = {};
      progress.step();
    });
    for (const std::string& line : lines) print(line);
    batch.clear();
  };
  read_reports(
      arguments.operands, lexicon.pages,
      [&](Document&& document) {
        if (document.published_given.empty()) document.published_given = published;
        batch.push_back(std::move(document));
        if (batch.size() >= batch_of_reports) flush();
      },
      [&](const ReadProblem& problem) { problems(problem); });
  flush();
  return problems.status();
}

int run_report(const Arguments& arguments) {
  const std::string form = form_of(arguments);
  check_options(arguments);
  const Lexicon lexicon = load_lexicon(table_source(arguments));
  ProblemCounter problems;
  std::optional<Collection> collection = gather(arguments, arguments.operands, lexicon, problems);
  if (!collection) return 1;
  const std::optional<Coding> coding = coding_named(arguments.value("as"));
  if (!coding) keep_rule(*collection, arguments.value("rule"));
  const std::string text = coding ? codings_csv(*collection, *coding) : render(*collection, arguments, form);
  if (arguments.has("output")) {
    write_file(arguments.value("output"), text);
  } else {
    print(text);
  }
  return problems.status();
}

}  // namespace isnad::cli
