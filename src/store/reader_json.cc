#include "output/json_writer.h"
#include "store/reader.h"

namespace isnad {
namespace {

void write_toll(JsonWriter& json, const StoryToll& toll) {
  json.begin_object();
  json.member("measure", toll.measure);
  json.member("population", toll.population);
  json.member("rule", toll.rule);
  json.member("min", toll.min);
  json.member("max", toll.max);
  json.member("grade", toll.grade);
  json.end_object();
}

void write_line(JsonWriter& json, const StoryLine& line) {
  json.begin_object();
  json.member("id", line.id);
  json.member("title", line.title);
  json.member_or_null("date", line.date);
  json.member_or_null("place", line.place);
  json.member_or_null("place_name", line.place_name);
  json.member_or_null("first_published", line.first_published);
  json.member_or_null("last_published", line.last_published);
  json.member("reports", line.reports);
  json.member("independent", line.independent);
  json.member("outlets", line.outlets);
  json.member("origins", line.origins);
  json.member("conflicts", line.conflicts);
  json.member("revisions", line.revisions);
  json.member("revision", line.revision);
  json.member("created", line.created);
  json.member("updated", line.updated);
  json.key("tolls");
  json.begin_array();
  for (const StoryToll& toll : line.tolls) write_toll(json, toll);
  json.end_array();
  json.end_object();
}

}  // namespace

std::string story_list_json(const StoryList& list) {
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  json.member("total", list.total);
  json.key("stories");
  json.begin_array();
  for (const StoryLine& line : list.stories) write_line(json, line);
  json.end_array();
  json.end_object();
  return out;
}

std::string changes_json(const std::vector<StoryChange>& changes) {
  std::string out;
  JsonWriter json(out);
  json.begin_array();
  for (const StoryChange& change : changes) {
    json.begin_object();
    json.member("change", static_cast<double>(change.number));
    json.member("time", change.time);
    json.member("kind", change.kind);
    json.member("story", change.story);
    json.member_or_null("measure", change.measure);
    json.member_or_null("population", change.population);
    json.member_or_null("rule", change.rule);
    json.member_or_null("before", change.before);
    json.member_or_null("after", change.after);
    json.end_object();
  }
  json.end_array();
  return out;
}

}  // namespace isnad
