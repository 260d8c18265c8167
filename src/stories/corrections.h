// People's corrections, laid over what the stages found before the next stage builds on it.
#pragma once

#include "document/collection.h"
#include "document/corrections.h"
#include "lexicon/lexicon.h"

namespace isnad {

// Merges and splits stories: after group_stories. What names a report or story that is not there does nothing.
void correct_stories(Collection& collection, const std::vector<StoryCorrection>& corrections);

// Joins and parts entities: after link_entities. Names are compared folded.
void correct_names(Collection& collection, const std::vector<NameCorrection>& corrections, const Lexicon& lexicon);

}  // namespace isnad
