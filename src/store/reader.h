// Reading a store: lists of stories, single stories and reports, and what changed. A reader belongs to one thread;
// many threads have a reader each.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "document/collection.h"
#include "lexicon/lexicon.h"
#include "store/sqlite.h"

namespace isnad {

enum class StoryOrder : uint8_t { latest, largest, updated };

// Which stories a list holds. What is empty does not narrow it.
struct StoryFilter {
  std::string from, to;    // days: stories with a report from the one to the other, both included
  std::string outlet;      // with a report of this outlet
  std::string entity;      // that name this person, place or body (id)
  bool conflicts = false;  // with a conflict
  uint32_t least_reports = 1;
  StoryOrder order = StoryOrder::latest;
  uint32_t limit = 50, offset = 0;
};

struct StoryToll {
  std::string measure, population, rule, grade;
  std::optional<double> min, max;
};

// A line of the list of stories.
struct StoryLine {
  std::string id, title, date, place, first_published, last_published, created, updated;
  std::string place_name;
  uint32_t reports = 0, independent = 0, outlets = 0, origins = 0, conflicts = 0, revisions = 0, revision = 0;
  std::vector<StoryToll> tolls;
};

struct StoryList {
  std::vector<StoryLine> stories;
  uint32_t total = 0;  // that pass the filter, whatever limit and offset
};

// A row of `changes`.
struct StoryChange {
  int64_t number = 0;
  std::string time, kind, story, measure, population, rule, before, after;
};

struct StoreCounts {
  int64_t reports = 0, stories = 0, pending = 0, last_change = 0;
  std::string updated;
};

class StoreReader {
 public:
  // lexicon must outlive this. Throws Error where the file is not there or is no store of this version.
  StoreReader(const std::string& path, const Lexicon& lexicon);

  StoreCounts counts();
  // Another number after each commit of a writer: what was made of the store before is old then.
  int64_t data_version();
  StoryList stories(const StoryFilter& filter);
  // The story with all that report_json, report_page and terminal_view need; ids of stories that went into others lead
  // to these. Empty where there is none.
  std::optional<Collection> story(const std::string& id);
  // One report with its layers and entities, by its id.
  std::optional<Collection> report(const std::string& id);
  // The report's stories, its own first.
  std::vector<std::string> stories_of(const std::string& report);
  // Changes behind the number, oldest first.
  std::vector<StoryChange> changes_after(int64_t number, uint32_t limit);
  // Ids of all stories, by number of reports.
  std::vector<std::string> story_ids();

  Database& database() { return database_; }

 private:
  Database database_;
  const Lexicon& lexicon_;
};

// Lists as JSON, for HTTP and for other programs.
std::string story_list_json(const StoryList& list);
std::string changes_json(const std::vector<StoryChange>& changes);

}  // namespace isnad
