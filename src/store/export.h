// What is in a store, for other programs. docs/store.md tells the forms.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.h"
#include "store/sqlite.h"

namespace isnad {

// Takes what is written piece by piece.
using Sink = std::function<void(std::string_view)>;

// The reports as they were read and the corrections, one JSON object a line: all that a store can't make again.
// read_export reads it.
void export_reports(Database& database, const Sink& write);

// The whole object of each story (docs/json.md), with the texts, one a line.
void export_stories(Database& database, const Lexicon& lexicon, const Sink& write);

// Figures and statements as W3C Web Annotations: one AnnotationPage in JSON-LD. The target is the report's address, or
// "urn:isnad:ID" where it has none; selectors give the words and the place in code points of the text.
void export_annotations(Database& database, const Sink& write);

// What stories say of the number of victims and the like as schema.org ClaimReview: a review for each group, whose
// rating is a word (agree, revised, conflict), never a verdict.
void export_claim_reviews(Database& database, const Sink& write);

// Names of the tables that export_table writes.
std::vector<std::string> exported_tables(Database& database);

// A table as CSV (RFC 4180, UTF-8) with its column names in the first row; NULL is an empty cell.
void export_table(Database& database, const std::string& table, const Sink& write);

}  // namespace isnad
