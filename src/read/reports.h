// Reading: files, folders, globs and standard input of many kinds → documents with their text, one after another.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "document/document.h"

namespace isnad {

// What could not be read: the place and one sentence for the user. The rest is read on.
struct ReadProblem {
  std::string place;
  std::string sentence;
};

// Reads all reports of the inputs in order (a folder in order of file names; "-" is standard input) and hands each to
// on_report: id, metadata, source, text and alignment are set, no layer is. Problems go to on_problem.
void read_reports(const std::vector<std::string>& inputs, const std::function<void(Document&&)>& on_report,
                  const std::function<void(const ReadProblem&)>& on_problem);

}  // namespace isnad
