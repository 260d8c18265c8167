#include "store/story_rows.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <map>
#include <set>

#include "document/names.h"
#include "output/json.h"
#include "store/document_rows.h"
#include "store/story_changes.h"
#include "store/story_ids.h"
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

// Writes the rows of one collection.
class Writer {
 public:
  Writer(Database& database, const Collection& collection, const std::vector<int64_t>& keys)
      : collection_(collection),
        keys_(keys),
        document_(database, "INSERT INTO story_documents VALUES(?, ?, ?)"),
        group_(database, "INSERT INTO \"groups\" VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        origin_(database, "INSERT INTO origins VALUES(?, ?, ?, ?)"),
        group_figure_(database, "INSERT INTO group_figures VALUES(?, ?, ?, ?)"),
        part_(database, "INSERT INTO group_parts VALUES(?, ?)"),
        toll_(database, "INSERT INTO tolls VALUES(?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"),
        toll_figure_(database, "INSERT INTO toll_figures VALUES(?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"),
        event_(database, "INSERT INTO timeline VALUES(?, ?, ?, ?, ?)"),
        brief_(database, "INSERT INTO brief VALUES(?, ?, ?, ?)"),
        evidence_(database, "INSERT INTO evidence VALUES(?, ?, ?, ?, ?, ?, ?)"),
        copy_(database, "INSERT INTO copies VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"),
        group_numbers_(collection.groups.size(), 0) {
    std::map<uint32_t, uint32_t> counts;
    for (uint32_t g = 0; g < collection.groups.size(); ++g) group_numbers_[g] = ++counts[collection.groups[g].story];
  }

  void write_members(const Story& story, const std::string& id) {
    for (const uint32_t d : story.documents) document_.run(id, keys_[d], false);
    for (const uint32_t d : story.in_part) document_.run(id, keys_[d], true);
  }

  void write_tolls(const Story& story, const std::string& id) {
    for (const Toll& toll : story.tolls) {
      toll_.run(id, name_of(toll.measure), name_of(toll.population), name_of(toll.rule), toll.min, toll.max,
                name_of(toll.grade));
      for (const FigureRef& ref : toll.figures) {
        toll_figure_.run(id, name_of(toll.measure), name_of(toll.population), name_of(toll.rule), keys_[ref.document],
                         ref.figure);
      }
    }
  }

  void write_brief(const Story& story, const std::string& id) {
    for (uint32_t i = 0; i < story.brief.size(); ++i) {
      brief_.run(id, i, story.brief[i].arabic, story.brief[i].english);
      write_evidence(id, "brief", i, story.brief[i].evidence);
    }
  }

  void write_group(uint32_t g, const std::string& story_id) {
    const Group& group = collection_.groups[g];
    const std::string id = group_id(g, story_id);
    const Bounds bounds = bounds_of(collection_, group.figures);
    group_.run(id, story_id, group.question, or_null(group.question_arabic), name_of(group.measure),
               name_of(group.population), name_of(group.scope), name_of(group.relation), or_null(group.reason),
               or_null(group.reason_arabic), static_cast<int64_t>(group.origins.size()),
               static_cast<int64_t>(group.figures.size()), bounds.min, bounds.max);
    std::map<FigureRef, uint32_t> origin_of;
    for (uint32_t o = 0; o < group.origins.size(); ++o) {
      origin_.run(id, o, group.origins[o].label, name_of(group.origins[o].kind));
      for (const FigureRef& ref : group.origins[o].figures) origin_of.emplace(ref, o);
    }
    std::set<FigureRef> written;
    for (const FigureRef& ref : group.figures) {
      if (!written.insert(ref).second) continue;
      const auto found = origin_of.find(ref);
      group_figure_.run(id, keys_[ref.document], ref.figure,
                        found == origin_of.end() ? std::nullopt : std::optional(found->second));
    }
    for (const uint32_t part : std::set<uint32_t>(group.parts.begin(), group.parts.end()))
      part_.run(id, group_id(part, story_id));
  }

  void write_event(const std::string& story, uint32_t number, const TimelineEvent& event) {
    event_.run(story, number, event.date, event.event, event.announced);
    write_evidence(story, "timeline", number, event.evidence);
  }

  void write_copies() {
    for (const Reuse& reuse : collection_.reuse) {
      copy_.run(keys_[reuse.a.document], reuse.a.span.start, reuse.a.span.end, keys_[reuse.b.document],
                reuse.b.span.start, reuse.b.span.end, reuse.likeness,
                or_null(directions[static_cast<size_t>(reuse.direction)]), or_null(reuse.direction_reason),
                changes_json(reuse));
    }
  }

 private:
  std::string group_id(uint32_t g, const std::string& story_id) const {
    return fmt::format("{}-g{}", story_id, group_numbers_[g]);
  }

  void write_evidence(const std::string& story, const char* owner, uint32_t number,
                      const std::vector<Passage>& passages) {
    for (uint32_t i = 0; i < passages.size(); ++i) {
      evidence_.run(story, owner, number, i, keys_[passages[i].document], passages[i].span.start, passages[i].span.end);
    }
  }

  const Collection& collection_;
  const std::vector<int64_t>& keys_;
  Query document_, group_, origin_, group_figure_, part_, toll_, toll_figure_, event_, brief_, evidence_, copy_;
  std::vector<uint32_t> group_numbers_;  // within their stories, from 1
};

// What is found in a story, in one line: two stories with the same digest have the same rows.
std::string digest_of(const Collection& collection, const std::vector<int64_t>& keys, uint32_t s,
                      const std::vector<uint32_t>& groups) {
  const Story& story = collection.stories[s];
  std::string all = story.title + "\n" + story.date + "\n" + story.place + "\n";
  const auto add = [&](const std::vector<FigureRef>& figures) {
    for (const FigureRef& ref : figures) all += fmt::format(" {}/{}", keys[ref.document], ref.figure);
    all += '\n';
  };
  for (const uint32_t d : story.documents) all += fmt::format("{} ", keys[d]);
  for (const uint32_t d : story.in_part) all += fmt::format("({}) ", keys[d]);
  for (const Toll& toll : story.tolls) {
    all += fmt::format("{} {} {} {}-{} {}", name_of(toll.measure), name_of(toll.population), name_of(toll.rule),
                       toll.min.value_or(-1), toll.max.value_or(-1), name_of(toll.grade));
    add(toll.figures);
  }
  for (const BriefItem& item : story.brief) all += item.arabic + "\n" + item.english + "\n";
  for (const uint32_t g : groups) {
    const Group& group = collection.groups[g];
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

StoryMembers members_before(Database& database) {
  StoryMembers members;
  Query query(database, "SELECT story, document FROM story_documents WHERE NOT in_part ORDER BY story, document");
  while (query.step()) members[query.string(0)].push_back(query.number(1));
  return members;
}

struct StoryCounts {
  std::string first, last;
  int64_t outlets = 0, origins = 0, conflicts = 0, revisions = 0;
};

StoryCounts counts_of(const Collection& collection, const Story& story, const std::vector<uint32_t>& groups) {
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
  for (const uint32_t g : groups) {
    const Group& group = collection.groups[g];
    for (const Origin& origin : group.origins) origins.insert(origin.label);
    if (group.relation == Relation::conflict) ++counts.conflicts;
    if (group.relation == Relation::revised) ++counts.revisions;
  }
  counts.outlets = static_cast<int64_t>(outlets.size());
  counts.origins = static_cast<int64_t>(origins.size());
  return counts;
}

std::string place_name(const Collection& collection, const Story& story) {
  for (const Entity& entity : collection.entities) {
    if (entity.id == story.place) return stored_entity_id(entity);
  }
  return {};
}

}  // namespace

StoryUpdate write_stories(Database& database, const Collection& collection, const std::vector<int64_t>& keys,
                          const std::string& now) {
  std::vector<std::vector<int64_t>> members;
  for (const Story& story : collection.stories) {
    std::vector<int64_t>& of_story = members.emplace_back();
    for (const uint32_t d : story.documents) of_story.push_back(keys[d]);
    std::sort(of_story.begin(), of_story.end());
  }
  StoryIds matched = match_stories(members_before(database), members);
  int64_t next = database.number("SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'stories_made'");
  for (std::string& id : matched.ids) {
    if (id.empty()) id = fmt::format("s{}", ++next);
  }
  Query(database, "INSERT OR REPLACE INTO meta VALUES('stories_made', ?)").run(std::to_string(next));
  ChangeLog log(database, now);
  for (const char* table : {"story_documents", "group_figures", "group_parts", "origins", "\"groups\"", "toll_figures",
                            "tolls", "timeline", "brief", "evidence", "copies", "stories"}) {
    database.run(fmt::format("DELETE FROM {}", table));
  }
  std::vector<std::vector<uint32_t>> groups(collection.stories.size());
  for (uint32_t g = 0; g < collection.groups.size(); ++g) {
    if (collection.groups[g].story != none) groups[collection.groups[g].story].push_back(g);
  }
  const std::vector<uint32_t> independent = independent_reports(collection);
  Writer writer(database, collection, keys);
  Query insert(database, "INSERT INTO stories VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  StoryUpdate update;
  for (uint32_t s = 0; s < collection.stories.size(); ++s) {
    const Story& story = collection.stories[s];
    const std::string& id = matched.ids[s];
    const StoryCounts counts = counts_of(collection, story, groups[s]);
    const StoredStory stored = log.compare(id, digest_of(collection, keys, s, groups[s]), story, counts.conflicts);
    update.made += stored.made;
    update.changed += stored.changed;
    insert.run(id, story.title, or_null(story.date), or_null(place_name(collection, story)), or_null(counts.first),
               or_null(counts.last), static_cast<int64_t>(story.documents.size()), independent[s], counts.outlets,
               counts.origins, counts.conflicts, counts.revisions, stored.revision, stored.digest, stored.created,
               stored.updated);
    writer.write_members(story, id);
    writer.write_tolls(story, id);
    writer.write_brief(story, id);
    for (const uint32_t g : groups[s]) writer.write_group(g, id);
  }
  std::vector<uint32_t> events(collection.stories.size(), 0);
  for (const TimelineEvent& event : collection.timeline) {
    if (event.story != none) writer.write_event(matched.ids[event.story], events[event.story]++, event);
  }
  writer.write_copies();
  for (const auto& [id, into] : matched.went_into) log.went_into(id, matched.ids[into]);
  for (const std::string& id : matched.gone) log.gone(id);
  update.gone = matched.went_into.size() + matched.gone.size();
  return update;
}

}  // namespace isnad
