#include "store/reader.h"

#include "store/load_collection.h"
#include "store/schema.h"

namespace isnad {
namespace {

// The condition of a filter; each ? of it is bound by bind_filter, in this order.
constexpr const char* passes =
    " FROM stories s WHERE (?1 = '' OR s.last_published >= ?1)"
    " AND (?2 = '' OR substr(s.first_published, 1, 10) <= ?2)"
    " AND s.reports >= ?3 AND (?4 = 0 OR s.conflicts > 0)"
    " AND (?5 = '' OR EXISTS(SELECT 1 FROM story_documents m JOIN documents d USING(document)"
    "   WHERE m.story = s.story AND d.outlet = ?5))"
    " AND (?6 = '' OR EXISTS(SELECT 1 FROM story_documents m JOIN mentions n USING(document)"
    "   WHERE m.story = s.story AND n.entity = ?6))";

const char* order_of(StoryOrder order) {
  switch (order) {
    case StoryOrder::largest: return " ORDER BY s.reports DESC, s.last_published DESC, s.story";
    case StoryOrder::updated: return " ORDER BY s.updated DESC, s.reports DESC, s.story";
    case StoryOrder::latest: break;
  }
  return " ORDER BY substr(s.last_published, 1, 10) DESC, s.reports DESC, s.story";
}

uint32_t count(const Query& row, int column) { return static_cast<uint32_t>(row.number(column)); }

StoryLine line_of(const Query& row) {
  StoryLine line;
  line.id = row.string(0);
  line.title = row.string(1);
  line.date = row.string(2);
  line.place = row.string(3);
  line.first_published = row.string(4);
  line.last_published = row.string(5);
  line.reports = count(row, 6);
  line.independent = count(row, 7);
  line.outlets = count(row, 8);
  line.origins = count(row, 9);
  line.conflicts = count(row, 10);
  line.revisions = count(row, 11);
  line.revision = count(row, 12);
  line.created = row.string(13);
  line.updated = row.string(14);
  line.place_name = row.string(15);
  return line;
}

}  // namespace

StoreReader::StoreReader(const std::string& path, const Lexicon& lexicon)
    : database_(path, Database::Mode::reader), lexicon_(lexicon) {
  require_schema(database_);
}

StoreCounts StoreReader::counts() {
  const Snapshot snapshot(database_);
  StoreCounts counts;
  counts.reports = database_.number("SELECT count(*) FROM documents WHERE NOT excluded");
  counts.stories = database_.number("SELECT count(*) FROM stories");
  counts.pending = database_.number("SELECT count(*) FROM documents WHERE pending");
  counts.last_change = database_.number("SELECT max(change) FROM changes");
  Query updated(database_, "SELECT value FROM meta WHERE key = 'stories_updated'");
  if (updated.step()) counts.updated = updated.string(0);
  return counts;
}

int64_t StoreReader::data_version() { return database_.number("PRAGMA data_version"); }

StoryList StoreReader::stories(const StoryFilter& filter) {
  const Snapshot snapshot(database_);
  StoryList list;
  const auto bind = [&](Query& query) {
    query.put(1, filter.from);
    query.put(2, filter.to);
    query.put(3, filter.least_reports);
    query.put(4, filter.conflicts);
    query.put(5, filter.outlet);
    query.put(6, filter.entity);
  };
  Query total(database_, std::string("SELECT count(*)") + passes);
  bind(total);
  if (total.step()) list.total = count(total, 0);
  Query rows(database_,
             std::string("SELECT s.story, s.title, s.date, s.place, s.first_published, s.last_published, s.reports,"
                         " s.independent, s.outlets, s.origins, s.conflicts, s.revisions, s.revision, s.created,"
                         " s.updated, (SELECT name FROM entities WHERE entity = s.place)") +
                 passes + order_of(filter.order) + " LIMIT ?7 OFFSET ?8");
  bind(rows);
  rows.put(7, filter.limit);
  rows.put(8, filter.offset);
  Query tolls(database_, "SELECT measure, population, rule, grade, min, max FROM tolls WHERE story = ?");
  while (rows.step()) {
    StoryLine& line = list.stories.emplace_back(line_of(rows));
    for (tolls.bind(line.id); tolls.step();) {
      line.tolls.push_back({tolls.string(0), tolls.string(1), tolls.string(2), tolls.string(3), tolls.real_or_none(4),
                            tolls.real_or_none(5)});
    }
  }
  return list;
}

std::optional<Collection> StoreReader::story(const std::string& id) {
  std::string present = id;
  Query redirect(database_, "SELECT story FROM story_redirects WHERE old = ?");
  Query there(database_, "SELECT 1 FROM stories WHERE story = ?");
  if (!there.bind(id).step() && redirect.bind(id).step()) present = redirect.string(0);
  there.reset();
  redirect.reset();
  return load_story(database_, present, lexicon_);
}

std::optional<Collection> StoreReader::report(const std::string& id) {
  Query find(database_, "SELECT document FROM documents WHERE id = ?");
  if (!find.bind(id).step()) return std::nullopt;
  const int64_t key = find.number(0);
  find.reset();
  return load_report(database_, key, lexicon_);
}

std::vector<std::string> StoreReader::stories_of(const std::string& report) {
  std::vector<std::string> ids;
  Query query(database_,
              "SELECT s.story FROM story_documents s JOIN documents d USING(document) WHERE d.id = ?"
              " ORDER BY s.in_part, s.story");
  for (query.bind(report); query.step();) ids.push_back(query.string(0));
  return ids;
}

std::vector<StoryChange> StoreReader::changes_after(int64_t number, uint32_t limit) {
  std::vector<StoryChange> changes;
  Query query(database_,
              "SELECT change, time, kind, story, measure, population, rule, before, after FROM changes"
              " WHERE change > ? ORDER BY change LIMIT ?");
  for (query.bind(number, limit); query.step();) {
    changes.push_back({query.number(0), query.string(1), query.string(2), query.string(3), query.string(4),
                       query.string(5), query.string(6), query.string(7), query.string(8)});
  }
  return changes;
}

std::vector<std::string> StoreReader::story_ids() {
  std::vector<std::string> ids;
  Query query(database_, "SELECT story FROM stories ORDER BY reports DESC, CAST(substr(story, 2) AS INTEGER)");
  while (query.step()) ids.push_back(query.string(0));
  return ids;
}

}  // namespace isnad
