// Particles that attribute: "بحسب الوزارة", "وفق ما أعلن المدير".
#pragma once

#include <optional>

#include "claims/statements_cues.h"

namespace isnad {

// The cue of the particle of these tokens, which a source follows; empty where what follows cannot speak.
std::optional<Cue> read_according(const PhraseContext& context, const Range& particle);

// The cue of a particle that a verb of speech follows. joins: the particle can also only join sentences ("كما").
std::optional<Cue> read_reported(const PhraseContext& context, const Range& particle, bool joins);

}  // namespace isnad
