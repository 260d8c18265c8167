#include "store/corrections.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "base/error.h"
#include "output/json_writer.h"

namespace isnad {
namespace {

constexpr std::string_view names[] = {"merge", "split", "same", "different", "exclude", "note"};

[[noreturn]] void refuse(const std::string& sentence) { throw Error(ErrorCode::usage, "", sentence); }

std::string json_list(const std::vector<std::string>& items) {
  std::string out;
  JsonWriter json(out);
  json.begin_array();
  for (const std::string& item : items) json.value(item);
  json.end_array();
  return out;
}

std::vector<std::string> list_of(const Database& database, const std::string& json) {
  std::vector<std::string> items;
  Query query(database, "SELECT value FROM json_each(?)");
  for (query.bind(json); query.step();) items.push_back(query.string(0));
  return items;
}

bool is_story(const Database& database, const std::string& id) {
  return Query(database, "SELECT 1 FROM stories WHERE story = ?").bind(id).step();
}

bool is_report(const Database& database, const std::string& id) {
  return Query(database, "SELECT 1 FROM documents WHERE id = ?").bind(id).step();
}

void require_report(const Database& database, const std::string& id) {
  if (!is_report(database, id)) refuse("the store has no report '" + id + "'");
}

// The report that stands for a story in corrections: the first that came.
std::string first_report(const Database& database, const std::string& story) {
  Query query(database,
              "SELECT d.id FROM story_documents s JOIN documents d USING(document) WHERE s.story = ? AND NOT s.in_part"
              " ORDER BY document LIMIT 1");
  if (!query.bind(story).step()) refuse("the store has no story '" + story + "'");
  return query.string(0);
}

// The correction with reports in the place of stories.
Correction checked(const Database& database, Correction correction) {
  if (correction.author.empty()) refuse("a correction needs an author");
  switch (correction.kind) {
    case CorrectionKind::merge:
      if (correction.objects.empty()) refuse("merge takes two stories or more");
      correction.subject = first_report(database, correction.subject);
      for (std::string& story : correction.objects) story = first_report(database, story);
      break;
    case CorrectionKind::split:
      if (correction.objects.empty()) refuse("split takes a story and the reports that leave it");
      if (!is_story(database, correction.subject)) refuse("the store has no story '" + correction.subject + "'");
      for (const std::string& report : correction.objects) require_report(database, report);
      break;
    case CorrectionKind::same:
    case CorrectionKind::different:
      if (correction.subject.empty() || correction.objects.size() != 1) {
        refuse(std::string(name_of(correction.kind)) + " takes two names");
      }
      break;
    case CorrectionKind::exclude: require_report(database, correction.subject); break;
    case CorrectionKind::note:
      if (correction.note.empty()) refuse("a note needs words");
      if (!is_report(database, correction.subject) && !is_story(database, correction.subject)) {
        refuse("the store has no story or report '" + correction.subject + "'");
      }
      break;
  }
  return correction;
}

// Stories wait for the correction until update_stories: one of names for all of them to be told anew.
void mark_pending(Database& database, std::string_view kind) {
  if (kind == "note") return;
  if (kind == "same" || kind == "different") {
    database.run("INSERT OR REPLACE INTO meta VALUES('stories_pending', 'all')");
  } else {
    database.run("INSERT OR IGNORE INTO meta VALUES('stories_pending', 'groups')");
  }
}

void set_excluded(Database& database, const std::string& report, bool excluded) {
  Query(database, "UPDATE documents SET excluded = ?, pending = 1 WHERE id = ?").run(excluded, report);
}

}  // namespace

std::string_view name_of(CorrectionKind kind) { return names[static_cast<size_t>(kind)]; }

std::optional<CorrectionKind> correction_named(std::string_view name) {
  const auto found = std::find(std::begin(names), std::end(names), name);
  if (found == std::end(names)) return std::nullopt;
  return static_cast<CorrectionKind>(found - std::begin(names));
}

void put_correction(Database& database, const StoredCorrection& stored) {
  const Correction& correction = stored.correction;
  Query(database,
        "INSERT INTO corrections(kind, subject, objects, note, author, time, revoked) VALUES(?, ?, ?, ?, ?, ?, ?)")
      .run(name_of(correction.kind), correction.subject, json_list(correction.objects), or_null(correction.note),
           correction.author, correction.time, or_null(stored.revoked));
  if (!stored.revoked.empty()) return;
  if (correction.kind == CorrectionKind::exclude) set_excluded(database, correction.subject, true);
  mark_pending(database, name_of(correction.kind));
}

int64_t insert_correction(Database& database, const Correction& given) {
  Transaction transaction(database);
  const Correction correction = checked(database, given);
  put_correction(database, {0, correction, {}});
  const int64_t number = database.number("SELECT max(correction) FROM corrections");
  transaction.commit();
  return number;
}

void revoke_correction(Database& database, int64_t number, const std::string& author, const std::string& now) {
  if (author.empty()) refuse("to take a correction back needs an author");
  Transaction transaction(database);
  Query(database, "UPDATE corrections SET revoked = ?, revoked_by = ? WHERE correction = ? AND revoked IS NULL")
      .run(now, author, number);
  if (database.changed() == 0) refuse(fmt::format("no correction {} is in force", number));
  Query row(database, "SELECT kind, subject FROM corrections WHERE correction = ?");
  row.bind(number).step();
  if (row.text(0) == "exclude") {
    const std::string report = row.string(1);
    Query others(database,
                 "SELECT 1 FROM corrections WHERE kind = 'exclude' AND subject = ? AND revoked IS NULL LIMIT 1");
    if (!others.bind(report).step()) set_excluded(database, report, false);
  }
  mark_pending(database, row.text(0));
  transaction.commit();
}

std::vector<StoredCorrection> read_corrections(const Database& database) {
  std::vector<StoredCorrection> all;
  Query query(database,
              "SELECT correction, kind, subject, objects, note, author, time, revoked FROM corrections"
              " ORDER BY correction");
  while (query.step()) {
    StoredCorrection& stored = all.emplace_back();
    stored.number = query.number(0);
    stored.correction.kind = correction_named(query.text(1)).value_or(CorrectionKind::note);
    stored.correction.subject = query.string(2);
    stored.correction.objects = list_of(database, query.string(3));
    stored.correction.note = query.string(4);
    stored.correction.author = query.string(5);
    stored.correction.time = query.string(6);
    stored.revoked = query.string(7);
  }
  return all;
}

Corrections corrections_for(const Database& database, const std::vector<int64_t>& keys) {
  Corrections corrections;
  std::unordered_map<std::string, uint32_t> place;
  const auto add_report = [&](StoryCorrection& to, const std::string& id) {
    if (const auto found = place.find(id); found != place.end()) to.reports.push_back(found->second);
  };
  const std::vector<StoredCorrection> all = read_corrections(database);
  if (all.empty()) return corrections;
  Query id_of(database, "SELECT id FROM documents WHERE document = ?");
  for (uint32_t d = 0; d < keys.size(); ++d) {
    if (id_of.bind(keys[d]).step()) place.emplace(id_of.string(0), d);
  }
  for (const auto& [number, correction, revoked] : all) {
    if (!revoked.empty()) continue;
    const CorrectionKind kind = correction.kind;
    if (kind == CorrectionKind::merge || kind == CorrectionKind::split) {
      StoryCorrection& story = corrections.stories.emplace_back();
      story.merge = kind == CorrectionKind::merge;
      if (story.merge) add_report(story, correction.subject);
      for (const std::string& report : correction.objects) add_report(story, report);
    } else if (kind == CorrectionKind::same || kind == CorrectionKind::different) {
      corrections.names.push_back({kind == CorrectionKind::same, correction.subject, correction.objects.front()});
    }
  }
  return corrections;
}

}  // namespace isnad
