#include <fmt/format.h>

#include <algorithm>

#include "base/error.h"
#include "document/names.h"
#include "lexicon/table.h"
#include "output/json.h"
#include "output/json_layers.h"

namespace isnad {
namespace {

void write_lines(JsonWriter& json, const Document& document) {
  json.key("lines");
  json.begin_array();
  for (const Line& line : document.lines) {
    json.begin_object();
    write_span(json, line.span);
    json.member("kind", name_of(line.kind));
    json.end_object();
  }
  json.end_array();
}

void write_credits(JsonWriter& json, const Document& document) {
  json.key("credits");
  json.begin_array();
  for (const Credit& credit : document.credits) {
    json.begin_object();
    write_span(json, credit.span);
    json.member("kind", name_of(credit.kind));
    json.end_object();
  }
  json.end_array();
}

void write_numbers(JsonWriter& json, const Document& document) {
  json.key("numbers");
  json.begin_array();
  for (const Number& number : document.numbers) {
    json.begin_object();
    write_span(json, number.span);
    json.member("value", number.value);
    json.member("kind", name_of(number.kind));
    json.member("min", number.min);
    json.member("max", number.max);
    json.member("approx", number.approximate);
    json.end_object();
  }
  json.end_array();
}

void write_times(JsonWriter& json, const Document& document) {
  json.key("times");
  json.begin_array();
  for (const Time& time : document.times) {
    json.begin_object();
    write_span(json, time.span);
    json.member("type", name_of(time.type));
    json.member("value", time.value);
    if (!time.anchor.empty()) json.member("anchor", time.anchor);
    json.end_object();
  }
  json.end_array();
}

void write_mentions(JsonWriter& json, const Document& document, const Collection* collection) {
  json.key("mentions");
  json.begin_array();
  for (const Mention& mention : document.mentions) {
    json.begin_object();
    write_span(json, mention.span);
    json.member("type", name_of(mention.type));
    json.member_or_null("entity", entity_id(collection, mention.entity, mention.known_id));
    json.end_object();
  }
  json.end_array();
}

void write_chain(JsonWriter& json, const Document& document, const Chain& chain, const Collection* collection) {
  json.key("chain");
  json.begin_array();
  for (const Source& source : chain) {
    json.begin_object();
    json.member("text", source.text);
    const bool named = source.mention != none && source.mention < document.mentions.size();
    const std::string_view known = named ? std::string_view(document.mentions[source.mention].known_id) : "";
    json.member_or_null("entity", entity_id(collection, source.entity, known));
    json.member("kind", name_of(source.kind));
    if (!source.span.empty()) write_span(json, source.span);
    json.end_object();
  }
  json.end_array();
}

void write_statements(JsonWriter& json, const Document& document, uint32_t index, const Collection* collection) {
  json.key("statements");
  json.begin_array();
  for (uint32_t i = 0; i < document.statements.size(); ++i) {
    const Statement& statement = document.statements[i];
    json.begin_object();
    json.member("id", statement_id(index, i));
    json.key("cue");
    write_span_object(json, statement.cue);
    json.key("content");
    write_span_object(json, statement.content);
    json.member("form", name_of(statement.form));
    json.member("stance", name_of(statement.stance));
    write_chain(json, document, statement.chain, collection);
    json.end_object();
  }
  json.end_array();
}

void write_figure(JsonWriter& json, const Document& document, uint32_t index, uint32_t i,
                  const Collection* collection) {
  const Figure& figure = document.figures[i];
  json.begin_object();
  json.member("id", figure_id(index, i));
  write_span(json, figure.span);
  json.member("min", figure.min);
  json.member("max", figure.max);
  json.member("approx", figure.approximate);
  json.member("measure", name_of(figure.measure));
  json.member_or_null("of", figure.of.empty() ? std::string_view{} : document.bytes(figure.of));
  json.member("population", name_of(figure.population));
  json.member_or_null("place",
                      figure.place == none ? std::string_view{} : document.bytes(document.mentions[figure.place].span));
  json.member_or_null("day", figure.day);
  json.member("scope", name_of(figure.scope));
  json.member("modality", name_of(figure.modality));
  json.member_or_null("update", figure.update == Update::none ? std::string_view{} : name_of(figure.update));
  json.member_or_null("part_of", figure.part_of == none ? std::string{} : figure_id(index, figure.part_of));
  json.member_or_null("statement", figure.statement == none ? std::string{} : statement_id(index, figure.statement));
  write_chain(json, document, figure.chain, collection);
  json.end_object();
}

void write_figures(JsonWriter& json, const Document& document, uint32_t index, const Collection* collection) {
  json.key("figures");
  json.begin_array();
  for (uint32_t i = 0; i < document.figures.size(); ++i) write_figure(json, document, index, i, collection);
  json.end_array();
}

void write_notes(JsonWriter& json, const Document& document) {
  json.key("notes");
  json.begin_array();
  for (const Note& note : document.notes) {
    json.begin_object();
    write_span(json, note.span);
    json.member("text", note.text);
    json.end_object();
  }
  json.end_array();
}

}  // namespace

uint32_t layers_named(std::string_view list) {
  if (list.empty()) return layer::all;
  static constexpr std::string_view names[] = {"lines",      "numbers", "times", "mentions",
                                               "statements", "figures", "notes"};
  uint32_t layers = 0;
  for (const std::string_view part : split(list, ',')) {
    const auto found = std::find(std::begin(names), std::end(names), trim(part));
    if (found == std::end(names)) {
      throw Error(ErrorCode::usage, "",
                  "'" + std::string(part) +
                      "' is no layer; layers are lines, numbers, times, mentions, "
                      "statements, figures and notes");
    }
    layers |= 1U << (found - std::begin(names));
  }
  return layers;
}

std::string figure_id(uint32_t document, uint32_t figure) { return fmt::format("f{}-{}", document + 1, figure + 1); }

std::string statement_id(uint32_t document, uint32_t statement) {
  return fmt::format("s{}-{}", document + 1, statement + 1);
}

std::string published_text(const Document& document) {
  if (!document.published.known()) return {};
  const Day& day = document.published;
  std::string text = fmt::format("{:04}-{:02}-{:02}", day.year, day.month, day.day);
  if (!document.published_time.empty()) text += "T" + document.published_time;
  return text;
}

void write_document(JsonWriter& json, const Document& document, uint32_t index, const Collection* collection,
                    const JsonOptions& options) {
  json.begin_object();
  json.member("id", document.id);
  json.member_or_null("outlet", document.outlet);
  json.member_or_null("published", published_text(document));
  json.member("published_basis", name_of(document.published_basis));
  json.member_or_null("published_reason", document.published_reason);
  json.member_or_null("url", document.url);
  json.member_or_null("title", document.title);
  if (options.with_text) json.member("text", document.text);
  if (options.layers & layer::lines) {
    write_lines(json, document);
    write_credits(json, document);
  }
  if (options.layers & layer::numbers) write_numbers(json, document);
  if (options.layers & layer::times) write_times(json, document);
  if (options.layers & layer::mentions) write_mentions(json, document, collection);
  if (options.layers & layer::statements) write_statements(json, document, index, collection);
  if (options.layers & layer::figures) write_figures(json, document, index, collection);
  if (options.layers & layer::notes) write_notes(json, document);
  json.end_object();
}

std::string document_json(const Document& document, const JsonOptions& options) {
  std::string out;
  JsonWriter json(out);
  write_document(json, document, 0, nullptr, options);
  return out;
}

}  // namespace isnad
