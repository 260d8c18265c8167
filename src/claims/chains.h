// Chains: from whom each statement is had, from the source nearest to the outlet to the origin.
#pragma once

#include <vector>

#include "claims/content.h"

namespace isnad {

// The chains of all cues, in their order; empty where nobody is known to speak.
std::vector<Chain> find_chains(const PhraseContext& context, const std::vector<Cue>& cues,
                               const std::vector<Content>& contents);

}  // namespace isnad
