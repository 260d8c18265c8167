#include "output/json_layers.h"
#include "search/search.h"

namespace isnad {
namespace {

void write_spans(JsonWriter& json, std::string_view name, const std::vector<Span>& spans) {
  json.key(name);
  json.begin_array();
  for (const Span& span : spans) write_span_object(json, span);
  json.end_array();
}

void write_hit(JsonWriter& json, const SearchHit& hit) {
  json.begin_object();
  json.member("id", hit.id);
  json.member_or_null("title", hit.title);
  json.member_or_null("outlet", hit.outlet);
  json.member_or_null("published", hit.published);
  json.member_or_null("story", hit.story);
  json.member("score", hit.score);
  json.member("snippet", hit.snippet);
  write_spans(json, "marks", hit.marks);
  json.key("passage");
  write_span_object(json, hit.passage);
  write_spans(json, "places", hit.places);
  json.end_object();
}

void write_facet(JsonWriter& json, std::string_view name, const std::vector<FacetValue>& values) {
  json.key(name);
  json.begin_array();
  for (const FacetValue& value : values) {
    json.begin_object();
    json.member("value", value.value);
    json.member("label", value.label);
    json.member("count", value.count);
    json.end_object();
  }
  json.end_array();
}

}  // namespace

std::string search_json(const SearchResult& result) {
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  json.member("total", result.total);
  json.member("relaxed", result.relaxed);
  json.member_or_null("did_you_mean", result.did_you_mean);
  json.key("problems");
  json.begin_array();
  for (const std::string& problem : result.problems) json.value(problem);
  json.end_array();
  json.key("hits");
  json.begin_array();
  for (const SearchHit& hit : result.hits) write_hit(json, hit);
  json.end_array();
  json.key("facets");
  json.begin_object();
  write_facet(json, "outlets", result.facets.outlets);
  write_facet(json, "days", result.facets.days);
  write_facet(json, "places", result.facets.places);
  write_facet(json, "persons", result.facets.persons);
  write_facet(json, "measures", result.facets.measures);
  json.end_object();
  json.end_object();
  return out;
}

}  // namespace isnad
