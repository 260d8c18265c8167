#include "stories/entities.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "stories/entities_link.h"
#include "stories/entities_roles.h"
#include "stories/transliteration.h"

namespace isnad {
namespace {

// Reports of each story, and each report outside of all stories for itself. A collection without stories is one.
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

// The key under which a name is one entity across all stories; empty: only within its own.
std::string global_key(const NameNode& node) {
  if (!node.known_id.empty()) return node.known_id;
  if (node.is_short || node.tokens.empty()) return {};
  if (node.type == MentionType::person && node.tokens.size() < 2) return {};
  std::string key(1, static_cast<char>('0' + static_cast<int>(node.type)));
  for (const NameToken& token : node.tokens) key += " " + token.form;
  return key;
}

// The words of a mention as a variant shows them: "للوزارة" as "الوزارة".
std::string variant_text(const Document& document, const Mention& mention) {
  const Word& first = document.words[mention.words.first];
  std::string text(document.bytes(mention.span));
  constexpr uint8_t merged = proclitic::li | proclitic::al;
  if ((first.proclitics & merged) == merged && text.starts_with("ل")) text.insert(0, "ا");
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  return text;
}

struct Draft {
  MentionType type = MentionType::person;
  std::string known_id;
  std::map<std::string, uint32_t> variants;
  uint32_t first_seen = none;
};

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

void link_entities(Collection& collection, const Lexicon& lexicon) {
  std::vector<Draft> drafts;
  std::unordered_map<std::string, uint32_t> by_key;
  const auto scopes = scopes_of(collection);
  for (const std::vector<uint32_t>& scope : scopes) {
    const std::vector<NameNode> nodes = link_scope(collection, scope, lexicon);
    std::vector<uint32_t> draft_of;  // of each cluster
    for (const NameNode& node : nodes) {
      if (node.cluster >= draft_of.size()) draft_of.resize(node.cluster + 1, none);
      const std::string key = global_key(node);
      if (const auto found = by_key.find(key); !key.empty() && found != by_key.end()) {
        const Draft& draft = drafts[found->second];
        if (draft_of[node.cluster] == none && draft.type == node.type) draft_of[node.cluster] = found->second;
      }
    }
    for (const NameNode& node : nodes) {
      uint32_t& at = draft_of[node.cluster];
      if (at == none) {
        at = static_cast<uint32_t>(drafts.size());
        drafts.push_back({node.type, {}, {}, none});
      }
      if (drafts[at].known_id.empty()) drafts[at].known_id = node.known_id;
      if (const std::string key = global_key(node); !key.empty()) by_key.emplace(key, at);
      for (const MentionRef& use : node.uses) {
        Document& document = collection.documents[use.document];
        Mention& mention = document.mentions[use.mention];
        mention.entity = at;
        ++drafts[at].variants[variant_text(document, mention)];
      }
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
