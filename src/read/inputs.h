// Inputs: what the user names → the files that hold reports.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "read/reports.h"

namespace isnad {

struct InputFile {
  std::string path;
  // Named by the user or by its ending; false for a file of a folder that is opened only to see whether it is a report.
  bool named = true;
};

// Files of the inputs in order: a file as it is, "-" as it is, a folder as the files below it that may hold reports, in
// order of their paths and without the assets of saved pages, a glob (`*`, `?`, `[`) as what it matches. What is not
// there or holds no reports goes to on_problem.
std::vector<InputFile> expand_inputs(const std::vector<std::string>& inputs,
                                     const std::function<void(const ReadProblem&)>& on_problem);

}  // namespace isnad
