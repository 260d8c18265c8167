// Transliteration of names into Latin letters, for those who do not read Arabic.
#pragma once

#include <string>
#include <string_view>

#include "lexicon/lexicon.h"

namespace isnad {

// The name in Latin letters, capitalised, after the usage of English-language newsrooms: names of the tables as these
// write them, other words by their letters (data/names/transliteration.tsv), with the vowels that the patterns of
// Arabic nouns make likely.
std::string transliterate(std::string_view name, const Lexicon& lexicon);

}  // namespace isnad
