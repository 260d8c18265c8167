#include "stories/entities_explain.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

#include "base/fold.h"

namespace isnad {
namespace {

constexpr size_t max_cases = 40;  // entities told of: a given name alone may be hundreds

bool has_spelling(const Entity& entity, std::string_view folded_name) {
  return folded(entity.name) == folded_name ||
         std::any_of(entity.variants.begin(), entity.variants.end(),
                     [&](const Variant& variant) { return folded(variant.text) == folded_name; });
}

std::vector<uint32_t> entities_named(const Collection& collection, std::string_view name) {
  std::vector<uint32_t> found;
  const std::string form = folded(name);
  for (uint32_t e = 0; e < collection.entities.size() && found.size() < max_cases; ++e) {
    if (has_spelling(collection.entities[e], form)) found.push_back(e);
  }
  return found;
}

// Gathers what the scopes tell of the entities asked for.
class Gatherer {
 public:
  Gatherer(const Collection& collection, std::vector<uint32_t> entities) : collection_(collection) {
    for (const uint32_t entity : entities) {
      place_.emplace(entity, cases_.size());
      cases_.push_back({entity, 0, {}});
    }
    steps_.resize(cases_.size());
  }

  void add_scope(const std::vector<NameNode>& nodes, const std::vector<NameJoin>& joins) {
    std::map<size_t, std::vector<uint32_t>> of_case;  // nodes
    for (uint32_t n = 0; n < nodes.size(); ++n) {
      if (const auto at = case_of(nodes[n])) of_case[*at].push_back(n);
    }
    for (const auto& [at, members] : of_case) ++cases_[at].scopes;
    for (const NameJoin& join : joins) {
      const auto at = case_of(nodes[join.a]);
      if (at) ++steps_[*at][{text_of(nodes[join.a]), text_of(nodes[join.b]), join.rule}];
    }
    for (auto a = of_case.begin(); a != of_case.end(); ++a) {
      for (auto b = std::next(a); b != of_case.end(); ++b) {
        bars_.try_emplace({a->first, b->first}, clearest_bar(nodes, a->second, b->second));
      }
    }
  }

  EntityExplanation take() {
    EntityExplanation explanation;
    for (size_t c = 0; c < cases_.size(); ++c) {
      for (const auto& [step, count] : steps_[c]) {
        const auto& [a, b, rule] = step;
        if (a != b) cases_[c].steps.push_back({a, b, rule, count});
      }
      std::stable_sort(cases_[c].steps.begin(), cases_[c].steps.end(),
                       [](const EntityStep& a, const EntityStep& b) { return a.count > b.count; });
      for (size_t other = c + 1; other < cases_.size(); ++other) {
        const auto bar = bars_.find({c, other});
        explanation.apart.push_back(
            {cases_[c].entity, cases_[other].entity, bar == bars_.end() ? NameBar::other_story : bar->second});
      }
    }
    explanation.cases = std::move(cases_);
    return explanation;
  }

 private:
  std::optional<size_t> case_of(const NameNode& node) const {
    const MentionRef& use = node.uses.front();
    const auto found = place_.find(collection_.documents[use.document].mentions[use.mention].entity);
    return found == place_.end() ? std::nullopt : std::optional(found->second);
  }

  std::string text_of(const NameNode& node) const {
    const Document& document = collection_.documents[node.uses.front().document];
    return variant_text(document, document.mentions[node.uses.front().mention]);
  }

  // Of the pairs of spellings the bar that says most.
  static NameBar clearest_bar(const std::vector<NameNode>& nodes, const std::vector<uint32_t>& a,
                              const std::vector<uint32_t>& b) {
    NameBar clearest = NameBar::unlike;
    for (const uint32_t x : a) {
      for (const uint32_t y : b) clearest = std::min(clearest, bar_between(nodes[x], nodes[y]));
    }
    return clearest;
  }

  const Collection& collection_;
  std::vector<EntityCase> cases_;
  std::map<uint32_t, size_t> place_;  // of an entity in cases_
  std::vector<std::map<std::tuple<std::string, std::string, NameRule>, uint32_t>> steps_;
  std::map<std::pair<size_t, size_t>, NameBar> bars_;
};

}  // namespace

EntityExplanation explain_entity(const Collection& collection, const Lexicon& lexicon, std::string_view name,
                                 std::string_view other) {
  std::vector<uint32_t> entities = entities_named(collection, name);
  if (!other.empty()) {
    const std::vector<uint32_t> others = entities_named(collection, other);
    std::vector<uint32_t> both, all;
    std::set_intersection(entities.begin(), entities.end(), others.begin(), others.end(), std::back_inserter(both));
    std::set_union(entities.begin(), entities.end(), others.begin(), others.end(), std::back_inserter(all));
    entities = both.empty() ? std::move(all) : std::move(both);
  }
  Gatherer gatherer(collection, entities);
  for (const std::vector<uint32_t>& scope : scopes_of(collection)) {
    const bool named = std::any_of(scope.begin(), scope.end(), [&](uint32_t d) {
      const auto& mentions = collection.documents[d].mentions;
      return std::any_of(mentions.begin(), mentions.end(), [&](const Mention& mention) {
        return std::binary_search(entities.begin(), entities.end(), mention.entity);
      });
    });
    if (!named) continue;
    std::vector<NameJoin> joins;
    const std::vector<NameNode> nodes = link_scope(collection, scope, lexicon, &joins);
    gatherer.add_scope(nodes, joins);
  }
  return gatherer.take();
}

}  // namespace isnad
