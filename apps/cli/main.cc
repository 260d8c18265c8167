// The program: `isnad COMMAND`. Errors are caught here and nowhere else.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/version.h"
#include "output/json.h"
#include "pipeline/pipeline.h"
#include "read/reports.h"

int main(int argc, char** argv) {
  CLI::App app("isnad: who says what in Arabic news, and from whom they have it");
  app.set_version_flag("--version", std::string("isnad ") + isnad::version);
  app.require_subcommand(1);
  std::vector<std::string> inputs;
  std::string data;
  bool json = false;
  unsigned threads = 1;
  auto* annotate = app.add_subcommand("annotate", "one JSON line for each report");
  auto* report = app.add_subcommand("report", "the story of the reports");
  for (CLI::App* command : {annotate, report}) {
    command->add_option("INPUT", inputs)->required();
    command->add_option("--data", data);
    command->add_option("--threads", threads);
    command->add_flag("--json", json);
  }
  CLI11_PARSE(app, argc, argv);
  int status = 0;
  try {
    const isnad::Lexicon lexicon = isnad::load_lexicon(isnad::TableSource(data));
    std::vector<isnad::Document> documents;
    const auto on_problem = [&](const isnad::ReadProblem& problem) {
      std::fprintf(stderr, "isnad: %s: %s\n", problem.place.c_str(), problem.sentence.c_str());
      status = 1;
    };
    isnad::read_reports(
        inputs,
        [&](isnad::Document&& document) {
          if (report->parsed()) {
            documents.push_back(std::move(document));
          } else {
            isnad::annotate(document, lexicon);
            std::puts(isnad::document_json(document).c_str());
          }
        },
        on_problem);
    if (report->parsed()) std::puts(isnad::report_json(isnad::build_report(std::move(documents), lexicon, threads)).c_str());
  } catch (const isnad::Error& error) {
    std::fprintf(stderr, "isnad: %s\n", error.what());
    return 1;
  }
  return status;
}
