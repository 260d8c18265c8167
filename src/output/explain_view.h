// An explanation for people, in a terminal.
#pragma once

#include <string>
#include <vector>

#include "document/collection.h"
#include "output/terminal.h"
#include "stories/explain.h"

namespace isnad {

// One paragraph a line, with the reports it rests on by their ids.
std::string explain_view(const Collection& collection, const std::vector<ExplanationLine>& lines,
                         const TerminalOptions& options);

}  // namespace isnad
