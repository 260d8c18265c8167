#include "store/story_rows.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <map>
#include <set>

#include "document/names.h"
#include "output/json.h"
#include "store/document_rows.h"
#include "stories/stories_copies.h"

namespace isnad {
namespace {

constexpr const char* directions[] = {"", "a_from_b", "b_from_a"};

std::string changes_json(const Reuse& reuse) {
  std::string out = "[";
  for (const Change& change : reuse.changes) {
    if (out.size() > 1) out += ',';
    out += fmt::format(R"({{"a":[{},{}],"b":[{},{}],"number":{},"name":{}}})", change.a.start, change.a.end,
                       change.b.start, change.b.end, change.number, change.name);
  }
  return out + "]";
}

struct Bounds {
  std::optional<double> min, max;
};

// The lowest and highest value of figures; an open end counts as the other end.
Bounds bounds_of(const Collection& collection, const std::vector<FigureRef>& figures) {
  Bounds bounds;
  for (const FigureRef& ref : figures) {
    const Figure& figure = collection.documents[ref.document].figures[ref.figure];
    const std::optional<double> low = figure.min ? figure.min : figure.max, high = figure.max ? figure.max : figure.min;
    if (low && (!bounds.min || *low < *bounds.min)) bounds.min = low;
    if (high && (!bounds.max || *high > *bounds.max)) bounds.max = high;
  }
  return bounds;
}

struct StoryCounts {
  std::string first, last;
  int64_t outlets = 0, origins = 0, conflicts = 0, revisions = 0;
};

StoryCounts counts_of(const Collection& collection) {
  const Story& story = collection.stories.front();
  StoryCounts counts;
  std::set<std::string_view> outlets;
  std::set<std::string_view> origins;
  for (const uint32_t d : story.documents) {
    const Document& document = collection.documents[d];
    if (!document.outlet.empty()) outlets.insert(document.outlet);
    const std::string published = published_text(document);
    if (published.empty()) continue;
    if (counts.first.empty() || published < counts.first) counts.first = published;
    if (published > counts.last) counts.last = published;
  }
  for (const Group& group : collection.groups) {
    for (const Origin& origin : group.origins) origins.insert(origin.label);
    if (group.relation == Relation::conflict) ++counts.conflicts;
    if (group.relation == Relation::revised) ++counts.revisions;
  }
  counts.outlets = static_cast<int64_t>(outlets.size());
  counts.origins = static_cast<int64_t>(origins.size());
  return counts;
}

std::string place_of(const Collection& collection) {
  for (const Entity& entity : collection.entities) {
    if (entity.id == collection.stories.front().place) return stored_entity_id(entity);
  }
  return {};
}

}  // namespace

std::string story_digest(const Collection& collection, const std::vector<int64_t>& keys) {
  const Story& story = collection.stories.front();
  std::string all = story.title + "\n" + story.date + "\n" + story.place + "\n";
  const auto add = [&](const std::vector<FigureRef>& figures) {
    for (const FigureRef& ref : figures) all += fmt::format(" {}/{}", keys[ref.document], ref.figure);
    all += '\n';
  };
  for (const uint32_t d : story.documents) {
    const std::string layers = document_json(collection.documents[d]);
    all += fmt::format("{} {:x} ", keys[d], XXH3_64bits(layers.data(), layers.size()));
  }
  for (const uint32_t d : story.in_part) all += fmt::format("({}) ", keys[d]);
  for (const Toll& toll : story.tolls) {
    all += fmt::format("{} {} {} {}-{} {}", name_of(toll.measure), name_of(toll.population), name_of(toll.rule),
                       toll.min.value_or(-1), toll.max.value_or(-1), name_of(toll.grade));
    add(toll.figures);
  }
  for (const BriefItem& item : story.brief) all += item.arabic + "\n" + item.english + "\n";
  for (const Group& group : collection.groups) {
    all += group.question + " " + std::string(name_of(group.relation)) + group.reason;
    add(group.figures);
    for (const Origin& origin : group.origins) {
      all += origin.label;
      add(origin.figures);
    }
  }
  const XXH128_hash_t hash = XXH3_128bits(all.data(), all.size());
  return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

std::string stored_group_id(const std::string& story, uint32_t place) {
  return fmt::format("{}-g{}", story, place + 1);
}

struct StoryRows::Queries {
  explicit Queries(Database& d)
      : story(d, "INSERT INTO stories VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        document(d, "INSERT INTO story_documents VALUES(?, ?, ?)"),
        group(d, "INSERT INTO \"groups\" VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        origin(d, "INSERT INTO origins VALUES(?, ?, ?, ?)"),
        group_figure(d, "INSERT INTO group_figures VALUES(?, ?, ?, ?)"),
        part(d, "INSERT INTO group_parts VALUES(?, ?)"),
        toll(d, "INSERT INTO tolls VALUES(?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"),
        toll_figure(d, "INSERT INTO toll_figures VALUES(?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"),
        event(d, "INSERT INTO timeline VALUES(?, ?, ?, ?, ?)"),
        brief(d, "INSERT INTO brief VALUES(?, ?, ?, ?)"),
        evidence(d, "INSERT INTO evidence VALUES(?, ?, ?, ?, ?, ?, ?)"),
        copy(d, "INSERT INTO copies VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"),
        clear_copies(d, "DELETE FROM copies WHERE document_a = ?1 OR document_b = ?1") {
    for (const char* table : {"group_figures", "group_parts", "origins"}) {
      clear.emplace_back(
          d,
          fmt::format("DELETE FROM {} WHERE \"group\" IN (SELECT \"group\" FROM \"groups\" WHERE story = ?)", table));
    }
    for (const char* table :
         {"\"groups\"", "toll_figures", "tolls", "timeline", "brief", "evidence", "story_documents", "stories"}) {
      clear.emplace_back(d, fmt::format("DELETE FROM {} WHERE story = ?", table));
    }
  }
  Query story, document, group, origin, group_figure, part, toll, toll_figure, event, brief, evidence, copy,
      clear_copies;
  std::vector<Query> clear;
};

StoryRows::StoryRows(Database& database, const std::string& now)
    : log_(database, now), q_(std::make_unique<Queries>(database)) {}
StoryRows::~StoryRows() = default;

void StoryRows::clear(const std::string& id) {
  for (Query& clear : q_->clear) clear.run(id);
}

void StoryRows::remove(const std::string& id, const std::string& other) {
  clear(id);
  if (other.empty()) {
    log_.gone(id);
  } else {
    log_.went_into(id, other);
  }
}

StoredStory StoryRows::write(const std::string& id, const Collection& told, const std::vector<int64_t>& keys) {
  const Story& story = told.stories.front();
  const StoryCounts counts = counts_of(told);
  const StoredStory stored = log_.compare(id, story_digest(told, keys), story, counts.conflicts);
  clear(id);
  q_->story.run(id, story.title, or_null(story.date), or_null(place_of(told)), or_null(counts.first),
                or_null(counts.last), static_cast<int64_t>(story.documents.size()), independent_reports(told).front(),
                counts.outlets, counts.origins, counts.conflicts, counts.revisions, stored.revision, stored.digest,
                stored.created, stored.updated);
  for (const uint32_t d : story.documents) q_->document.run(id, keys[d], false);
  for (const uint32_t d : story.in_part) q_->document.run(id, keys[d], true);
  for (const Toll& toll : story.tolls) {
    q_->toll.run(id, name_of(toll.measure), name_of(toll.population), name_of(toll.rule), toll.min, toll.max,
                 name_of(toll.grade));
    for (const FigureRef& ref : toll.figures) {
      q_->toll_figure.run(id, name_of(toll.measure), name_of(toll.population), name_of(toll.rule), keys[ref.document],
                          ref.figure);
    }
  }
  for (uint32_t i = 0; i < story.brief.size(); ++i) {
    q_->brief.run(id, i, story.brief[i].arabic, story.brief[i].english);
    write_evidence(id, "brief", i, story.brief[i].evidence, keys);
  }
  for (uint32_t i = 0; i < told.timeline.size(); ++i) {
    const TimelineEvent& event = told.timeline[i];
    q_->event.run(id, i, event.date, event.event, event.announced);
    write_evidence(id, "timeline", i, event.evidence, keys);
  }
  write_groups(id, told, keys);
  return stored;
}

void StoryRows::write_groups(const std::string& story, const Collection& told, const std::vector<int64_t>& keys) {
  for (uint32_t g = 0; g < told.groups.size(); ++g) {
    const Group& group = told.groups[g];
    const std::string id = stored_group_id(story, g);
    const Bounds bounds = bounds_of(told, group.figures);
    q_->group.run(id, story, group.question, or_null(group.question_arabic), name_of(group.measure),
                  name_of(group.population), name_of(group.scope), name_of(group.relation), or_null(group.reason),
                  or_null(group.reason_arabic), static_cast<int64_t>(group.origins.size()),
                  static_cast<int64_t>(group.figures.size()), bounds.min, bounds.max);
    std::map<FigureRef, uint32_t> origin_of;
    for (uint32_t o = 0; o < group.origins.size(); ++o) {
      q_->origin.run(id, o, group.origins[o].label, name_of(group.origins[o].kind));
      for (const FigureRef& ref : group.origins[o].figures) origin_of.emplace(ref, o);
    }
    for (const FigureRef& ref : std::set<FigureRef>(group.figures.begin(), group.figures.end())) {
      const auto found = origin_of.find(ref);
      q_->group_figure.run(id, keys[ref.document], ref.figure,
                           found == origin_of.end() ? std::nullopt : std::optional(found->second));
    }
    for (const uint32_t part : std::set<uint32_t>(group.parts.begin(), group.parts.end()))
      q_->part.run(id, stored_group_id(story, part));
  }
}

void StoryRows::write_evidence(const std::string& story, const char* owner, uint32_t number,
                               const std::vector<Passage>& passages, const std::vector<int64_t>& keys) {
  for (uint32_t i = 0; i < passages.size(); ++i) {
    q_->evidence.run(story, owner, number, i, keys[passages[i].document], passages[i].span.start, passages[i].span.end);
  }
}

void StoryRows::write_copies(const Collection& collection, const std::vector<int64_t>& keys) {
  for (const int64_t key : keys) q_->clear_copies.run(key);
  for (const Reuse& reuse : collection.reuse) {
    q_->copy.run(keys[reuse.a.document], reuse.a.span.start, reuse.a.span.end, keys[reuse.b.document],
                 reuse.b.span.start, reuse.b.span.end, reuse.likeness,
                 or_null(directions[static_cast<size_t>(reuse.direction)]), or_null(reuse.direction_reason),
                 changes_json(reuse));
  }
}

}  // namespace isnad
