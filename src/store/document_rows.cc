#include "store/document_rows.h"

#include <fmt/format.h>
#include <xxhash.h>

#include "base/error.h"
#include "base/fold.h"
#include "document/names.h"
#include "output/json.h"

namespace isnad {
namespace {

// "a#2" is the second report of the id "a" in one input: which it is depends on what was read with it.
std::string_view without_count(std::string_view id) {
  const size_t mark = id.rfind('#');
  if (mark == std::string_view::npos || mark + 1 == id.size()) return id;
  const bool digits = id.find_first_not_of("0123456789", mark + 1) == std::string_view::npos;
  return digits ? id.substr(0, mark) : id;
}

// The alignment as "text start,text end,source start,source end;…".
std::string packed(const Alignment& alignment) {
  std::string out;
  for (const AlignedPiece& piece : alignment) {
    out += fmt::format("{},{},{},{};", piece.text.start, piece.text.end, piece.source.start, piece.source.end);
  }
  return out;
}

Alignment unpacked(std::string_view text) {
  Alignment alignment;
  std::vector<uint32_t> numbers(1, 0);
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      numbers.back() = numbers.back() * 10 + static_cast<uint32_t>(c - '0');
    } else {
      numbers.push_back(0);
    }
  }
  for (size_t i = 0; i + 3 < numbers.size(); i += 4)
    alignment.push_back({{numbers[i], numbers[i + 1]}, {numbers[i + 2], numbers[i + 3]}});
  return alignment;
}

// Notes of reading as lines of "start,end,text".
std::string packed(const std::vector<Note>& notes) {
  std::string out;
  for (const Note& note : notes) out += fmt::format("{},{},{}\n", note.span.start, note.span.end, note.text);
  return out;
}

std::vector<Note> unpacked_notes(std::string_view text) {
  std::vector<Note> notes;
  while (!text.empty()) {
    const size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    const size_t first = line.find(','), second = line.find(',', first + 1);
    if (second != std::string_view::npos) {
      const auto number = [&](size_t from, size_t size) {
        return static_cast<uint32_t>(std::stoul(std::string(line.substr(from, size))));
      };
      notes.push_back(
          {{number(0, first), number(first + 1, second - first - 1)}, std::string(line.substr(second + 1))});
    }
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return notes;
}

std::optional<std::string> entity_of(const Collection* collection, uint32_t entity, std::string_view known_id) {
  if (collection && entity != none) return stored_entity_id(collection->entities[entity]);
  if (known_id.empty()) return std::nullopt;
  return std::string(known_id);
}

std::optional<std::string> entity_of(const Collection* collection, const Document& document, const Source& source) {
  const bool named = source.mention != none && source.mention < document.mentions.size();
  return entity_of(collection, source.entity,
                   named ? std::string_view(document.mentions[source.mention].known_id) : "");
}

}  // namespace

std::string content_hash(const Document& document) {
  XXH3_state_t* state = XXH3_createState();
  XXH3_128bits_reset(state);
  for (const std::string_view part : {without_count(document.id), std::string_view(document.outlet),
                                      std::string_view(document.url), std::string_view(document.title),
                                      std::string_view(document.published_given), std::string_view(document.text)}) {
    const uint64_t size = part.size();
    XXH3_128bits_update(state, &size, sizeof size);
    XXH3_128bits_update(state, part.data(), part.size());
  }
  const XXH128_hash_t hash = XXH3_128bits_digest(state);
  XXH3_freeState(state);
  return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

std::string stored_entity_id(const Entity& entity) {
  if (entity.id.find(':') != std::string::npos) return entity.id;
  const std::string name = folded(entity.name);
  return fmt::format("{}:{:012x}", name_of(entity.type), XXH3_64bits(name.data(), name.size()) >> 16);
}

struct DocumentRows::Queries {
  explicit Queries(Database& d)
      : find(d, "SELECT document FROM documents WHERE content_hash = ?"),
        has_id(d, "SELECT 1 FROM documents WHERE id = ?"),
        insert(
            d,
            "INSERT INTO documents(id, content_hash, outlet, url, title, published_basis, published_given, path, added,"
            " words) VALUES(?, ?, ?, ?, ?, 'unknown', ?, ?, ?, 0)"),
        insert_text(d,
                    "INSERT INTO texts(document, text, source, alignment, title_given, read_notes)"
                    " VALUES(?, ?, CAST(? AS BLOB), ?, ?, ?)"),
        update(d,
               "UPDATE documents SET title = ?, published = ?, published_basis = ?, published_reason = ?, words = ?"
               " WHERE document = ?"),
        line(d, "INSERT INTO lines VALUES(?, ?, ?, ?, ?)"),
        time(d, "INSERT INTO times VALUES(?, ?, ?, ?, ?, ?, ?, ?)"),
        mention(d, "INSERT INTO mentions VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        entity(d, "INSERT INTO entities VALUES(?, ?, ?, ?) ON CONFLICT DO NOTHING"),
        statement(d, "INSERT INTO statements VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        figure(d, "INSERT INTO figures VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        chain(d, "INSERT INTO chains VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        note(d, "INSERT INTO notes VALUES(?, ?, ?, ?, ?)"),
        index(d, "INSERT INTO search(rowid, title, body, exact) VALUES(?, ?, ?, ?)"),
        load(d,
             "SELECT d.id, d.path, d.outlet, d.url, t.title_given, d.published_given, t.text, t.source, t.alignment,"
             " t.read_notes FROM documents d JOIN texts t USING(document) WHERE d.document = ?") {
    for (const char* table : {"lines", "times", "mentions", "statements", "figures", "chains", "notes"}) {
      clear.emplace_back(d, fmt::format("DELETE FROM {} WHERE document = ?", table));
    }
  }
  Query find, has_id, insert, insert_text, update, line, time, mention, entity, statement, figure, chain, note, index,
      load;
  std::vector<Query> clear;
};

DocumentRows::DocumentRows(Database& database) : database_(database), q_(std::make_unique<Queries>(database)) {}
DocumentRows::~DocumentRows() = default;

std::optional<int64_t> DocumentRows::find(const std::string& hash) {
  q_->find.bind(hash);
  if (!q_->find.step()) return std::nullopt;
  const int64_t key = q_->find.number(0);
  q_->find.reset();
  return key;
}

int64_t DocumentRows::insert(Document& document, const std::string& hash, const std::string& now) {
  const std::string id(without_count(document.id));
  document.id = id;
  for (uint32_t count = 2; q_->has_id.bind(document.id).step(); ++count) document.id = fmt::format("{}#{}", id, count);
  q_->has_id.reset();
  q_->insert.run(document.id, hash, or_null(document.outlet), or_null(document.url), or_null(document.title),
                 or_null(document.published_given), document.path, now);
  const int64_t key = database_.last_row();
  q_->insert_text.run(key, document.text, or_null(document.source), or_null(packed(document.alignment)),
                      or_null(document.title), or_null(packed(document.notes)));
  return key;
}

void DocumentRows::write_layers(int64_t key, const Document& document, const Collection* collection) {
  for (Query& clear : q_->clear) clear.run(key);
  q_->update.run(or_null(document.title), or_null(published_text(document)), name_of(document.published_basis),
                 or_null(document.published_reason), static_cast<int64_t>(document.words.size()), key);
  for (uint32_t i = 0; i < document.lines.size(); ++i) {
    const Line& line = document.lines[i];
    q_->line.run(key, i, line.span.start, line.span.end, name_of(line.kind));
  }
  for (uint32_t i = 0; i < document.times.size(); ++i) {
    const Time& time = document.times[i];
    q_->time.run(key, i, time.span.start, time.span.end, document.bytes(time.span), name_of(time.type),
                 or_null(time.value), or_null(time.anchor));
  }
  for (uint32_t i = 0; i < document.mentions.size(); ++i) {
    const Mention& mention = document.mentions[i];
    const std::optional<std::string> entity =
        collection ? entity_of(collection, mention.entity, mention.known_id) : std::nullopt;
    q_->mention.run(key, i, mention.span.start, mention.span.end, document.bytes(mention.span), name_of(mention.type),
                    mention.with_title.start, mention.with_title.end, or_null(mention.known_id),
                    static_cast<double>(mention.confidence), entity);
    if (collection && mention.entity != none) {
      const Entity& named = collection->entities[mention.entity];
      q_->entity.run(*entity, name_of(named.type), named.name, or_null(named.latin));
    }
  }
  write_claims(key, document, collection);
  for (uint32_t i = 0; i < document.notes.size(); ++i) {
    const Note& note = document.notes[i];
    q_->note.run(key, i, note.span.start, note.span.end, note.text);
  }
}

void DocumentRows::write_claims(int64_t key, const Document& document, const Collection* collection) {
  const auto ends = [&](const Chain& chain) {
    struct {
      std::optional<std::string_view> speaker, origin;
      std::optional<std::string> entity;
    } of;
    if (!chain.empty()) {
      of.speaker = chain.front().text;
      of.origin = chain.back().text;
      of.entity = entity_of(collection, document, chain.front());
    }
    return of;
  };
  for (uint32_t i = 0; i < document.statements.size(); ++i) {
    const Statement& s = document.statements[i];
    const auto of = ends(s.chain);
    q_->statement.run(key, i, s.cue.start, s.cue.end, s.content.start, s.content.end, document.bytes(s.cue),
                      name_of(s.form), name_of(s.stance), of.speaker, of.entity, of.origin);
    write_chain(key, "statement", i, s.chain, document, collection);
  }
  for (uint32_t i = 0; i < document.figures.size(); ++i) {
    const Figure& f = document.figures[i];
    const auto of = ends(f.chain);
    const Mention* place = f.place == none ? nullptr : &document.mentions[f.place];
    const uint32_t sentence = sentence_at(document, f.span.start);
    const Span around = sentence == none ? f.span : document.sentences[sentence].span;
    const auto index = [](uint32_t at) { return at == none ? std::nullopt : std::optional<uint32_t>(at); };
    q_->figure.run(key, i, f.span.start, f.span.end, document.bytes(f.span), f.min, f.max, f.approximate,
                   name_of(f.measure), f.of.empty() ? std::nullopt : std::optional(document.bytes(f.of)),
                   name_of(f.population), place ? std::optional(document.bytes(place->span)) : std::nullopt,
                   place ? entity_of(collection, place->entity, place->known_id) : std::nullopt, or_null(f.day),
                   name_of(f.scope), name_of(f.modality),
                   f.update == Update::none ? std::nullopt : std::optional(name_of(f.update)), index(f.part_of),
                   index(f.statement), around.start, around.end, of.speaker, of.entity, of.origin);
    write_chain(key, "figure", i, f.chain, document, collection);
  }
}

void DocumentRows::write_chain(int64_t key, const char* owner, uint32_t number, const Chain& chain,
                               const Document& document, const Collection* collection) {
  for (uint32_t link = 0; link < chain.size(); ++link) {
    const Source& source = chain[link];
    const bool placed = !source.span.empty();
    q_->chain.run(key, owner, number, link, source.text, name_of(source.kind), entity_of(collection, document, source),
                  placed ? std::optional(source.span.start) : std::nullopt,
                  placed ? std::optional(source.span.end) : std::nullopt);
  }
}

void DocumentRows::index_words(int64_t key, const ReportTerms& terms) {
  q_->index.run(key, terms.title, terms.body, terms.exact);
}

Document DocumentRows::load(int64_t key) {
  Query& row = q_->load.bind(key);
  if (!row.step()) throw Error(ErrorCode::not_found, database_.path(), fmt::format("there is no report {}", key));
  Document document;
  document.id = row.string(0);
  document.path = row.string(1);
  document.outlet = row.string(2);
  document.url = row.string(3);
  document.title = row.string(4);
  document.published_given = row.string(5);
  document.text = row.string(6);
  document.source = row.string(7);
  document.alignment = unpacked(row.text(8));
  document.notes = unpacked_notes(row.text(9));
  row.reset();
  return document;
}

}  // namespace isnad
