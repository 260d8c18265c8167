// Contents: where what is said ends, and whether it is quoted.
#pragma once

#include <vector>

#include "claims/statements_cues.h"

namespace isnad {

struct Content {
  Range tokens;  // empty: there is none
  Span span;
  StatementForm form = StatementForm::indirect;
};

// The contents of all cues, in their order.
std::vector<Content> find_contents(const PhraseContext& context, const std::vector<Cue>& cues);

}  // namespace isnad
