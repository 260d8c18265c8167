// Stories as rows: stories, their reports, groups, origins, tolls, timeline, brief, copies; and what changed in them.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "document/collection.h"
#include "store/sqlite.h"

namespace isnad {

// What bringing the stories up to date has done.
struct StoryUpdate {
  size_t made = 0;     // stories that were not there before
  size_t changed = 0;  // stories of which a report, figure, toll or word changed
  size_t gone = 0;     // stories that went into others, or lost all reports
};

// Replaces the stories of the store by those of the collection. keys: the store's key of each document of the
// collection. now: the time for `updated` and for the changes.
//
// A story keeps its id as long as it keeps more of its reports than any other story of the new grouping has of them;
// ties go to the older id. The id of a story that went into another leads there (story_redirects).
StoryUpdate write_stories(Database& database, const Collection& collection, const std::vector<int64_t>& keys,
                          const std::string& now);

}  // namespace isnad
