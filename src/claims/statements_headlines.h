// Headlines that attribute: "مدير الميناء: السفن عادت".
#pragma once

#include <optional>

#include "claims/statements_cues.h"

namespace isnad {

// The cue of a headline: its source with the colon; empty where what stands before the colon is no source.
std::optional<Cue> read_headline(const PhraseContext& context, const Range& line);

}  // namespace isnad
