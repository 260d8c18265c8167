// JSON as docs/json.md describes it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "document/collection.h"

namespace isnad {

// Layers of a document, as bits.
namespace layer {
inline constexpr uint32_t lines = 1, numbers = 2, times = 4, mentions = 8, statements = 16, figures = 32, notes = 64,
                          all = 127;
}

// The bits of "numbers,times"; all layers for an empty list. Throws Error(usage) where a name is no layer.
uint32_t layers_named(std::string_view list);

struct JsonOptions {
  bool with_text = false;  // each document's text as well: for the page, and for files that must stand alone
  uint32_t layers = layer::all;
};

// The layers of one document as one line of JSON, without a line end: what `isnad annotate` writes.
std::string document_json(const Document& document, const JsonOptions& options = {});

// One report as it was read, as one line of JSON without a line end: what `isnad read` writes (docs/reading.md).
std::string reading_json(const Document& document);

// The whole object: what `isnad report --json` writes.
std::string report_json(const Collection& collection, const JsonOptions& options = {});

// What `isnad stories --json` writes: each story with its reports and days.
std::string stories_json(const Collection& collection);

// What `isnad copies --json` writes: the two reports and the passages they share, with the words of both.
std::string copies_json(const Collection& collection, uint32_t a, uint32_t b);

// "2022-01-08", with the time of day where it is known; empty where the day is not known.
std::string published_text(const Document& document);

// Ids in the output: unique within the object.
std::string figure_id(uint32_t document, uint32_t figure);
std::string statement_id(uint32_t document, uint32_t statement);

}  // namespace isnad
