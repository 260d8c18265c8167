// Findings: what sums and times tell of figures beside their relation. Sums are checked within a report and across
// reports, and nothing is changed by what is found.
#pragma once

#include <vector>

#include "document/collection.h"
#include "lexicon/interface.h"
#include "stories/figure_questions.h"
#include "stories/origins.h"

namespace isnad {

// Adds findings to the groups from `first` on, which are those of one story, and links the groups that are parts of
// others: killed and injured of casualties, a category of people of all people. questions: of the story's figures.
void add_findings(Collection& collection, size_t first, const std::vector<FigureQuestion>& questions,
                  const CopiedFigures& copies, const InterfaceText& words);

}  // namespace isnad
