#include "store/load_collection.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <unordered_map>

#include "document/names.h"
#include "pipeline/pipeline.h"
#include "store/document_rows.h"

namespace isnad {
namespace {

template <class Enum>
Enum value_of(std::string_view name) {
  return named<Enum>(name).value_or(Enum{});
}

Day day_of(std::string_view published) {
  Day day;
  if (published.size() < 10) return day;
  const char* text = published.data();
  std::from_chars(text, text + 4, day.year);
  std::from_chars(text + 5, text + 7, day.month);
  std::from_chars(text + 8, text + 10, day.day);
  return day;
}

// "[3,7]" at `at` of the list of changes.
Span span_at(std::string_view json, size_t at) {
  Span span;
  const char* end = json.data() + json.size();
  const auto first = std::from_chars(json.data() + at + 1, end, span.start);
  std::from_chars(first.ptr + 1, end, span.end);
  return span;
}

// What story_rows wrote of the changes between two copies.
std::vector<Change> changes_of(std::string_view json) {
  std::vector<Change> changes;
  for (size_t at = json.find("\"a\":"); at != std::string_view::npos; at = json.find("\"a\":", at + 1)) {
    Change& change = changes.emplace_back();
    change.a = span_at(json, at + 4);
    change.b = span_at(json, json.find("\"b\":", at) + 4);
    change.number = json.substr(json.find("\"number\":", at) + 9).starts_with("true");
    change.name = json.substr(json.find("\"name\":", at) + 7).starts_with("true");
  }
  return changes;
}

class Loader {
 public:
  Loader(Database& database, const Lexicon& lexicon) : database_(database), lexicon_(lexicon) {}

  void load_documents(const std::vector<int64_t>& keys, unsigned threads) {
    DocumentRows rows(database_);
    Query day(database_, "SELECT published, published_basis, published_reason FROM documents WHERE document = ?");
    for (const int64_t key : keys) {
      place_.emplace(key, static_cast<uint32_t>(collection.documents.size()));
      Document document = rows.load(key);
      if (day.bind(key).step()) {
        const std::string_view published = day.text(0);
        document.published = day_of(published);
        if (published.size() > 11) document.published_time = published.substr(11);
        document.published_basis = value_of<PublishedBasis>(day.text(1));
        document.published_reason = day.string(2);
      }
      collection.documents.push_back(std::move(document));
    }
    annotate_all(collection.documents, lexicon_, threads, [](size_t) {});
    load_entities(keys);
  }

  void load_story(const std::string& id) {
    Query row(database_, "SELECT title, date, place FROM stories WHERE story = ?");
    if (!row.bind(id).step()) return;
    Story story;
    story.id = id;
    story.title = row.string(0);
    story.date = row.string(1);
    story.place = row.string(2);
    Query members(database_, "SELECT document, in_part FROM story_documents WHERE story = ? ORDER BY document");
    for (members.bind(id); members.step();)
      (members.number(1) ? story.in_part : story.documents).push_back(place_.at(members.number(0)));
    std::sort(story.documents.begin(), story.documents.end());
    std::sort(story.in_part.begin(), story.in_part.end());
    load_tolls(story);
    Query brief(database_, "SELECT item, text_ar, text_en FROM brief WHERE story = ? ORDER BY item");
    for (brief.bind(id); brief.step();)
      story.brief.push_back({brief.string(1), brief.string(2), evidence(id, "brief", brief.number(0))});
    const auto at = static_cast<uint32_t>(collection.stories.size());
    collection.stories.push_back(std::move(story));
    load_groups(id, at);
    Query events(database_, "SELECT event, date, text, announced FROM timeline WHERE story = ? ORDER BY event");
    for (events.bind(id); events.step();) {
      collection.timeline.push_back(
          {at, events.string(1), events.string(2), events.number(3) != 0, evidence(id, "timeline", events.number(0))});
    }
  }

  // Copies between the documents that are loaded.
  void load_copies() {
    Query rows(database_, "SELECT * FROM copies WHERE document_a = ?");
    for (const auto& [key, document] : std::map<int64_t, uint32_t>(place_.begin(), place_.end())) {
      for (rows.bind(key); rows.step();) {
        const auto other = place_.find(rows.number(3));
        if (other == place_.end()) continue;
        Reuse reuse;
        reuse.a = {document, span(rows, 1)};
        reuse.b = {other->second, span(rows, 4)};
        reuse.likeness = rows.real(6);
        reuse.direction = rows.is_null(7)              ? Direction::unknown
                          : rows.text(7) == "a_from_b" ? Direction::a_from_b
                                                       : Direction::b_from_a;
        reuse.direction_reason = rows.string(8);
        reuse.changes = changes_of(rows.text(9));
        collection.reuse.push_back(std::move(reuse));
      }
    }
  }

  Collection collection;

 private:
  static Span span(const Query& row, int column) {
    return {static_cast<uint32_t>(row.number(column)), static_cast<uint32_t>(row.number(column + 1))};
  }

  std::vector<Passage> evidence(const std::string& story, const char* owner, int64_t number) {
    std::vector<Passage> passages;
    Query rows(database_,
               "SELECT document, start, \"end\" FROM evidence WHERE story = ? AND owner = ? AND number = ?"
               " ORDER BY place");
    for (rows.bind(story, owner, number); rows.step();) passages.push_back({place_.at(rows.number(0)), span(rows, 1)});
    return passages;
  }

  // The figure, where its report is loaded.
  void add_figure(std::vector<FigureRef>& to, int64_t key, int64_t figure) const {
    const auto found = place_.find(key);
    if (found != place_.end()) to.push_back({found->second, static_cast<uint32_t>(figure)});
  }

  void load_tolls(Story& story) {
    Query rows(database_, "SELECT measure, population, rule, min, max, grade FROM tolls WHERE story = ?");
    Query figures(database_,
                  "SELECT document, figure FROM toll_figures WHERE story = ? AND measure = ? AND population = ?"
                  " AND rule = ? ORDER BY document, figure");
    for (rows.bind(story.id); rows.step();) {
      Toll toll;
      toll.measure = value_of<Measure>(rows.text(0));
      toll.population = value_of<Population>(rows.text(1));
      toll.rule = value_of<Rule>(rows.text(2));
      toll.min = rows.real_or_none(3);
      toll.max = rows.real_or_none(4);
      toll.grade = value_of<Grade>(rows.text(5));
      for (figures.bind(story.id, rows.text(0), rows.text(1), rows.text(2)); figures.step();)
        add_figure(toll.figures, figures.number(0), figures.number(1));
      std::sort(toll.figures.begin(), toll.figures.end());
      story.tolls.push_back(std::move(toll));
    }
    std::stable_sort(story.tolls.begin(), story.tolls.end(), [](const Toll& a, const Toll& b) {
      return std::tuple(a.measure, a.population, a.rule) < std::tuple(b.measure, b.population, b.rule);
    });
  }

  void load_groups(const std::string& story, uint32_t at) {
    Query rows(
        database_,
        "SELECT \"group\", question, question_ar, measure, population, scope, relation, reason, reason_ar"
        " FROM \"groups\" WHERE story = ? ORDER BY CAST(substr(\"group\", instr(\"group\", '-g') + 2) AS INTEGER)");
    Query origins(database_, "SELECT origin, label, kind FROM origins WHERE \"group\" = ? ORDER BY origin");
    Query figures(database_,
                  "SELECT document, figure, origin FROM group_figures WHERE \"group\" = ? ORDER BY document, figure");
    Query parts(database_, "SELECT part FROM group_parts WHERE \"group\" = ?");
    const auto first = static_cast<uint32_t>(collection.groups.size());
    std::map<std::string, uint32_t, std::less<>> place;
    for (rows.bind(story); rows.step();) {
      Group group;
      group.id = rows.string(0);
      group.story = at;
      group.question = rows.string(1);
      group.question_arabic = rows.string(2);
      group.measure = value_of<Measure>(rows.text(3));
      group.population = value_of<Population>(rows.text(4));
      group.scope = value_of<Scope>(rows.text(5));
      group.relation = value_of<Relation>(rows.text(6));
      group.reason = rows.string(7);
      group.reason_arabic = rows.string(8);
      for (origins.bind(group.id); origins.step();)
        group.origins.push_back({origins.string(1), value_of<SourceKind>(origins.text(2)), {}, {}});
      for (figures.bind(group.id); figures.step();) {
        add_figure(group.figures, figures.number(0), figures.number(1));
        if (!figures.is_null(2)) {
          Origin& origin = group.origins.at(static_cast<size_t>(figures.number(2)));
          add_figure(origin.figures, figures.number(0), figures.number(1));
          origin.documents.push_back(place_.at(figures.number(0)));
        }
      }
      for (Origin& origin : group.origins) {
        std::sort(origin.documents.begin(), origin.documents.end());
        origin.documents.erase(std::unique(origin.documents.begin(), origin.documents.end()), origin.documents.end());
      }
      place.emplace(group.id, static_cast<uint32_t>(collection.groups.size()));
      collection.groups.push_back(std::move(group));
    }
    for (uint32_t g = first; g < collection.groups.size(); ++g) {
      for (parts.bind(collection.groups[g].id); parts.step();) {
        if (const auto found = place.find(parts.text(0)); found != place.end())
          collection.groups[g].parts.push_back(found->second);
      }
    }
  }

  // Entities of the loaded documents, with the spellings that these have.
  void load_entities(const std::vector<int64_t>& keys) {
    std::map<std::string, uint32_t, std::less<>> index;
    std::vector<std::map<std::string, uint32_t>> variants;
    Query row(database_, "SELECT type, name, latin FROM entities WHERE entity = ?");
    const auto entity_at = [&](std::string_view id) {
      const auto [found, fresh] = index.emplace(id, static_cast<uint32_t>(index.size()));
      if (fresh) {
        Entity entity;
        entity.id = id;
        if (row.bind(id).step()) {
          entity.type = value_of<MentionType>(row.text(0));
          entity.name = row.string(1);
          entity.latin = row.string(2);
        }
        collection.entities.push_back(std::move(entity));
        variants.emplace_back();
      }
      return found->second;
    };
    Query mentions(database_, "SELECT mention, entity, text FROM mentions WHERE document = ? AND entity IS NOT NULL");
    Query chains(database_, "SELECT owner, number, link, entity FROM chains WHERE document = ? AND entity IS NOT NULL");
    for (uint32_t d = 0; d < keys.size(); ++d) {
      Document& document = collection.documents[d];
      for (mentions.bind(keys[d]); mentions.step();) {
        const auto mention = static_cast<size_t>(mentions.number(0));
        if (mention >= document.mentions.size()) continue;
        const uint32_t entity = entity_at(mentions.text(1));
        document.mentions[mention].entity = entity;
        ++variants[entity][mentions.string(2)];
      }
      for (chains.bind(keys[d]); chains.step();) {
        const auto number = static_cast<size_t>(chains.number(1)), link = static_cast<size_t>(chains.number(2));
        Chain* chain = nullptr;
        if (chains.text(0) == "figure") {
          if (number < document.figures.size()) chain = &document.figures[number].chain;
        } else if (number < document.statements.size()) {
          chain = &document.statements[number].chain;
        }
        if (chain && link < chain->size()) (*chain)[link].entity = entity_at(chains.text(3));
      }
    }
    for (size_t e = 0; e < variants.size(); ++e) {
      std::vector<Variant>& of = collection.entities[e].variants;
      for (const auto& [text, count] : variants[e]) of.push_back({text, count});
      std::stable_sort(of.begin(), of.end(), [](const Variant& a, const Variant& b) { return a.count > b.count; });
    }
  }

  Database& database_;
  const Lexicon& lexicon_;
  std::unordered_map<int64_t, uint32_t> place_;  // of each key, in the collection
};

}  // namespace

Collection load_stories(Database& database, const std::vector<std::string>& stories, const Lexicon& lexicon,
                        unsigned threads) {
  const Snapshot snapshot(database);
  std::set<int64_t> keys;
  Query members(database, "SELECT document FROM story_documents WHERE story = ?");
  for (const std::string& story : stories) {
    for (members.bind(story); members.step();) keys.insert(members.number(0));
  }
  members.reset();
  Loader loader(database, lexicon);
  loader.load_documents({keys.begin(), keys.end()}, threads);
  for (const std::string& story : stories) loader.load_story(story);
  loader.load_copies();
  return std::move(loader.collection);
}

Collection load_reports(Database& database, const std::vector<int64_t>& keys, const Lexicon& lexicon,
                        unsigned threads) {
  const Snapshot snapshot(database);
  Loader loader(database, lexicon);
  loader.load_documents(keys, threads);
  return std::move(loader.collection);
}

}  // namespace isnad
