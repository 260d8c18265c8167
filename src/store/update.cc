#include "store/update.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <set>
#include <unordered_map>

#include "base/fold.h"
#include "document/names.h"
#include "pipeline/parallel.h"
#include "pipeline/pipeline.h"
#include "store/corrections.h"
#include "store/story_ids.h"
#include "stories/corrections.h"

namespace isnad {
namespace {

constexpr size_t stories_at_a_time = 256;  // told before their rows are written: bounds memory

// A story as it is to be: keys of its reports, sorted.
struct Draft {
  std::string id, title, date;
  std::vector<int64_t> documents, in_part;
};

Day day_of(std::string_view published) {
  Day day;
  if (published.size() < 10) return day;
  const char* text = published.data();
  std::from_chars(text, text + 4, day.year);
  std::from_chars(text + 5, text + 7, day.month);
  std::from_chars(text + 8, text + 10, day.day);
  return day;
}

struct Input {
  std::vector<Document> documents;
  std::vector<int64_t> keys;
  Story story;
};

Input load_input(Database& database, DocumentRows& rows, const Draft& draft) {
  Input input;
  std::merge(draft.documents.begin(), draft.documents.end(), draft.in_part.begin(), draft.in_part.end(),
             std::back_inserter(input.keys));
  input.story.id = draft.id;
  input.story.title = draft.title;
  input.story.date = draft.date;
  for (uint32_t d = 0; d < input.keys.size(); ++d) {
    const bool own = std::binary_search(draft.documents.begin(), draft.documents.end(), input.keys[d]);
    (own ? input.story.documents : input.story.in_part).push_back(d);
    input.documents.push_back(own ? rows.load(input.keys[d]) : load_dated_report(database, rows, input.keys[d]));
  }
  return input;
}

std::vector<Draft> stored_drafts(Database& database) {
  std::vector<Draft> drafts;
  Query stories(database, "SELECT story, title, date FROM stories ORDER BY story");
  while (stories.step()) drafts.push_back({stories.string(0), stories.string(1), stories.string(2), {}, {}});
  Query members(database, "SELECT story, document, in_part FROM story_documents ORDER BY story, document");
  for (size_t s = 0; members.step();) {
    while (s < drafts.size() && drafts[s].id != members.text(0)) ++s;
    if (s < drafts.size()) (members.number(2) ? drafts[s].in_part : drafts[s].documents).push_back(members.number(1));
  }
  return drafts;
}

// The grouping of all reports, with people's corrections laid over it. Writes the copies between reports.
std::vector<Draft> group_all(Database& database, DocumentRows& rows, StoryRows& stories, const Lexicon& lexicon,
                             unsigned threads, const std::function<void()>& on_step) {
  std::vector<int64_t> keys;
  Query query(database, "SELECT document FROM documents WHERE NOT excluded ORDER BY document");
  while (query.step()) keys.push_back(query.number(0));
  std::vector<Document> documents;
  documents.reserve(keys.size());
  for (const int64_t key : keys) documents.push_back(rows.load(key));
  Collection collection = group_reports(std::move(documents), lexicon, threads, on_step);
  correct_stories(collection, corrections_for(database, keys).stories);
  database.run("DELETE FROM copies");
  stories.write_copies(collection, keys);
  std::vector<Draft> drafts;
  for (const Story& story : collection.stories) {
    Draft& draft = drafts.emplace_back(Draft{{}, story.title, story.date, {}, {}});
    for (const uint32_t d : story.documents) draft.documents.push_back(keys[d]);
    for (const uint32_t d : story.in_part) draft.in_part.push_back(keys[d]);
    std::sort(draft.documents.begin(), draft.documents.end());
    std::sort(draft.in_part.begin(), draft.in_part.end());
  }
  return drafts;
}

// Gives the drafts their ids, takes away the stories that are no more. Gives the number of these.
size_t give_ids(Database& database, StoryRows& stories, const std::vector<Draft>& before, std::vector<Draft>& drafts) {
  StoryMembers members;
  for (const Draft& draft : before) members[draft.id] = draft.documents;
  std::vector<std::vector<int64_t>> now;
  for (const Draft& draft : drafts) now.push_back(draft.documents);
  const StoryIds matched = match_stories(members, now);
  int64_t made = database.number("SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'stories_made'");
  for (size_t s = 0; s < drafts.size(); ++s)
    drafts[s].id = matched.ids[s].empty() ? fmt::format("s{}", ++made) : matched.ids[s];
  Query(database, "INSERT OR REPLACE INTO meta VALUES('stories_made', ?)").run(std::to_string(made));
  for (const auto& [id, into] : matched.went_into) stories.remove(id, drafts[into].id);
  for (const std::string& id : matched.gone) stories.remove(id, {});
  return matched.went_into.size() + matched.gone.size();
}

std::set<int64_t> pending_reports(Database& database) {
  std::set<int64_t> pending;
  Query query(database, "SELECT document FROM documents WHERE pending");
  while (query.step()) pending.insert(query.number(0));
  return pending;
}

// The drafts that differ from what is stored, or hold reports that came or changed.
std::vector<const Draft*> drafts_to_tell(const std::vector<Draft>& before, const std::vector<Draft>& drafts,
                                         const std::set<int64_t>& pending, bool all) {
  std::unordered_map<std::string, const Draft*> stored;
  for (const Draft& draft : before) stored.emplace(draft.id, &draft);
  std::vector<const Draft*> to_tell;
  for (const Draft& draft : drafts) {
    const auto found = stored.find(draft.id);
    const bool same = found != stored.end() && found->second->documents == draft.documents &&
                      found->second->in_part == draft.in_part && found->second->title == draft.title &&
                      found->second->date == draft.date;
    const auto waits = [&](int64_t key) { return pending.contains(key); };
    if (all || !same || std::any_of(draft.documents.begin(), draft.documents.end(), waits)) to_tell.push_back(&draft);
  }
  return to_tell;
}

// Entities and the spellings by which search finds them, of those whose mentions changed.
class NameRows {
 public:
  explicit NameRows(Database& database)
      : database_(database), of_report_(database, "SELECT DISTINCT entity FROM mentions WHERE document = ?") {}

  // Before and after the layers of a report are written.
  void touch(int64_t key) {
    for (of_report_.bind(key); of_report_.step();) {
      if (!of_report_.is_null(0)) touched_.insert(of_report_.string(0));
    }
  }

  void write() {
    Query clear(database_, "DELETE FROM names WHERE entity = ?");
    Query uses(database_, "SELECT text, count(*) FROM mentions WHERE entity = ? GROUP BY text");
    Query insert(database_,
                 "INSERT INTO names VALUES(?, ?, ?) ON CONFLICT DO UPDATE SET count = count + excluded.count");
    Query forget(database_, "DELETE FROM entities WHERE entity = ?");
    for (const std::string& entity : touched_) {
      clear.run(entity);
      bool used = false;
      for (uses.bind(entity); uses.step(); used = true) insert.run(folded(uses.text(0)), entity, uses.number(1));
      if (!used) forget.run(entity);
    }
  }

 private:
  Database& database_;
  Query of_report_;
  std::set<std::string> touched_;
};

}  // namespace

Document load_dated_report(Database& database, DocumentRows& rows, int64_t key) {
  Document document = rows.load(key);
  Query day(database, "SELECT published, published_basis, published_reason FROM documents WHERE document = ?");
  if (!day.bind(key).step()) return document;
  const std::string_view published = day.text(0);
  document.published = day_of(published);
  if (published.size() > 11) document.published_time = published.substr(11);
  document.published_basis = named<PublishedBasis>(day.text(1)).value_or(PublishedBasis::unknown);
  document.published_reason = day.string(2);
  return document;
}

StoriesChanged update_stories(Database& database, DocumentRows& rows, const Lexicon& lexicon, unsigned threads,
                              bool all, const std::string& now, const std::function<void()>& on_step) {
  StoryRows stories(database, now);
  const std::vector<Draft> before = stored_drafts(database);
  std::vector<Draft> drafts = group_all(database, rows, stories, lexicon, threads, on_step);
  StoriesChanged update;
  update.gone = give_ids(database, stories, before, drafts);
  const std::vector<const Draft*> to_tell = drafts_to_tell(before, drafts, pending_reports(database), all);
  const std::vector<NameCorrection> names = corrections_for(database, {}).names;
  NameRows name_rows(database);
  for (size_t first = 0; first < to_tell.size(); first += stories_at_a_time) {
    struct Work {
      Input input;
      Collection told;
    };
    std::vector<Work> batch;
    for (size_t s = first; s < std::min(to_tell.size(), first + stories_at_a_time); ++s)
      batch.push_back({load_input(database, rows, *to_tell[s]), {}});
    for_each_parallel(batch, threads, [&](Work& work) {
      work.told = tell_story(std::move(work.input.documents), std::move(work.input.story), lexicon, names);
      if (on_step) on_step();
    });
    for (const Work& work : batch) {
      for (const uint32_t d : work.told.stories.front().documents) {
        name_rows.touch(work.input.keys[d]);
        rows.write_layers(work.input.keys[d], work.told.documents[d], &work.told);
        name_rows.touch(work.input.keys[d]);
      }
      const StoredStory stored = stories.write(work.told.stories.front().id, work.told, work.input.keys);
      update.made += stored.made;
      update.changed += stored.changed;
    }
  }
  name_rows.write();
  return update;
}

std::optional<Collection> tell_stored_story(Database& database, DocumentRows& rows, const std::string& id,
                                            const Lexicon& lexicon, std::vector<int64_t>& keys) {
  Draft draft;
  draft.id = id;
  Query story(database, "SELECT title, date FROM stories WHERE story = ?");
  if (!story.bind(id).step()) return std::nullopt;
  draft.title = story.string(0);
  draft.date = story.string(1);
  Query members(database, "SELECT document, in_part FROM story_documents WHERE story = ? ORDER BY document");
  for (members.bind(id); members.step();)
    (members.number(1) ? draft.in_part : draft.documents).push_back(members.number(0));
  Input input = load_input(database, rows, draft);
  keys = std::move(input.keys);
  return tell_story(std::move(input.documents), std::move(input.story), lexicon, corrections_for(database, {}).names);
}

}  // namespace isnad
