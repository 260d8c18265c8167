// Exports in the vocabularies of the web: W3C Web Annotation, schema.org ClaimReview.
#include <fmt/format.h>

#include <cmath>

#include "base/version.h"
#include "output/json_writer.h"
#include "store/export.h"

namespace isnad {
namespace {

constexpr size_t context_bytes = 64;  // before and behind the words, in a TextQuoteSelector

// Code points in the first `bytes` of the text.
uint32_t code_points(std::string_view text, size_t bytes) {
  uint32_t count = 0;
  for (const char c : text.substr(0, bytes)) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return count;
}

bool on_border(std::string_view text, size_t at) {
  return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

void write_target(JsonWriter& json, const std::string& source, std::string_view text, size_t start, size_t end) {
  size_t before = start - std::min(start, context_bytes), behind = std::min(text.size(), end + context_bytes);
  while (!on_border(text, before)) ++before;
  while (!on_border(text, behind)) --behind;
  json.key("target");
  json.begin_object();
  json.member("source", source);
  json.key("selector");
  json.begin_array();
  json.begin_object();
  json.member("type", "TextPositionSelector");
  json.member("start", code_points(text, start));
  json.member("end", code_points(text, end));
  json.end_object();
  json.begin_object();
  json.member("type", "TextQuoteSelector");
  json.member("exact", text.substr(start, end - start));
  json.member("prefix", text.substr(before, start - before));
  json.member("suffix", text.substr(end, behind - end));
  json.end_object();
  json.end_array();
  json.end_object();
}

void write_body(JsonWriter& json, const char* purpose, std::string_view value) {
  json.begin_object();
  json.member("type", "TextualBody");
  json.member("purpose", purpose);
  json.member("format", "text/plain");
  json.member("value", value);
  json.end_object();
}

void begin_annotation(JsonWriter& json, const std::string& id) {
  json.begin_object();
  json.member("id", id);
  json.member("type", "Annotation");
  json.key("body");
  json.begin_array();
}

std::string number_text(const std::optional<double>& number) {
  if (!number) return {};
  return std::floor(*number) == *number ? fmt::format("{:.0f}", *number) : fmt::format("{}", *number);
}

// "killed 9..14"
std::string figure_text(const Query& row, int measure, int min, int max) {
  return fmt::format("{} {}..{}", row.text(measure), number_text(row.real_or_none(min)),
                     number_text(row.real_or_none(max)));
}

class AnnotationWriter {
 public:
  AnnotationWriter(Database& database, JsonWriter& json)
      : json_(json),
        figures_(
            database,
            "SELECT figure, start, \"end\", measure, min, max, population, speaker FROM figures WHERE document = ?"),
        statements_(database,
                    "SELECT statement, content_start, content_end, speaker, stance, origin FROM statements"
                    " WHERE document = ?") {}

  void write(int64_t key, const std::string& id, const std::string& source, const std::string& text) {
    for (figures_.bind(key); figures_.step();) {
      begin_annotation(json_, fmt::format("urn:isnad:{}:figure:{}", id, figures_.number(0)));
      write_body(json_, "classifying", figure_text(figures_, 3, 4, 5));
      write_body(json_, "tagging", figures_.text(6));
      if (!figures_.is_null(7)) write_body(json_, "describing", figures_.text(7));
      json_.end_array();
      end(source, text, figures_);
    }
    for (statements_.bind(key); statements_.step();) {
      begin_annotation(json_, fmt::format("urn:isnad:{}:statement:{}", id, statements_.number(0)));
      write_body(json_, "classifying", statements_.text(4));
      if (!statements_.is_null(3)) write_body(json_, "describing", statements_.text(3));
      if (!statements_.is_null(5)) write_body(json_, "linking", statements_.text(5));
      json_.end_array();
      end(source, text, statements_);
    }
  }

 private:
  void end(const std::string& source, const std::string& text, const Query& row) {
    write_target(json_, source, text, static_cast<size_t>(row.number(1)), static_cast<size_t>(row.number(2)));
    json_.end_object();
  }

  JsonWriter& json_;
  Query figures_, statements_;
};

void write_appearances(JsonWriter& json, Query& figures, const std::string& group) {
  json.key("appearance");
  json.begin_array();
  for (figures.bind(group); figures.step();) {
    json.begin_object();
    json.member("@type", "CreativeWork");
    if (!figures.is_null(0)) json.member("url", figures.text(0));
    json.member("identifier", figures.text(1));
    if (!figures.is_null(2)) json.member("datePublished", figures.text(2));
    json.member("text", figures.text(3));
    if (!figures.is_null(4)) {
      json.key("author");
      json.begin_object();
      json.member("@type", "Organization");
      json.member("name", figures.text(4));
      json.end_object();
    }
    json.end_object();
  }
  json.end_array();
}

// rows: group, question, question_ar, relation, reason, min, max, origins, updated, title
void write_review(JsonWriter& json, const Query& rows, Query& figures) {
  const std::string group = rows.string(0);
  json.begin_object();
  json.member("@context", "https://schema.org");
  json.member("@type", "ClaimReview");
  json.member("@id", "urn:isnad:" + group);
  json.member("datePublished", rows.text(8));
  json.key("author");
  json.begin_object();
  json.member("@type", "Organization");
  json.member("name", fmt::format("isnad {}", version));
  json.end_object();
  json.member("claimReviewed",
              fmt::format("{}: {} {}..{}", rows.text(9), rows.text(2).empty() ? rows.text(1) : rows.text(2),
                          number_text(rows.real_or_none(5)), number_text(rows.real_or_none(6))));
  json.key("itemReviewed");
  json.begin_object();
  json.member("@type", "Claim");
  write_appearances(json, figures, group);
  json.end_object();
  json.key("reviewRating");
  json.begin_object();
  json.member("@type", "Rating");
  json.member("alternateName", rows.text(3));
  json.member("ratingExplanation", fmt::format("{}{}independent origins: {}", rows.text(4),
                                               rows.text(4).empty() ? "" : "; ", rows.number(7)));
  json.end_object();
  json.end_object();
}

}  // namespace

void export_annotations(Database& database, const Sink& write) {
  const Snapshot snapshot(database);
  write("{\"@context\":\"http://www.w3.org/ns/anno.jsonld\",\"type\":\"AnnotationPage\",\"items\":[");
  Query rows(database,
             "SELECT d.document, d.id, d.url, t.text FROM documents d JOIN texts t USING(document)"
             " WHERE NOT d.excluded ORDER BY d.document");
  bool first = true;
  while (rows.step()) {
    std::string items;
    JsonWriter json(items);
    AnnotationWriter annotations(database, json);
    const std::string id = rows.string(1);
    json.begin_array();
    annotations.write(rows.number(0), id, rows.is_null(2) ? "urn:isnad:" + id : rows.string(2), rows.string(3));
    json.end_array();
    if (items.size() <= 2) continue;
    write((first ? "" : ",") + items.substr(1, items.size() - 2));
    first = false;
  }
  write("]}\n");
}

void export_claim_reviews(Database& database, const Sink& write) {
  const Snapshot snapshot(database);
  Query figures(
      database,
      "SELECT d.url, d.id, d.published, f.text, d.outlet FROM group_figures g JOIN documents d USING(document)"
      " JOIN figures f ON f.document = g.document AND f.figure = g.figure WHERE g.\"group\" = ?"
      " ORDER BY d.published, d.document");
  Query rows(database,
             "SELECT g.\"group\", g.question, g.question_ar, g.relation, g.reason, g.min, g.max, g.origins, s.updated,"
             " s.title FROM \"groups\" g JOIN stories s USING(story) ORDER BY g.story, g.\"group\"");
  write("[");
  for (bool first = true; rows.step(); first = false) {
    std::string item;
    JsonWriter json(item);
    write_review(json, rows, figures);
    write((first ? "" : ",\n") + item);
  }
  write("]\n");
}

}  // namespace isnad
