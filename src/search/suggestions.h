// "Did you mean": words of the store that are written nearly like a word of the query which no report has.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "search/terms_match.h"
#include "store/sqlite.h"

namespace isnad {

// The query with each unknown word replaced by the nearest word of the index; empty where all words are known or none
// is near. Method: distance of Damerau and Levenshtein (swapped neighbours are one edit) of at most one edit for words
// of up to four letters, else two; of the nearest the one in most reports.
std::string suggestion(Database& database, std::string_view query, const std::vector<MatchTerm>& terms);

// Edits from one word to the other, counted in code points; more than `limit` is limit + 1.
unsigned edit_distance(std::u32string_view a, std::u32string_view b, unsigned limit);

}  // namespace isnad
