#include "store/story_changes.h"

#include <fmt/format.h>

#include "document/names.h"

namespace isnad {
namespace {

std::string bound(const std::optional<double>& value) { return value ? fmt::format("{}", *value) : std::string(); }

// "9..14"; an open end is left out.
std::string interval(const std::optional<double>& min, const std::optional<double>& max) {
  return bound(min) + ".." + bound(max);
}

}  // namespace

ChangeLog::ChangeLog(Database& database, std::string now)
    : now_(std::move(now)),
      insert_(database,
              "INSERT INTO changes(time, kind, story, measure, population, rule, before, after)"
              " VALUES(?, ?, ?, ?, ?, ?, ?, ?)"),
      redirect_(database, "INSERT OR REPLACE INTO story_redirects VALUES(?, ?, ?)"),
      follow_(database, "UPDATE story_redirects SET story = ? WHERE story = ?") {
  Query stories(database, "SELECT story, revision, digest, created, updated, reports, conflicts FROM stories");
  while (stories.step()) {
    before_[stories.string(0)] = {{stories.number(1), stories.string(2), stories.string(3), stories.string(4)},
                                  stories.number(5),
                                  stories.number(6),
                                  {}};
  }
  Query tolls(database, "SELECT story, measure, population, rule, min, max FROM tolls");
  while (tolls.step()) {
    before_[tolls.string(0)].tolls[{tolls.string(1), tolls.string(2), tolls.string(3)}] =
        interval(tolls.real_or_none(4), tolls.real_or_none(5));
  }
}

void ChangeLog::add(const char* kind, const std::string& story, const std::string& before, const std::string& after) {
  insert_.run(now_, kind, story, nullptr, nullptr, nullptr, or_null(before), or_null(after));
}

StoredStory ChangeLog::compare(const std::string& id, const std::string& digest, const Story& story,
                               int64_t conflicts) {
  const auto found = before_.find(id);
  if (found == before_.end()) {
    add("story_made", id, {}, std::to_string(story.documents.size()));
    return {1, digest, now_, now_, true, false};
  }
  const Before& before = found->second;
  if (before.stored.digest == digest) return before.stored;
  if (const auto reports = static_cast<int64_t>(story.documents.size()); reports != before.reports)
    add("reports_changed", id, std::to_string(before.reports), std::to_string(reports));
  if (conflicts != before.conflicts)
    add("conflicts_changed", id, std::to_string(before.conflicts), std::to_string(conflicts));
  compare_tolls(id, before, story);
  return {before.stored.revision + 1, digest, before.stored.created, now_, false, true};
}

void ChangeLog::compare_tolls(const std::string& id, const Before& before, const Story& story) {
  for (const Toll& toll : story.tolls) {
    const TollKey key(name_of(toll.measure), name_of(toll.population), name_of(toll.rule));
    const std::string after = interval(toll.min, toll.max);
    const auto found = before.tolls.find(key);
    const std::string earlier = found == before.tolls.end() ? std::string() : found->second;
    if (earlier == after) continue;
    insert_.run(now_, "toll_changed", id, std::get<0>(key), std::get<1>(key), std::get<2>(key), or_null(earlier),
                after);
  }
}

void ChangeLog::went_into(const std::string& id, const std::string& other) {
  add("story_merged", id, id, other);
  follow_.run(other, id);
  redirect_.run(id, other, now_);
}

void ChangeLog::gone(const std::string& id) { add("story_gone", id, id, {}); }

}  // namespace isnad
