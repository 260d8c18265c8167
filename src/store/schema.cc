#include "store/schema.h"

#include <fmt/format.h>

#include <iterator>

#include "base/error.h"

namespace isnad {
namespace {

// Step i brings a file of version i to version i + 1.
constexpr const char* first_tables = R"sql(
CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE documents(
  document INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, content_hash TEXT NOT NULL UNIQUE,
  outlet TEXT, url TEXT, title TEXT, published TEXT, published_basis TEXT NOT NULL, published_reason TEXT,
  published_given TEXT, path TEXT NOT NULL, added TEXT NOT NULL, words INTEGER NOT NULL,
  excluded INTEGER NOT NULL DEFAULT 0, pending INTEGER NOT NULL DEFAULT 1) STRICT;
CREATE INDEX documents_published ON documents(published);
CREATE INDEX documents_outlet ON documents(outlet, published);
CREATE INDEX documents_pending ON documents(document) WHERE pending;

CREATE TABLE texts(
  document INTEGER PRIMARY KEY REFERENCES documents, text TEXT NOT NULL, source BLOB, alignment TEXT,
  title_given TEXT, read_notes TEXT) STRICT;

CREATE TABLE lines(
  document INTEGER NOT NULL REFERENCES documents, line INTEGER NOT NULL, start INTEGER NOT NULL,
  "end" INTEGER NOT NULL, kind TEXT NOT NULL, PRIMARY KEY(document, line)) STRICT, WITHOUT ROWID;

CREATE TABLE times(
  document INTEGER NOT NULL REFERENCES documents, time INTEGER NOT NULL, start INTEGER NOT NULL,
  "end" INTEGER NOT NULL, text TEXT NOT NULL, type TEXT NOT NULL, value TEXT, anchor TEXT,
  PRIMARY KEY(document, time)) STRICT, WITHOUT ROWID;

CREATE TABLE entities(
  entity TEXT PRIMARY KEY, type TEXT NOT NULL, name TEXT NOT NULL, latin TEXT) STRICT, WITHOUT ROWID;

CREATE TABLE mentions(
  document INTEGER NOT NULL REFERENCES documents, mention INTEGER NOT NULL, start INTEGER NOT NULL,
  "end" INTEGER NOT NULL, text TEXT NOT NULL, type TEXT NOT NULL, title_start INTEGER NOT NULL,
  title_end INTEGER NOT NULL, known_id TEXT, confidence REAL NOT NULL, entity TEXT REFERENCES entities,
  PRIMARY KEY(document, mention)) STRICT, WITHOUT ROWID;
CREATE INDEX mentions_entity ON mentions(entity, document);

CREATE TABLE statements(
  document INTEGER NOT NULL REFERENCES documents, statement INTEGER NOT NULL, cue_start INTEGER NOT NULL,
  cue_end INTEGER NOT NULL, content_start INTEGER NOT NULL, content_end INTEGER NOT NULL, cue TEXT NOT NULL,
  form TEXT NOT NULL, stance TEXT NOT NULL, speaker TEXT, speaker_entity TEXT, origin TEXT,
  PRIMARY KEY(document, statement)) STRICT, WITHOUT ROWID;
CREATE INDEX statements_speaker ON statements(speaker_entity, document);

CREATE TABLE figures(
  document INTEGER NOT NULL REFERENCES documents, figure INTEGER NOT NULL, start INTEGER NOT NULL,
  "end" INTEGER NOT NULL, text TEXT NOT NULL, min REAL, max REAL, approximate INTEGER NOT NULL,
  measure TEXT NOT NULL, "of" TEXT, population TEXT NOT NULL, place TEXT, place_entity TEXT, day TEXT,
  scope TEXT NOT NULL, modality TEXT NOT NULL, "update" TEXT, part_of INTEGER, statement INTEGER,
  sentence_start INTEGER NOT NULL, sentence_end INTEGER NOT NULL, speaker TEXT, speaker_entity TEXT, origin TEXT,
  PRIMARY KEY(document, figure)) STRICT, WITHOUT ROWID;
CREATE INDEX figures_measure ON figures(measure, min);

CREATE TABLE chains(
  document INTEGER NOT NULL REFERENCES documents, owner TEXT NOT NULL CHECK(owner IN ('statement', 'figure')),
  number INTEGER NOT NULL, link INTEGER NOT NULL, text TEXT NOT NULL, kind TEXT NOT NULL, entity TEXT,
  start INTEGER, "end" INTEGER, PRIMARY KEY(document, owner, number, link)) STRICT, WITHOUT ROWID;
CREATE INDEX chains_text ON chains(text);
CREATE INDEX chains_entity ON chains(entity);

CREATE TABLE notes(
  document INTEGER NOT NULL REFERENCES documents, note INTEGER NOT NULL, start INTEGER NOT NULL,
  "end" INTEGER NOT NULL, text TEXT NOT NULL, PRIMARY KEY(document, note)) STRICT, WITHOUT ROWID;

CREATE TABLE stories(
  story TEXT PRIMARY KEY, title TEXT NOT NULL, date TEXT, place TEXT, first_published TEXT, last_published TEXT,
  reports INTEGER NOT NULL, independent INTEGER NOT NULL, outlets INTEGER NOT NULL, origins INTEGER NOT NULL,
  conflicts INTEGER NOT NULL, revisions INTEGER NOT NULL, revision INTEGER NOT NULL, digest TEXT NOT NULL,
  created TEXT NOT NULL, updated TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX stories_last ON stories(last_published, story);

CREATE TABLE story_documents(
  story TEXT NOT NULL REFERENCES stories, document INTEGER NOT NULL REFERENCES documents,
  in_part INTEGER NOT NULL, PRIMARY KEY(story, document)) STRICT, WITHOUT ROWID;
CREATE INDEX story_documents_document ON story_documents(document, story);

CREATE TABLE story_redirects(old TEXT PRIMARY KEY, story TEXT NOT NULL, time TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE "groups"(
  "group" TEXT PRIMARY KEY, story TEXT NOT NULL REFERENCES stories, question TEXT NOT NULL, question_ar TEXT,
  measure TEXT NOT NULL, population TEXT NOT NULL, scope TEXT NOT NULL, relation TEXT NOT NULL, reason TEXT,
  reason_ar TEXT, origins INTEGER NOT NULL, figures INTEGER NOT NULL, min REAL, max REAL) STRICT, WITHOUT ROWID;
CREATE INDEX groups_story ON "groups"(story);

CREATE TABLE origins(
  "group" TEXT NOT NULL REFERENCES "groups", origin INTEGER NOT NULL, label TEXT NOT NULL, kind TEXT NOT NULL,
  PRIMARY KEY("group", origin)) STRICT, WITHOUT ROWID;
CREATE INDEX origins_label ON origins(label);

CREATE TABLE group_figures(
  "group" TEXT NOT NULL REFERENCES "groups", document INTEGER NOT NULL, figure INTEGER NOT NULL, origin INTEGER,
  PRIMARY KEY("group", document, figure), FOREIGN KEY(document, figure) REFERENCES figures) STRICT, WITHOUT ROWID;
CREATE INDEX group_figures_figure ON group_figures(document, figure);

CREATE TABLE group_parts(
  "group" TEXT NOT NULL REFERENCES "groups", part TEXT NOT NULL REFERENCES "groups",
  PRIMARY KEY("group", part)) STRICT, WITHOUT ROWID;

CREATE TABLE tolls(
  story TEXT NOT NULL REFERENCES stories, measure TEXT NOT NULL, population TEXT NOT NULL, rule TEXT NOT NULL,
  min REAL, max REAL, grade TEXT NOT NULL, PRIMARY KEY(story, measure, population, rule)) STRICT, WITHOUT ROWID;

CREATE TABLE toll_figures(
  story TEXT NOT NULL, measure TEXT NOT NULL, population TEXT NOT NULL, rule TEXT NOT NULL,
  document INTEGER NOT NULL, figure INTEGER NOT NULL,
  PRIMARY KEY(story, measure, population, rule, document, figure),
  FOREIGN KEY(story, measure, population, rule) REFERENCES tolls,
  FOREIGN KEY(document, figure) REFERENCES figures) STRICT, WITHOUT ROWID;

CREATE TABLE timeline(
  story TEXT NOT NULL REFERENCES stories, event INTEGER NOT NULL, date TEXT NOT NULL, text TEXT NOT NULL,
  announced INTEGER NOT NULL, PRIMARY KEY(story, event)) STRICT, WITHOUT ROWID;

CREATE TABLE brief(
  story TEXT NOT NULL REFERENCES stories, item INTEGER NOT NULL, text_ar TEXT NOT NULL, text_en TEXT NOT NULL,
  PRIMARY KEY(story, item)) STRICT, WITHOUT ROWID;

CREATE TABLE evidence(
  story TEXT NOT NULL REFERENCES stories, owner TEXT NOT NULL CHECK(owner IN ('timeline', 'brief')),
  number INTEGER NOT NULL, place INTEGER NOT NULL, document INTEGER NOT NULL REFERENCES documents,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, PRIMARY KEY(story, owner, number, place)) STRICT, WITHOUT ROWID;

CREATE TABLE copies(
  document_a INTEGER NOT NULL REFERENCES documents, start_a INTEGER NOT NULL, end_a INTEGER NOT NULL,
  document_b INTEGER NOT NULL REFERENCES documents, start_b INTEGER NOT NULL, end_b INTEGER NOT NULL,
  likeness REAL NOT NULL, direction TEXT, reason TEXT, changes TEXT NOT NULL,
  PRIMARY KEY(document_a, document_b, start_a, start_b)) STRICT, WITHOUT ROWID;
CREATE INDEX copies_b ON copies(document_b, document_a);

CREATE TABLE corrections(
  correction INTEGER PRIMARY KEY, kind TEXT NOT NULL CHECK(kind IN
    ('merge', 'split', 'same', 'different', 'exclude', 'note')),
  subject TEXT NOT NULL, objects TEXT NOT NULL, note TEXT, author TEXT NOT NULL, time TEXT NOT NULL,
  revoked TEXT, revoked_by TEXT) STRICT;

CREATE TABLE changes(
  change INTEGER PRIMARY KEY, time TEXT NOT NULL, kind TEXT NOT NULL, story TEXT NOT NULL, measure TEXT,
  population TEXT, rule TEXT, before TEXT, after TEXT) STRICT;
CREATE INDEX changes_story ON changes(story);
)sql";

constexpr const char* first_views = R"sql(
CREATE VIEW reports AS
  SELECT d.*, t.text FROM documents d JOIN texts t USING(document);

CREATE VIEW line_texts AS
  SELECT l.document, d.id, l.line, l.kind, l.start, l."end",
         CAST(substr(CAST(t.text AS BLOB), l.start + 1, l."end" - l.start) AS TEXT) AS text
  FROM lines l JOIN documents d USING(document) JOIN texts t USING(document);

CREATE VIEW figure_details AS
  SELECT s.story, s.title AS story_title, d.id, d.outlet, d.published, f.*,
         CAST(substr(CAST(t.text AS BLOB), f.sentence_start + 1, f.sentence_end - f.sentence_start) AS TEXT) AS sentence
  FROM figures f JOIN documents d USING(document) JOIN texts t USING(document)
  LEFT JOIN story_documents sd ON sd.document = f.document AND NOT sd.in_part
  LEFT JOIN stories s ON s.story = sd.story;

CREATE VIEW who_said_what AS
  SELECT sd.story, d.id, d.outlet, d.published, q.document, q.statement, q.speaker, q.speaker_entity, q.origin, q.stance,
         q.form, CAST(substr(CAST(t.text AS BLOB), q.content_start + 1, q.content_end - q.content_start) AS TEXT) AS content
  FROM statements q JOIN documents d USING(document) JOIN texts t USING(document)
  LEFT JOIN story_documents sd ON sd.document = q.document AND NOT sd.in_part;

CREATE VIEW story_tolls AS
  SELECT s.story, s.title, s.date, t.measure, t.population, t.rule, t.min, t.max, t.grade
  FROM tolls t JOIN stories s USING(story);

CREATE VIEW conflicts AS
  SELECT g.story, s.title, g."group", g.question, g.question_ar, g.relation, g.reason, g.reason_ar, g.min, g.max, g.origins
  FROM "groups" g JOIN stories s USING(story) WHERE g.relation <> 'agree';

CREATE VIEW entity_variants AS
  SELECT m.entity, e.type, e.name, e.latin, m.text AS variant, count(*) AS count, count(DISTINCT m.document) AS reports
  FROM mentions m JOIN entities e USING(entity) GROUP BY m.entity, m.text;

CREATE VIEW outlets AS
  SELECT outlet, count(*) AS reports, min(published) AS first_published, max(published) AS last_published
  FROM documents WHERE outlet IS NOT NULL GROUP BY outlet;
)sql";

// Search: the index is filled, and the names are written, by the writer that finds the marks in meta.
constexpr const char* search_tables = R"sql(
CREATE TABLE names(
  name TEXT NOT NULL, entity TEXT NOT NULL REFERENCES entities, count INTEGER NOT NULL,
  PRIMARY KEY(name, entity)) STRICT, WITHOUT ROWID;
CREATE INDEX names_entity ON names(entity);
CREATE VIRTUAL TABLE search USING fts5(title, body, exact, content='', tokenize='ascii');
CREATE VIRTUAL TABLE search_terms USING fts5vocab(search, 'row');
INSERT INTO meta SELECT 'index_pending', '1' WHERE EXISTS(SELECT 1 FROM documents);
INSERT OR IGNORE INTO meta SELECT 'stories_pending', 'all' WHERE EXISTS(SELECT 1 FROM documents);
)sql";

struct Step {
  const char* tables;
  const char* views;
};
constexpr Step steps[] = {{first_tables, first_views}, {search_tables, ""}};
static_assert(std::size(steps) == schema_version);

int version_of(Database& database) { return static_cast<int>(database.number("PRAGMA user_version")); }

[[noreturn]] void refuse(const Database& database, const std::string& sentence) {
  throw Error(ErrorCode::bad_format, database.path(), sentence);
}

void require_known(Database& database, int version) {
  if (version > schema_version) refuse(database, "this store was written by a newer isnad");
  if (version == 0 && database.number("SELECT count(*) FROM sqlite_schema") > 0) {
    refuse(database, "this SQLite file is no store of isnad");
  }
  if (version > 0 && database.number("PRAGMA application_id") != store_application_id) {
    refuse(database, "this SQLite file is no store of isnad");
  }
}

}  // namespace

void prepare_schema(Database& database, int to) {
  require_known(database, version_of(database));
  if (version_of(database) >= to) return;
  database.run("PRAGMA journal_mode = WAL");
  Transaction transaction(database);
  for (int version = version_of(database); version < to; ++version) {  // read again behind the lock
    database.run(steps[version].tables);
    database.run(steps[version].views);
  }
  database.run(fmt::format("PRAGMA user_version = {}; PRAGMA application_id = {}", to, store_application_id));
  transaction.commit();
}

void require_schema(Database& database) {
  const int version = version_of(database);
  require_known(database, version);
  if (version < schema_version)
    refuse(database, "this store is of an older isnad; `isnad add` without input updates it");
}

}  // namespace isnad
