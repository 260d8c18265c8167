#include "store/export.h"

#include <fmt/format.h>

#include "output/json.h"
#include "output/json_writer.h"
#include "store/corrections.h"
#include "store/load_collection.h"

namespace isnad {
namespace {

std::string csv_cell(std::string_view text) {
  if (text.find_first_of("\",\r\n") == std::string_view::npos) return std::string(text);
  std::string cell = "\"";
  for (const char c : text) {
    if (c == '"') cell += '"';
    cell += c;
  }
  return cell + '"';
}

void export_corrections(Database& database, const Sink& write) {
  for (const auto& [number, correction, revoked] : read_corrections(database)) {
    std::string line;
    JsonWriter json(line);
    json.begin_object();
    json.key("correction");
    json.begin_object();
    json.member("kind", name_of(correction.kind));
    json.member("subject", correction.subject);
    json.key("objects");
    json.begin_array();
    for (const std::string& object : correction.objects) json.value(object);
    json.end_array();
    json.member_or_null("note", correction.note);
    json.member("author", correction.author);
    json.member("time", correction.time);
    json.member_or_null("revoked", revoked);
    json.end_object();
    json.end_object();
    write(line + "\n");
  }
}

}  // namespace

void export_reports(Database& database, const Sink& write) {
  const Snapshot snapshot(database);
  Query rows(database,
             "SELECT d.id, d.outlet, d.published_given, d.url, t.title_given, t.text FROM documents d"
             " JOIN texts t USING(document) ORDER BY d.document");
  static constexpr const char* names[] = {"id", "outlet", "published", "url", "title", "text"};
  while (rows.step()) {
    std::string line;
    JsonWriter json(line);
    json.begin_object();
    for (int column = 0; column < rows.columns(); ++column) {
      if (!rows.is_null(column)) json.member(names[column], rows.text(column));
    }
    json.end_object();
    write(line + "\n");
  }
  export_corrections(database, write);
}

void export_stories(Database& database, const Lexicon& lexicon, const Sink& write) {
  std::vector<std::string> ids;
  Query stories(database, "SELECT story FROM stories ORDER BY reports DESC, CAST(substr(story, 2) AS INTEGER)");
  while (stories.step()) ids.push_back(stories.string(0));
  stories.reset();
  for (const std::string& id : ids) {
    if (const auto story = load_story(database, id, lexicon)) write(report_json(*story, {.with_text = true}) + "\n");
  }
}

std::vector<std::string> exported_tables(Database& database) {
  std::vector<std::string> tables;
  Query query(database,
              "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
              " AND name NOT LIKE 'search%' ORDER BY name");
  while (query.step()) tables.push_back(query.string(0));
  return tables;
}

void export_table(Database& database, const std::string& table, const Sink& write) {
  Query rows(database, fmt::format("SELECT * FROM \"{}\"", table));
  std::string line;
  for (int column = 0; column < rows.columns(); ++column) line += (column > 0 ? "," : "") + csv_cell(rows.name(column));
  write(line + "\r\n");
  while (rows.step()) {
    line.clear();
    for (int column = 0; column < rows.columns(); ++column)
      line += (column > 0 ? "," : "") + csv_cell(rows.text(column));
    write(line + "\r\n");
  }
}

}  // namespace isnad
