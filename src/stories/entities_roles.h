// Roles: "الرئيس الكازاخستاني" is the person whose name the reports of the story put behind these words.
#pragma once

#include <vector>

#include "document/collection.h"
#include "lexicon/lexicon.h"

namespace isnad {

// Sets the entity of the sources of a scope's reports: that of the mention that names them, or of the one person
// whose title in these reports is the words of the source.
void name_sources(Collection& collection, const std::vector<uint32_t>& documents, const Lexicon& lexicon);

}  // namespace isnad
