// JSON of `isnad stories` and `isnad copies`.
#include <algorithm>
#include <set>
#include <string>

#include "output/json.h"
#include "output/json_layers.h"
#include "stories/stories_copies.h"

namespace isnad {
namespace {

void write_ids(JsonWriter& json, const Collection& collection, std::string_view name,
               const std::vector<uint32_t>& documents) {
  json.key(name);
  json.begin_array();
  for (const uint32_t d : documents) json.value(collection.documents[d].id);
  json.end_array();
}

void write_heading(JsonWriter& json, std::string_view name, const Document& document) {
  json.key(name);
  json.begin_object();
  json.member("id", document.id);
  json.member_or_null("outlet", document.outlet);
  json.member_or_null("published", published_text(document));
  json.member_or_null("title", document.title);
  json.end_object();
}

// Share of the report's bytes that stands in passages it shares with the other.
double copied_share(const Collection& collection, uint32_t report, uint32_t other) {
  std::vector<bool> copied(collection.documents[report].text.size());
  for (const Reuse& reuse : collection.reuse) {
    for (const auto& [side, from] : {std::pair(reuse.a, reuse.b), std::pair(reuse.b, reuse.a)}) {
      if (side.document == report && from.document == other)
        std::fill(copied.begin() + side.span.start, copied.begin() + side.span.end, true);
    }
  }
  return static_cast<double>(std::count(copied.begin(), copied.end(), true)) /
         static_cast<double>(std::max<size_t>(copied.size(), 1));
}

}  // namespace

std::string stories_json(const Collection& collection) {
  std::string out;
  JsonWriter json(out);
  const std::vector<uint32_t> independent = independent_reports(collection);
  json.begin_object();
  json.key("stories");
  json.begin_array();
  for (uint32_t s = 0; s < collection.stories.size(); ++s) {
    const Story& story = collection.stories[s];
    json.begin_object();
    json.member("id", story.id);
    json.member("title", story.title);
    json.member("reports", static_cast<uint32_t>(story.documents.size()));
    json.member("independent", independent[s]);
    std::set<std::string> days;
    for (const uint32_t d : story.documents) days.insert(published_text(collection.documents[d]).substr(0, 10));
    days.erase("");
    json.key("days");
    json.begin_array();
    for (const std::string& day : days) json.value(day);
    json.end_array();
    write_ids(json, collection, "documents", story.documents);
    write_ids(json, collection, "in_part", story.in_part);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return out;
}

std::string copies_json(const Collection& collection, uint32_t a, uint32_t b) {
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  write_heading(json, "a", collection.documents[a]);
  write_heading(json, "b", collection.documents[b]);
  json.member("share_a", copied_share(collection, a, b));
  json.member("share_b", copied_share(collection, b, a));
  json.key("passages");
  json.begin_array();
  for (const Reuse& reuse : collection.reuse) {
    if (reuse.a.document != a || reuse.b.document != b) continue;
    json.begin_object();
    json.key("reuse");
    write_reuse(json, collection, reuse);
    json.member("text_a", collection.documents[a].bytes(reuse.a.span));
    json.member("text_b", collection.documents[b].bytes(reuse.b.span));
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return out;
}

}  // namespace isnad
