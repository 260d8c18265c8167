// JSON as docs/json.md describes it.
#pragma once

#include <string>

#include "document/collection.h"

namespace isnad {

struct JsonOptions {
  bool with_text = false;  // each document's text as well: for the page, and for files that must stand alone
};

// The layers of one document as one line of JSON, without a line end: what `isnad annotate` writes.
std::string document_json(const Document& document, const JsonOptions& options = {});

// The whole object: what `isnad report --json` writes.
std::string report_json(const Collection& collection, const JsonOptions& options = {});

// "2022-01-08", with the time of day where it is known; empty where the day is not known.
std::string published_text(const Document& document);

// Ids in the output: unique within the object.
std::string figure_id(uint32_t document, uint32_t figure);
std::string statement_id(uint32_t document, uint32_t statement);

}  // namespace isnad
