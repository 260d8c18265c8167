#include "store/load_collection.h"

#include <fmt/format.h>

#include <map>

#include "document/names.h"
#include "pipeline/pipeline.h"
#include "store/document_rows.h"
#include "store/update.h"

namespace isnad {
namespace {

// The report's entities as the rows have them.
class EntityLoader {
 public:
  EntityLoader(Database& database, Collection& collection)
      : collection_(collection), row_(database, "SELECT type, name, latin FROM entities WHERE entity = ?") {}

  uint32_t at(std::string_view id) {
    const auto [found, fresh] = index_.emplace(id, static_cast<uint32_t>(index_.size()));
    if (!fresh) return found->second;
    Entity& entity = collection_.entities.emplace_back();
    entity.id = id;
    if (row_.bind(id).step()) {
      entity.type = named<MentionType>(row_.text(0)).value_or(MentionType::person);
      entity.name = row_.string(1);
      entity.latin = row_.string(2);
    }
    return found->second;
  }

 private:
  Collection& collection_;
  Query row_;
  std::map<std::string, uint32_t, std::less<>> index_;
};

void load_entities(Database& database, int64_t key, Collection& collection) {
  Document& document = collection.documents.front();
  EntityLoader entities(database, collection);
  std::map<uint32_t, std::map<std::string, uint32_t>> variants;
  Query mentions(database, "SELECT mention, entity, text FROM mentions WHERE document = ? AND entity IS NOT NULL");
  for (mentions.bind(key); mentions.step();) {
    const auto mention = static_cast<size_t>(mentions.number(0));
    if (mention >= document.mentions.size()) continue;
    const uint32_t entity = document.mentions[mention].entity = entities.at(mentions.text(1));
    ++variants[entity][mentions.string(2)];
  }
  Query chains(database, "SELECT owner, number, link, entity FROM chains WHERE document = ? AND entity IS NOT NULL");
  for (chains.bind(key); chains.step();) {
    const auto number = static_cast<size_t>(chains.number(1)), link = static_cast<size_t>(chains.number(2));
    Chain* chain = nullptr;
    if (chains.text(0) == "figure") {
      if (number < document.figures.size()) chain = &document.figures[number].chain;
    } else if (number < document.statements.size()) {
      chain = &document.statements[number].chain;
    }
    if (chain && link < chain->size()) (*chain)[link].entity = entities.at(chains.text(3));
  }
  for (const auto& [entity, texts] : variants) {
    for (const auto& [text, count] : texts) collection.entities[entity].variants.push_back({text, count});
  }
}

}  // namespace

std::optional<Collection> load_story(Database& database, const std::string& id, const Lexicon& lexicon) {
  const Snapshot snapshot(database);
  DocumentRows rows(database);
  std::vector<int64_t> keys;
  std::optional<Collection> told = tell_stored_story(database, rows, id, lexicon, keys);
  if (!told) return std::nullopt;
  for (Story& story : told->stories) {
    for (Entity& entity : told->entities) {
      if (entity.id == story.place) story.place = stored_entity_id(entity);
    }
  }
  for (Entity& entity : told->entities) entity.id = stored_entity_id(entity);
  for (uint32_t g = 0; g < told->groups.size(); ++g) told->groups[g].id = stored_group_id(id, g);
  return told;
}

Collection load_report(Database& database, int64_t key, const Lexicon& lexicon) {
  const Snapshot snapshot(database);
  DocumentRows rows(database);
  Collection collection;
  collection.documents.push_back(load_dated_report(database, rows, key));
  annotate(collection.documents.front(), lexicon);
  load_entities(database, key, collection);
  return collection;
}

}  // namespace isnad
