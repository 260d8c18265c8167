// Why a figure stands in its group, and why the group's figures agree, were revised or conflict.
#pragma once

#include <string>
#include <vector>

#include "document/collection.h"
#include "lexicon/lexicon.h"

namespace isnad {

struct ExplanationLine {
  std::string text;
  std::vector<Passage> evidence;  // may be empty
};

// In the language asked for, in order: the figure's words, its question, its group, what parts it from groups of the
// same measure, relation, history, findings, origins. The figure must be the collection's.
std::vector<ExplanationLine> explain_figure(const Collection& collection, const Lexicon& lexicon, const FigureRef& ref,
                                            Language language);

}  // namespace isnad
