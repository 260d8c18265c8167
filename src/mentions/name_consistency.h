// What one part of a report makes certain, the whole report uses.
#pragma once

#include <vector>

#include "document/document.h"
#include "lexicon/lexicon.h"
#include "mentions/name_context.h"
#include "mentions/name_spans.h"

namespace isnad {

// Adds the names that stand elsewhere in the report, and the family names of its persons, and gives spans that the
// model alone found the type that the report's certain spans of the same words have. Spans stay sorted.
void spread_names(const Document& document, const NameContext& context, std::vector<NameSpan>& spans);

// Sets with_title of the document's mentions: the title before the name, or the office behind it.
void add_titles(Document& document, const NameContext& context);

}  // namespace isnad
