#include "stories/corrections.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/fold.h"
#include "stories/transliteration.h"

namespace isnad {
namespace {

uint32_t story_of(const Collection& collection, uint32_t document) {
  for (uint32_t s = 0; s < collection.stories.size(); ++s) {
    const auto& documents = collection.stories[s].documents;
    if (std::binary_search(documents.begin(), documents.end(), document)) return s;
  }
  return none;
}

void add_sorted(std::vector<uint32_t>& to, const std::vector<uint32_t>& from) {
  to.insert(to.end(), from.begin(), from.end());
  std::sort(to.begin(), to.end());
  to.erase(std::unique(to.begin(), to.end()), to.end());
}

// A report tells a story in part only where it is not one of its reports.
void drop_own_parts(Story& story) {
  std::erase_if(story.in_part,
                [&](uint32_t d) { return std::binary_search(story.documents.begin(), story.documents.end(), d); });
}

void merge(Collection& collection, const std::vector<uint32_t>& reports) {
  std::set<uint32_t> merged;
  for (const uint32_t d : reports) {
    if (const uint32_t s = story_of(collection, d); s != none) merged.insert(s);
  }
  if (merged.size() < 2) return;
  Story& into = collection.stories[*merged.begin()];  // stories are sorted by size: the largest
  for (auto s = std::next(merged.begin()); s != merged.end(); ++s) {
    const Story& other = collection.stories[*s];
    add_sorted(into.documents, other.documents);
    add_sorted(into.in_part, other.in_part);
    if (!other.date.empty() && (into.date.empty() || other.date < into.date)) into.date = other.date;
  }
  drop_own_parts(into);
  for (auto s = merged.rbegin(); std::next(s) != merged.rend(); ++s)
    collection.stories.erase(collection.stories.begin() + *s);
}

void split(Collection& collection, const std::vector<uint32_t>& reports) {
  std::map<uint32_t, std::vector<uint32_t>> leaving;  // by story
  for (const uint32_t d : reports) {
    if (const uint32_t s = story_of(collection, d); s != none) leaving[s].push_back(d);
  }
  Story own;
  for (auto& [s, documents] : leaving) {
    std::sort(documents.begin(), documents.end());
    Story& story = collection.stories[s];
    if (documents.size() == story.documents.size()) continue;  // already apart from all others
    std::erase_if(story.documents,
                  [&](uint32_t d) { return std::binary_search(documents.begin(), documents.end(), d); });
    add_sorted(own.documents, documents);
  }
  if (own.documents.empty()) return;
  const Document& first = collection.documents[own.documents.front()];
  own.id = "story-" + first.id;
  const auto same_id = [&](const Story& story) { return story.id == own.id; };
  while (std::any_of(collection.stories.begin(), collection.stories.end(), same_id)) own.id += "-2";
  own.title = !first.title.empty() || first.sentences.empty() ? first.title
                                                              : std::string(first.bytes(first.sentences.front().span));
  collection.stories.push_back(std::move(own));
}

bool has_variant(const Entity& entity, const std::string& name) {
  return std::any_of(entity.variants.begin(), entity.variants.end(),
                     [&](const Variant& variant) { return folded(variant.text) == name; });
}

void add_variants(Entity& to, const std::vector<Variant>& from) {
  for (const Variant& variant : from) {
    const auto found =
        std::find_if(to.variants.begin(), to.variants.end(), [&](const Variant& v) { return v.text == variant.text; });
    if (found == to.variants.end()) {
      to.variants.push_back(variant);
    } else {
      found->count += variant.count;
    }
  }
  std::stable_sort(to.variants.begin(), to.variants.end(),
                   [](const Variant& a, const Variant& b) { return a.count > b.count; });
}

// Gives every mention and source of an entity the index that change() makes of it; change takes the words too.
template <class Function>
void renumber(Collection& collection, Function&& change) {
  for (Document& document : collection.documents) {
    for (Mention& mention : document.mentions) {
      if (mention.entity != none) mention.entity = change(mention.entity, document.bytes(mention.span));
    }
    const auto in_chain = [&](Chain& chain) {
      for (Source& source : chain) {
        if (source.entity == none) continue;
        const bool named = source.mention < document.mentions.size();
        source.entity = named ? document.mentions[source.mention].entity : change(source.entity, source.text);
      }
    };
    for (Statement& statement : document.statements) in_chain(statement.chain);
    for (Figure& figure : document.figures) in_chain(figure.chain);
  }
}

void join_names(Collection& collection, const std::string& a, const std::string& b) {
  uint32_t into = none;
  std::vector<uint32_t> target(collection.entities.size());
  for (uint32_t e = 0; e < target.size(); ++e) {
    target[e] = e;
    const Entity& entity = collection.entities[e];
    if (!has_variant(entity, a) && !has_variant(entity, b)) continue;
    if (into != none && entity.type != collection.entities[into].type) continue;
    if (into == none) {
      into = e;
    } else {
      target[e] = into;
      add_variants(collection.entities[into], entity.variants);
    }
  }
  std::vector<uint32_t> place(target.size());
  std::vector<Entity> kept;
  for (uint32_t e = 0; e < target.size(); ++e) {
    place[e] = static_cast<uint32_t>(kept.size());
    if (target[e] == e) kept.push_back(std::move(collection.entities[e]));
  }
  collection.entities = std::move(kept);
  renumber(collection, [&](uint32_t entity, std::string_view) { return place[target[entity]]; });
}

void part_names(Collection& collection, const std::string& a, const std::string& b, const Lexicon& lexicon) {
  for (uint32_t e = 0, count = static_cast<uint32_t>(collection.entities.size()); e < count; ++e) {
    if (!has_variant(collection.entities[e], a) || !has_variant(collection.entities[e], b)) continue;
    Entity other;
    other.type = collection.entities[e].type;
    std::vector<Variant>& variants = collection.entities[e].variants;
    const auto leaves = [&](const Variant& variant) { return folded(variant.text) == b; };
    std::copy_if(variants.begin(), variants.end(), std::back_inserter(other.variants), leaves);
    std::erase_if(variants, leaves);
    const auto at = static_cast<uint32_t>(collection.entities.size());
    other.id = "e" + std::to_string(at + 1);
    other.name = other.variants.front().text;
    other.latin = transliterate(other.name, lexicon);
    if (folded(collection.entities[e].name) == b) collection.entities[e].name = variants.front().text;
    collection.entities.push_back(std::move(other));
    renumber(collection,
             [&](uint32_t entity, std::string_view words) { return entity == e && folded(words) == b ? at : entity; });
  }
}

}  // namespace

void correct_stories(Collection& collection, const std::vector<StoryCorrection>& corrections) {
  for (const StoryCorrection& correction : corrections) {
    if (correction.merge) {
      merge(collection, correction.reports);
    } else {
      split(collection, correction.reports);
    }
  }
}

void correct_names(Collection& collection, const std::vector<NameCorrection>& corrections, const Lexicon& lexicon) {
  for (const NameCorrection& correction : corrections) {
    const std::string a = folded(correction.a), b = folded(correction.b);
    if (a == b) continue;
    if (correction.same) {
      join_names(collection, a, b);
    } else {
      part_names(collection, a, b, lexicon);
    }
  }
}

}  // namespace isnad
