// What `isnad explain --entity` writes.
#pragma once

#include <string>

#include "output/terminal.h"
#include "stories/entities_explain.h"

namespace isnad {

// For people: each entity with its spellings and the rules that joined them, then what keeps the entities apart.
std::string entity_explanation_view(const Collection& collection, const EntityExplanation& explanation,
                                    const InterfaceText& words, const TerminalOptions& options);

// The same as JSON (docs/json.md).
std::string entity_explanation_json(const Collection& collection, const EntityExplanation& explanation);

}  // namespace isnad
