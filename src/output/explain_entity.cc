#include "output/explain_entity.h"

#include <array>

#include "document/names.h"
#include "output/format.h"
#include "output/json_writer.h"
#include "output/terminal_canvas.h"

namespace isnad {
namespace {

std::string_view rule_name(NameRule rule) {
  static constexpr std::array<std::string_view, 6> names = {"same_id",        "alike",       "left_out",
                                                            "nearest_fuller", "only_fuller", "short_alike"};
  return names.at(static_cast<size_t>(rule));
}

std::string_view bar_name(NameBar bar) {
  static constexpr std::array<std::string_view, 7> names = {"other_type", "other_id", "family_only", "other_name",
                                                            "competing",  "unlike",   "other_story"};
  return names.at(static_cast<size_t>(bar));
}

void write_case(Canvas& canvas, const Entity& entity, const EntityCase& one, const InterfaceText& words,
                const TerminalOptions& options) {
  const auto number = [&](uint32_t n) { return format_number(n, options.digits); };
  canvas.heading(canvas.quoted(entity.name) + " · " + entity.latin + " · " + entity.id);
  std::string spellings;
  for (const Variant& variant : entity.variants) {
    spellings += (spellings.empty() ? "" : ", ") + canvas.quoted(variant.text) + " " + number(variant.count);
  }
  canvas.paragraph(spellings, 2);
  for (const EntityStep& step : one.steps) {
    const std::string rule(words.text("explain." + std::string(rule_name(step.rule)), options.language));
    canvas.paragraph(canvas.quoted(step.a) + " = " + canvas.quoted(step.b) + ": " + rule, 4, "  – ");
  }
  if (one.scopes > 1) canvas.paragraph(words.text("explain.scopes", options.language, number(one.scopes)), 4, "  – ");
  canvas.blank();
}

}  // namespace

std::string entity_explanation_view(const Collection& collection, const EntityExplanation& explanation,
                                    const InterfaceText& words, const TerminalOptions& options) {
  Canvas canvas(options);
  for (const EntityCase& one : explanation.cases) {
    write_case(canvas, collection.entities[one.entity], one, words, options);
  }
  for (const EntityPair& pair : explanation.apart) {
    const std::string bar(words.text("explain." + std::string(bar_name(pair.bar)), options.language));
    const Entity &a = collection.entities[pair.a], &b = collection.entities[pair.b];
    canvas.paragraph(canvas.quoted(a.name) + " (" + a.id + ") ≠ " + canvas.quoted(b.name) + " (" + b.id + "): " + bar,
                     2);
  }
  return canvas.take();
}

std::string entity_explanation_json(const Collection& collection, const EntityExplanation& explanation) {
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  json.key("entities");
  json.begin_array();
  for (const EntityCase& one : explanation.cases) {
    const Entity& entity = collection.entities[one.entity];
    json.begin_object();
    json.member("id", entity.id);
    json.member("type", name_of(entity.type));
    json.member("name", entity.name);
    json.member("latin", entity.latin);
    json.member("stories", one.scopes);
    json.key("joined");
    json.begin_array();
    for (const EntityStep& step : one.steps) {
      json.begin_object();
      json.member("a", step.a);
      json.member("b", step.b);
      json.member("rule", rule_name(step.rule));
      json.member("count", step.count);
      json.end_object();
    }
    json.end_array();
    json.end_object();
  }
  json.end_array();
  json.key("apart");
  json.begin_array();
  for (const EntityPair& pair : explanation.apart) {
    json.begin_object();
    json.member("a", collection.entities[pair.a].id);
    json.member("b", collection.entities[pair.b].id);
    json.member("reason", bar_name(pair.bar));
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return out;
}

}  // namespace isnad
