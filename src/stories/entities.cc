#include "stories/entities.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "base/union_find.h"
#include "stories/entities_link.h"
#include "stories/entities_roles.h"
#include "stories/transliteration.h"

namespace isnad {
namespace {

// The key under which a name is one entity across all stories; empty: only within its own.
std::string global_key(const NameNode& node) {
  if (!node.known_id.empty()) return node.known_id;
  if (node.is_short || node.tokens.empty()) return {};
  if (node.type == MentionType::person && node.tokens.size() < 2) return {};
  std::string key(1, static_cast<char>('0' + static_cast<int>(node.type)));
  for (const NameToken& token : node.tokens) {
    const bool family = token.definite && (token.classes & name_class::given) != 0;  // "العيسى" is not "عيسى"
    key += (family ? "|" : " ") + token.form;
  }
  return key;
}

struct Draft {
  MentionType type = MentionType::person;
  std::string known_id;
  std::map<std::string, uint32_t> variants;
};

// Joins the drafts of one id, then those that share a key, unless the tables know them as two. Gives the entity of each
// draft, numbered in order of first appearance, and leaves in drafts the entities.
std::vector<uint32_t> join_drafts(std::vector<Draft>& drafts,
                                  const std::vector<std::pair<std::string, uint32_t>>& keys) {
  UnionFind clusters(drafts.size());
  const auto join = [&](uint32_t a, uint32_t b) {
    a = clusters.root(a);
    b = clusters.root(b);
    const std::string &id_a = drafts[a].known_id, &id_b = drafts[b].known_id;
    if (a == b || drafts[a].type != drafts[b].type || (!id_a.empty() && !id_b.empty() && id_a != id_b)) return;
    const std::string id = id_a.empty() ? id_b : id_a;
    clusters.join(a, b);
    drafts[std::min(a, b)].known_id = id;
  };
  std::unordered_map<std::string, uint32_t> by_id, by_key;
  for (uint32_t d = 0; d < drafts.size(); ++d) {
    if (!drafts[d].known_id.empty()) join(by_id.emplace(drafts[d].known_id, d).first->second, d);
  }
  for (const auto& [key, d] : keys) join(by_key.emplace(key, d).first->second, d);
  std::vector<uint32_t> entity_of(drafts.size());
  std::vector<Draft> entities;
  for (uint32_t d = 0; d < drafts.size(); ++d) {
    const uint32_t root = clusters.root(d);
    if (root == d) {
      entity_of[d] = static_cast<uint32_t>(entities.size());
      entities.push_back(std::move(drafts[d]));
      continue;
    }
    entity_of[d] = entity_of[root];
    for (const auto& [text, count] : drafts[d].variants) entities[entity_of[d]].variants[text] += count;
  }
  drafts = std::move(entities);
  return entity_of;
}

// The best of the variants to show: complete before short, frequent before rare.
std::string display_name(const Entity& entity) {
  const auto words = [](const Variant& v) { return 1 + std::count(v.text.begin(), v.text.end(), ' '); };
  const Variant* best = &entity.variants.front();
  const uint32_t most = best->count;
  for (const Variant& variant : entity.variants) {
    const bool frequent = variant.count * 5 >= most || (words(*best) == 1 && entity.type == MentionType::person);
    if (frequent && words(variant) > words(*best) && words(variant) <= 4) best = &variant;
  }
  return best->text;
}

}  // namespace

std::vector<std::vector<uint32_t>> scopes_of(const Collection& collection) {
  std::vector<std::vector<uint32_t>> scopes;
  std::vector<bool> told(collection.documents.size(), false);
  for (const Story& story : collection.stories) {
    scopes.push_back(story.documents);
    for (const uint32_t document : story.documents) told[document] = true;
  }
  if (collection.stories.empty()) scopes.emplace_back();
  for (uint32_t d = 0; d < told.size(); ++d) {
    if (told[d]) continue;
    if (!collection.stories.empty()) scopes.emplace_back();
    scopes.back().push_back(d);
  }
  return scopes;
}

std::string variant_text(const Document& document, const Mention& mention) {
  const Word& first = document.words[mention.words.first];
  std::string text(document.bytes(mention.span));
  constexpr uint8_t merged = proclitic::li | proclitic::al;
  if ((first.proclitics & merged) == merged && text.starts_with("ل")) text.insert(0, "ا");
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  return text;
}

void link_entities(Collection& collection, const Lexicon& lexicon) {
  std::vector<Draft> drafts;  // one for each cluster of each scope, at first
  std::vector<std::pair<std::string, uint32_t>> keys;
  const auto scopes = scopes_of(collection);
  for (const std::vector<uint32_t>& scope : scopes) {
    const auto first = static_cast<uint32_t>(drafts.size());
    for (const NameNode& node : link_scope(collection, scope, lexicon)) {
      const uint32_t at = first + node.cluster;
      if (at >= drafts.size()) drafts.resize(at + 1);
      drafts[at].type = node.type;
      if (drafts[at].known_id.empty()) drafts[at].known_id = node.known_id;
      if (std::string key = global_key(node); !key.empty()) keys.emplace_back(std::move(key), at);
      for (const MentionRef& use : node.uses) {
        Document& document = collection.documents[use.document];
        document.mentions[use.mention].entity = at;
        ++drafts[at].variants[variant_text(document, document.mentions[use.mention])];
      }
    }
  }
  const std::vector<uint32_t> entity_of = join_drafts(drafts, keys);
  for (Document& document : collection.documents) {
    for (Mention& mention : document.mentions) {
      if (mention.entity != none) mention.entity = entity_of[mention.entity];
    }
  }
  std::unordered_map<std::string_view, uint32_t> known;
  for (uint32_t i = 0; i < lexicon.names.known.size(); ++i) known.emplace(lexicon.names.known[i].id, i);
  for (uint32_t i = 0; i < drafts.size(); ++i) {
    Entity entity;
    const Draft& draft = drafts[i];
    entity.type = draft.type;
    entity.id = draft.known_id.empty() ? "e" + std::to_string(i + 1) : draft.known_id;
    for (const auto& [text, count] : draft.variants) entity.variants.push_back({text, count});
    std::stable_sort(entity.variants.begin(), entity.variants.end(),
                     [](const Variant& a, const Variant& b) { return a.count > b.count; });
    const auto row = known.find(draft.known_id);
    entity.name = row != known.end() ? lexicon.names.known[row->second].name : display_name(entity);
    entity.latin = row != known.end() && !lexicon.names.known[row->second].latin.empty()
                       ? lexicon.names.known[row->second].latin
                       : transliterate(entity.name, lexicon);
    collection.entities.push_back(std::move(entity));
  }
  for (const std::vector<uint32_t>& scope : scopes) name_sources(collection, scope, lexicon);
}

}  // namespace isnad
