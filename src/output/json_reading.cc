// What `isnad read` writes: one report as it was read, before any stage.
#include "base/error.h"
#include "output/json.h"
#include "output/json_layers.h"
#include "output/json_writer.h"

namespace isnad {

std::string reading_json(const Document& document) {
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  json.member("id", document.id);
  json.member_or_null("url", document.url);
  json.member_or_null("title", document.title);
  json.member_or_null("published", document.published_given);
  json.member_or_null("outlet", document.outlet);
  json.member("text", document.text);
  json.member("place", document.path);
  json.key("notes");
  json.begin_array();
  for (const Note& note : document.notes) {
    json.begin_object();
    write_span(json, note.span);
    json.member("text", note.text);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return out;
}

}  // namespace isnad
