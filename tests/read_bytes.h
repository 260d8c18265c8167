// Reads bytes as `isnad read` would, for tests.
#pragma once

#include <string>
#include <vector>

#include "read/reports.h"

namespace isnad {

struct WasRead {
  std::vector<Document> documents;
  std::vector<ReadProblem> problems;

  // "place: sentence" of all problems, each on its line.
  std::string complaints() const {
    std::string out;
    for (const ReadProblem& problem : problems) out += problem.place + ": " + problem.sentence + "\n";
    return out;
  }
};

inline WasRead was_read(const std::string& bytes, const std::string& name) {
  static const PageLexicon pages = load_pages();
  WasRead read;
  read_bytes(
      bytes, name, pages, [&](Document&& document) { read.documents.push_back(std::move(document)); },
      [&](const ReadProblem& problem) { read.problems.push_back(problem); });
  return read;
}

}  // namespace isnad
