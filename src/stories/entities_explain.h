// Why spellings are one entity, or two: the steps of entities_link.h, told again for the names asked about.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/collection.h"
#include "lexicon/lexicon.h"
#include "stories/entities_link.h"

namespace isnad {

// Two spellings that a rule joined.
struct EntityStep {
  std::string a;
  std::string b;
  NameRule rule = NameRule::alike;
  uint32_t count = 0;  // how often, over all stories
};

struct EntityCase {
  uint32_t entity = none;         // index into Collection::entities
  uint32_t scopes = 0;            // stories, and reports outside of all stories, that name it
  std::vector<EntityStep> steps;  // the most frequent first
};

// Two entities, and what keeps them apart.
struct EntityPair {
  uint32_t a = none;
  uint32_t b = none;
  NameBar bar = NameBar::unlike;
};

struct EntityExplanation {
  std::vector<EntityCase> cases;  // entities with a spelling asked for; empty: no report has the name
  std::vector<EntityPair> apart;  // of the cases, two and two
};

// The entities that have a spelling like `name`, or like `other` where that is not empty (both compared folded), in the
// order of Collection::entities. Where one entity has both, it is the only case.
EntityExplanation explain_entity(const Collection& collection, const Lexicon& lexicon, std::string_view name,
                                 std::string_view other);

}  // namespace isnad
