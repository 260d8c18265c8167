// What reports have in common without copying one another, learned over the collection: the boilerplate that an outlet
// prints on its pages, and set phrases (titles of office, formulas of congratulation).
#pragma once

#include <vector>

#include "document/document.h"
#include "stories/reuse_index.h"

namespace isnad {

// Marks the tokens of boilerplate, lowers the weights of tokens in set phrases and takes the runs of both, as far as
// they are worth too little then, out of places. reports_known: how many reports the rarity of words was counted in.
//
// Boilerplate is what many reports of one outlet, and hardly any other's, print at their beginning or end; it needs
// some twenty reports of the outlet. An outlet goes by its name, or else by the host of its pages.
//
// A set phrase is a short run, with other words around it each time, that stands in more reports than copy one another.
// What its words are worth together is the rarity of the run.
void discount_common_runs(const std::vector<Document>& documents, double reports_known,
                          std::vector<std::vector<ReuseToken>>& tokens, std::vector<RunPlace>& places);

}  // namespace isnad
