// Entities: one id for one person, place or body over all spellings.
#pragma once

#include "document/collection.h"
#include "lexicon/lexicon.h"

namespace isnad {

// Makes collection.entities and sets the entity of every mention and source.
void link_entities(Collection& collection, const Lexicon& lexicon);

}  // namespace isnad
