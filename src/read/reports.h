// Reading: files, folders, globs and standard input of many kinds → documents with their text, one after another.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "document/document.h"
#include "lexicon/pages.h"

namespace isnad {

// What could not be read: the place and one sentence for the user. The rest is read on.
struct ReadProblem {
  std::string place;
  std::string sentence;
};

// Reads all reports of the inputs in order (a folder in order of file names; "-" is standard input) and hands each to
// on_report: id, metadata, source, text and alignment are set; of the layers, web pages bring their lines, nothing else
// has any. Problems go to on_problem.
void read_reports(const std::vector<std::string>& inputs, const PageLexicon& pages,
                  const std::function<void(Document&&)>& on_report,
                  const std::function<void(const ReadProblem&)>& on_problem);

}  // namespace isnad
