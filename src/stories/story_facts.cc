#include "stories/story_facts.h"

#include <algorithm>
#include <map>

namespace isnad {
namespace {

constexpr size_t fewest_reports = 2;
constexpr size_t least_share = 3;  // one report in so many tells the main happening with its day
constexpr uint32_t weight_of_victims = 3, weight_of_headline = 2;

bool is_country(const Entity& entity) { return entity.id.starts_with("country:"); }

// The place told of the victims, in headlines and in leads; a town before the country it lies in.
std::string place_of(const Collection& collection, const Story& story) {
  std::map<uint32_t, uint32_t> weights;
  for (const uint32_t d : story.documents) {
    const Document& document = collection.documents[d];
    const auto add = [&](uint32_t mention, uint32_t weight) {
      const Mention& it = document.mentions[mention];
      if (it.type == MentionType::location && it.entity != none) weights[it.entity] += weight;
    };
    for (const Figure& figure : document.figures) {
      if (figure.place != none && figure.scope == Scope::incident) add(figure.place, weight_of_victims);
    }
    const auto body = std::find_if(document.lines.begin(), document.lines.end(),
                                   [](const Line& line) { return line.kind == LineKind::body; });
    for (uint32_t m = 0; m < document.mentions.size(); ++m) {
      const uint32_t line = line_at(document, document.mentions[m].span.start);
      if (line == none) continue;
      if (document.lines[line].kind == LineKind::title) add(m, weight_of_headline);
      if (body != document.lines.end() && document.lines[line].span == body->span) add(m, 1);
    }
  }
  uint32_t best = none;
  for (const auto& [entity, weight] : weights) {
    if (best == none) {
      best = entity;
      continue;
    }
    const bool country = is_country(collection.entities[entity]), best_country = is_country(collection.entities[best]);
    if (country != best_country ? best_country && 2 * weight >= weights[best] : weight > weights[best]) best = entity;
  }
  return best == none ? std::string() : collection.entities[best].id;
}

}  // namespace

void set_story_facts(Collection& collection) {
  std::map<uint32_t, const TimelineEvent*> main;
  for (const TimelineEvent& event : collection.timeline) {
    if (event.announced || event.date.size() != 10) continue;
    const TimelineEvent*& best = main[event.story];
    if (!best || event.evidence.size() > best->evidence.size()) best = &event;
  }
  for (uint32_t s = 0; s < collection.stories.size(); ++s) {
    Story& story = collection.stories[s];
    story.place = place_of(collection, story);
    const auto found = main.find(s);
    if (found == main.end()) continue;
    const size_t reports = found->second->evidence.size();
    if (reports >= std::min(fewest_reports, story.documents.size()) &&
        reports * least_share >= story.documents.size()) {
      story.date = found->second->date;
    }
  }
}

}  // namespace isnad
