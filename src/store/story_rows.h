// Stories as rows: stories, their reports, groups, origins, tolls, timeline, brief, copies; and what changed in them.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "document/collection.h"
#include "store/sqlite.h"
#include "store/story_changes.h"

namespace isnad {

// What bringing the stories up to date has done.
struct StoriesChanged {
  size_t made = 0;     // stories that were not there before
  size_t changed = 0;  // stories of which a report, figure, toll or word changed
  size_t gone = 0;     // stories that went into others, or lost all reports
};

// What is found in a collection of one story, in one line: two of the same digest have the same rows.
std::string story_digest(const Collection& told, const std::vector<int64_t>& keys);

// The id of a story's group by its place among the groups of the story.
std::string stored_group_id(const std::string& story, uint32_t place);

// Writes stories one by one, each replacing what the store had of it.
class StoryRows {
 public:
  // now: the time for `updated` and for the changes. Reads the stories as they are, for what will have changed.
  StoryRows(Database& database, const std::string& now);
  ~StoryRows();

  // told: a collection of this one story. keys: the store's key of each of its documents. Gives the story's row.
  StoredStory write(const std::string& id, const Collection& told, const std::vector<int64_t>& keys);
  // Takes a story away of which all reports went to `other`; empty: nowhere.
  void remove(const std::string& id, const std::string& other);
  // Replaces the copies between the collection's documents and of them with any other.
  void write_copies(const Collection& collection, const std::vector<int64_t>& keys);

 private:
  struct Queries;
  void clear(const std::string& id);
  void write_groups(const std::string& id, const Collection& told, const std::vector<int64_t>& keys);
  void write_evidence(const std::string& story, const char* owner, uint32_t number,
                      const std::vector<Passage>& passages, const std::vector<int64_t>& keys);

  ChangeLog log_;
  std::unique_ptr<Queries> q_;
};

}  // namespace isnad
