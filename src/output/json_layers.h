// Parts of the JSON output that documents and collections share.
#pragma once

#include <string>
#include <string_view>

#include "document/collection.h"
#include "output/json.h"
#include "output/json_writer.h"

namespace isnad {

// "start" and "end" as members of the object being written.
inline void write_span(JsonWriter& json, const Span& span) {
  json.member("start", span.start);
  json.member("end", span.end);
}

inline void write_span_object(JsonWriter& json, const Span& span) {
  json.begin_object();
  write_span(json, span);
  json.end_object();
}

// The id of an entity of the collection; without a collection the gazetteer's id, which may be empty.
inline std::string_view entity_id(const Collection* collection, uint32_t entity, std::string_view known_id) {
  if (collection && entity != none) return collection->entities[entity].id;
  return known_id;
}

// index: place of the document in the collection, for its figures' and statements' ids.
void write_document(JsonWriter& json, const Document& document, uint32_t index, const Collection* collection,
                    const JsonOptions& options);

// A pair of copied passages with their changes, as one object.
void write_reuse(JsonWriter& json, const Collection& collection, const Reuse& reuse);

}  // namespace isnad
