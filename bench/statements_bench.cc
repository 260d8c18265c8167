// Speed of the search for statements alone, on one core: MB of text and words a second of processor time.
// usage: statements_bench REPORTS... (JSON lines or text files)
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <string>
#include <vector>

#include "claims/statements.h"
#include "pipeline/pipeline.h"
#include "read/reports.h"

int main(int argc, char** argv) {
  const isnad::Lexicon lexicon = isnad::load_lexicon();
  std::vector<isnad::Document> documents;
  const std::vector<std::string> inputs(argv + 1, argv + argc);
  isnad::read_reports(
      inputs, lexicon.pages,
      [&](isnad::Document&& document) {
        isnad::annotate(document, lexicon);
        documents.push_back(std::move(document));
      },
      [](const isnad::ReadProblem&) {});
  size_t bytes = 0, words = 0, statements = 0;
  constexpr int rounds = 5;
  double best = 1e9;
  for (int round = 0; round < rounds; ++round) {
    bytes = words = statements = 0;
    const std::clock_t start = std::clock();
    for (isnad::Document& document : documents) {
      isnad::find_statements(document, lexicon);
      bytes += document.text.size();
      words += document.words.size();
      statements += document.statements.size();
    }
    best = std::min(best, static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
  }
  std::printf("%zu reports, %.1f MB, %zu words, %zu statements: %.1f MB/s, %.2f million words/s\n", documents.size(),
              static_cast<double>(bytes) / 1e6, words, statements, static_cast<double>(bytes) / 1e6 / best,
              static_cast<double>(words) / 1e6 / best);
  return 0;
}
