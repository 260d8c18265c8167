// What stands around a figure: population, scope, update, modality, place, day and the statement that holds it.
#pragma once

#include "claims/figure_candidates.h"

namespace isnad {

// Marks of a sentence that hold for all its figures.
struct SentenceContext {
  Scope scope = Scope::incident;
  Update update = Update::none;
  Range locations;   // mentions of the sentence
  std::string day;   // ISO, of its first date
};

SentenceContext sentence_context(const FigureScan& scan, const Sentence& sentence);

// The figure of a candidate; part_of is left to the caller.
Figure make_figure(const FigureScan& scan, const Sentence& sentence, const SentenceContext& context,
                   const Candidate& candidate);

}  // namespace isnad
