#include <string>

#include "base/version.h"
#include "document/names.h"
#include "lexicon/table.h"
#include "output/json.h"
#include "output/json_layers.h"

namespace isnad {
namespace {

void write_passage(JsonWriter& json, const Collection& collection, const Passage& passage) {
  json.begin_object();
  json.member("document", collection.documents[passage.document].id);
  write_span(json, passage.span);
  json.end_object();
}

void write_passages(JsonWriter& json, const Collection& collection, const std::vector<Passage>& passages) {
  json.key("evidence");
  json.begin_array();
  for (const Passage& passage : passages) write_passage(json, collection, passage);
  json.end_array();
}

template <class Items, class Write>
void write_list(JsonWriter& json, std::string_view name, const Items& items, Write&& write) {
  json.key(name);
  json.begin_array();
  for (const auto& item : items) write(item);
  json.end_array();
}

void write_documents(JsonWriter& json, const Collection& collection, std::string_view name,
                     const std::vector<uint32_t>& documents) {
  json.key(name);
  json.begin_array();
  for (const uint32_t document : documents) json.value(collection.documents[document].id);
  json.end_array();
}

void write_figures(JsonWriter& json, const std::vector<FigureRef>& figures) {
  json.key("figures");
  json.begin_array();
  for (const FigureRef& figure : figures) json.value(figure_id(figure.document, figure.figure));
  json.end_array();
}

void write_entities(JsonWriter& json, const Collection& collection) {
  json.key("entities");
  json.begin_array();
  for (const Entity& entity : collection.entities) {
    json.begin_object();
    json.member("id", entity.id);
    json.member("type", name_of(entity.type));
    json.member("name", entity.name);
    json.member_or_null("latin", entity.latin);
    json.key("variants");
    json.begin_array();
    for (const Variant& variant : entity.variants) {
      json.begin_object();
      json.member("text", variant.text);
      json.member("count", variant.count);
      json.end_object();
    }
    json.end_array();
    json.end_object();
  }
  json.end_array();
}

void write_story(JsonWriter& json, const Collection& collection, const Story& story) {
  json.begin_object();
  json.member("id", story.id);
  json.member("title", story.title);
  json.member_or_null("date", story.date);
  json.member_or_null("place", story.place);
  write_documents(json, collection, "documents", story.documents);
  write_documents(json, collection, "in_part", story.in_part);
  json.key("tolls");
  json.begin_array();
  for (const Toll& toll : story.tolls) {
    json.begin_object();
    json.member("measure", name_of(toll.measure));
    json.member("population", name_of(toll.population));
    json.member("rule", name_of(toll.rule));
    json.member("min", toll.min);
    json.member("max", toll.max);
    json.member("grade", name_of(toll.grade));
    write_figures(json, toll.figures);
    json.end_object();
  }
  json.end_array();
  json.key("brief");
  json.begin_array();
  for (const BriefItem& item : story.brief) {
    json.begin_object();
    json.member("text", item.arabic);
    json.member("text_ar", item.arabic);
    json.member("text_en", item.english);
    write_passages(json, collection, item.evidence);
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

void write_origins(JsonWriter& json, const Collection& collection, const Group& group) {
  json.member("origins", static_cast<uint32_t>(group.origins.size()));
  json.key("origin_list");
  json.begin_array();
  for (uint32_t i = 0; i < group.origins.size(); ++i) {
    const Origin& origin = group.origins[i];
    json.begin_object();
    json.member("id", group.id + "-o" + std::to_string(i + 1));
    json.member("label", origin.label);
    json.member("kind", name_of(origin.kind));
    write_documents(json, collection, "documents", origin.documents);
    write_figures(json, origin.figures);
    json.member_or_null(
        "first", origin.first == none ? std::string_view{} : std::string_view(collection.documents[origin.first].id));
    write_list(json, "sources", origin.sources, [&](const OriginSource& source) {
      json.begin_object();
      json.member("label", source.label);
      json.member("kind", name_of(source.kind));
      write_list(json, "chain", source.chain, [&](const std::string& link) { json.value(link); });
      write_figures(json, source.figures);
      json.end_object();
    });
    json.end_object();
  }
  json.end_array();
}

void write_history(JsonWriter& json, const Group& group) {
  write_list(json, "history", group.history, [&](const HistoryStep& step) {
    json.begin_object();
    json.member_or_null("said", step.said);
    json.member("figure", figure_id(step.figure.document, step.figure.figure));
    json.member("by", step.by);
    json.member("movement", name_of(step.movement));
    json.end_object();
  });
}

void write_findings(JsonWriter& json, const Group& group) {
  write_list(json, "findings", group.findings, [&](const Finding& finding) {
    json.begin_object();
    json.member("kind", name_of(finding.kind));
    json.member("text_en", finding.english);
    json.member("text_ar", finding.arabic);
    write_figures(json, finding.figures);
    json.end_object();
  });
}

void write_contradiction(JsonWriter& json, const Collection& collection, const Contradiction& contradiction) {
  json.begin_object();
  json.member("story", collection.stories[contradiction.story].id);
  json.member("kind", name_of(contradiction.kind));
  json.member("text_en", contradiction.english);
  json.member("text_ar", contradiction.arabic);
  json.key("a");
  write_passage(json, collection, contradiction.a);
  json.key("b");
  write_passage(json, collection, contradiction.b);
  json.end_object();
}

void write_group(JsonWriter& json, const Collection& collection, const Group& group) {
  json.begin_object();
  json.member("id", group.id);
  json.member_or_null("story",
                      group.story == none ? std::string_view{} : std::string_view(collection.stories[group.story].id));
  json.member("question", group.question);
  json.member_or_null("question_ar", group.question_arabic);
  json.member("measure", name_of(group.measure));
  json.member("population", name_of(group.population));
  json.member("scope", name_of(group.scope));
  write_figures(json, group.figures);
  json.member("relation", name_of(group.relation));
  json.member_or_null("reason_en", group.reason);
  json.member_or_null("reason_ar", group.reason_arabic);
  write_origins(json, collection, group);
  json.key("parts");
  json.begin_array();
  for (const uint32_t part : group.parts) json.value(collection.groups[part].id);
  json.end_array();
  write_history(json, group);
  write_findings(json, group);
  json.end_object();
}

void write_event(JsonWriter& json, const Collection& collection, const TimelineEvent& event) {
  json.begin_object();
  json.member_or_null("story",
                      event.story == none ? std::string_view{} : std::string_view(collection.stories[event.story].id));
  json.member("date", event.date);
  json.member("event", event.event);
  json.member("announced", event.announced);
  write_passages(json, collection, event.evidence);
  json.end_object();
}

}  // namespace

void write_reuse(JsonWriter& json, const Collection& collection, const Reuse& reuse) {
  json.begin_object();
  json.key("a");
  write_passage(json, collection, reuse.a);
  json.key("b");
  write_passage(json, collection, reuse.b);
  json.member("likeness", reuse.likeness);
  json.key("changes");
  json.begin_array();
  for (const Change& change : reuse.changes) {
    json.begin_object();
    json.key("a");
    write_span_object(json, change.a);
    json.key("b");
    write_span_object(json, change.b);
    json.member("number", change.number);
    json.member("name", change.name);
    json.end_object();
  }
  json.end_array();
  static constexpr const char* directions[] = {"unknown", "a_from_b", "b_from_a"};
  json.member("direction", directions[static_cast<int>(reuse.direction)]);
  json.member_or_null("direction_reason", reuse.direction_reason);
  json.end_object();
}

std::string report_json(const Collection& collection, const JsonOptions& options) {
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  json.key("isnad");
  json.begin_object();
  json.member("version", version);
  json.member("format", format_version);
  json.member("data_sha256", data_sha256());
  json.key("options");
  json.begin_object();
  json.end_object();
  json.end_object();
  json.key("documents");
  json.begin_array();
  for (uint32_t i = 0; i < collection.documents.size(); ++i) {
    write_document(json, collection.documents[i], i, &collection, options);
  }
  json.end_array();
  write_entities(json, collection);
  write_list(json, "reuse", collection.reuse, [&](const Reuse& reuse) { write_reuse(json, collection, reuse); });
  write_list(json, "stories", collection.stories, [&](const Story& story) { write_story(json, collection, story); });
  write_list(json, "groups", collection.groups, [&](const Group& group) { write_group(json, collection, group); });
  write_list(json, "timeline", collection.timeline,
             [&](const TimelineEvent& event) { write_event(json, collection, event); });
  write_list(json, "contradictions", collection.contradictions,
             [&](const Contradiction& it) { write_contradiction(json, collection, it); });
  json.end_object();
  return out;
}

}  // namespace isnad
