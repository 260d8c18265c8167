// Stories and reports of the store as collections, for everything that writes collections (output/).
//
// What a story tells is made anew from the texts of its reports by the same function that made its rows, so that the
// collection has all that the pipeline finds, the rows only what they have columns for. Ids are those of the store.
#pragma once

#include <optional>
#include <string>

#include "document/collection.h"
#include "lexicon/lexicon.h"
#include "store/sqlite.h"

namespace isnad {

// The story with its reports, those in part as well. Empty where there is none of this id.
std::optional<Collection> load_story(Database& database, const std::string& id, const Lexicon& lexicon);

// A report alone, with its entities. Throws Error(not_found) where there is none.
Collection load_report(Database& database, int64_t key, const Lexicon& lexicon);

}  // namespace isnad
