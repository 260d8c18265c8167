// The views of `isnad explain --together`.
#pragma once

#include <string>

#include "output/terminal.h"
#include "stories/story_explain.h"

namespace isnad {

std::string together_view(const Collection& collection, const StoryPairExplanation& explanation,
                          const InterfaceText& words, const TerminalOptions& options);
std::string together_json(const Collection& collection, const StoryPairExplanation& explanation);

}  // namespace isnad
