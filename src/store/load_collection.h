// Rows → Collection: stories of the store as the pipeline makes them, for everything that writes collections.
#pragma once

#include <string>
#include <vector>

#include "document/collection.h"
#include "lexicon/lexicon.h"
#include "store/sqlite.h"

namespace isnad {

// The stories with their reports (those in part as well), entities, copies, groups, tolls, timeline and brief. What a
// report tells by itself is read from its text again; all else is as the rows have it. Ids are those of the store.
// Stories that are not there are left out. threads: how many reports are read at a time.
Collection load_stories(Database& database, const std::vector<std::string>& stories, const Lexicon& lexicon,
                        unsigned threads = 1);

// Reports alone, with their entities.
Collection load_reports(Database& database, const std::vector<int64_t>& keys, const Lexicon& lexicon,
                        unsigned threads = 1);

}  // namespace isnad
