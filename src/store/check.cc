#include "store/check.h"

#include <fmt/format.h>

#include "lexicon/table.h"
#include "store/document_rows.h"
#include "store/story_rows.h"
#include "store/update.h"

namespace isnad {
namespace {

using Problems = std::vector<std::string>;

constexpr size_t most_of_a_kind = 20;  // problems told of one kind

// Rows of the query, of one text each, as problems.
void tell_rows(const Database& database, const char* sql, const char* sentence, Problems& problems) {
  Query rows(database, sql);
  for (size_t count = 0; count < most_of_a_kind && rows.step(); ++count)
    problems.push_back(fmt::format(fmt::runtime(sentence), rows.text(0)));
}

void check_file(const Database& database, Problems& problems) {
  Query whole(database, "PRAGMA integrity_check(20)");
  while (whole.step()) {
    if (whole.text(0) != "ok") problems.push_back(fmt::format("the file is damaged: {}", whole.text(0)));
  }
  Query broken(database, "PRAGMA foreign_key_check");
  for (size_t count = 0; count < most_of_a_kind && broken.step(); ++count) {
    problems.push_back(
        fmt::format("a row of {} refers to a row of {} that is not there", broken.text(0), broken.text(2)));
  }
}

void check_rows(const Database& database, Problems& problems) {
  tell_rows(database, "SELECT id FROM documents WHERE document NOT IN (SELECT document FROM texts)",
            "the report '{}' has no text", problems);
  tell_rows(database,
            "SELECT id FROM documents WHERE document NOT IN (SELECT rowid FROM search)"
            " AND NOT EXISTS(SELECT 1 FROM meta WHERE key = 'index_pending')",
            "the report '{}' is not in the search index", problems);
  tell_rows(database,
            "SELECT id FROM documents WHERE NOT excluded AND NOT pending AND"
            " (SELECT count(*) FROM story_documents s WHERE s.document = documents.document AND NOT in_part) <> 1",
            "the report '{}' is not in one story", problems);
  tell_rows(database,
            "SELECT d.id FROM documents d JOIN texts t USING(document) WHERE EXISTS(SELECT 1 FROM figures f"
            " WHERE f.document = d.document AND f.\"end\" > length(CAST(t.text AS BLOB)))",
            "a figure of the report '{}' lies outside of its text", problems);
  tell_rows(database, "SELECT entity FROM names WHERE entity NOT IN (SELECT entity FROM entities)",
            "the name of the entity '{}' leads nowhere", problems);
}

void check_hashes(Database& database, DocumentRows& rows, Problems& problems) {
  Query documents(database, "SELECT document, id, content_hash FROM documents");
  size_t count = 0;
  while (count < most_of_a_kind && documents.step()) {
    if (content_hash(rows.load(documents.number(0))) == documents.text(2)) continue;
    problems.push_back(fmt::format("the report '{}' is not what was added", documents.text(1)));
    ++count;
  }
}

void check_stories(Database& database, DocumentRows& rows, const Lexicon& lexicon, const std::function<void()>& on_step,
                   Problems& problems) {
  Query stories(database,
                "SELECT story, digest FROM stories s WHERE NOT EXISTS(SELECT 1 FROM story_documents m"
                " JOIN documents d USING(document) WHERE m.story = s.story AND d.pending)");
  size_t count = 0;
  while (count < most_of_a_kind && stories.step()) {
    std::vector<int64_t> keys;
    const auto told = tell_stored_story(database, rows, stories.string(0), lexicon, keys);
    if (on_step) on_step();
    if (told && story_digest(*told, keys) == stories.text(1)) continue;
    problems.push_back(fmt::format("the story {} is not what its reports tell now", stories.text(0)));
    ++count;
  }
}

}  // namespace

std::vector<std::string> check_store(Database& database, const Lexicon& lexicon, const std::function<void()>& on_step) {
  const Snapshot snapshot(database);
  Problems problems;
  check_file(database, problems);
  if (!problems.empty()) return problems;
  check_rows(database, problems);
  DocumentRows rows(database);
  check_hashes(database, rows, problems);
  Query pending(database, "SELECT EXISTS(SELECT 1 FROM meta WHERE key = 'stories_pending')");
  Query made(database, "SELECT value FROM meta WHERE key = 'data_sha256'");
  const bool other_data = made.step() && made.text(0) != data_sha256();
  if (other_data) problems.emplace_back("the stories were told by other tables; `isnad add STORE` tells them anew");
  if (!other_data && pending.step() && pending.number(0) == 0)
    check_stories(database, rows, lexicon, on_step, problems);
  return problems;
}

}  // namespace isnad
