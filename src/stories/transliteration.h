// Transliteration of names into Latin letters, for those who do not read Arabic.
#pragma once

#include <string>
#include <string_view>

#include "lexicon/lexicon.h"

namespace isnad {

// The name in Latin letters, capitalised: known names with their vowels, others letter by letter without short vowels
// (data/names/transliteration.tsv).
std::string transliterate(std::string_view name, const Lexicon& lexicon);

}  // namespace isnad
