// Inputs: what the user names → the files that hold reports.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "read/reports.h"

namespace isnad {

enum class FileKind : uint8_t { text, json, json_lines, web_page, other };

// By the ending of the name; "-" and endings that tell nothing are `other`.
FileKind kind_by_name(const std::string& path);

// Files of the inputs in order: a file as it is, "-" as it is, a folder as the report files below it in order of
// their paths, a glob (`*`, `?`, `[`) as what it matches. What is not there or holds no reports goes to on_problem.
std::vector<std::string> expand_inputs(const std::vector<std::string>& inputs,
                                       const std::function<void(const ReadProblem&)>& on_problem);

}  // namespace isnad
