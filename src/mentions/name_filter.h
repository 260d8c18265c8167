// What names must not be or hold: class words at their start, adjectives of nationality alone, bare common nouns.
#pragma once

#include <vector>

#include "document/document.h"
#include "mentions/name_context.h"
#include "mentions/name_spans.h"

namespace isnad {

// Trims and drops spans; spans stay sorted.
void filter_names(const Document& document, const NameContext& context, std::vector<NameSpan>& spans);

// Drops makers' names with a model's number behind them.
void drop_products(const Document& document, const NameContext& context, std::vector<NameSpan>& spans);

}  // namespace isnad
