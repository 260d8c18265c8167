// What stands around a figure: population, scope, update, modality, place, day and the statement that holds it.
#pragma once

#include <string>
#include <vector>

#include "claims/figure_candidates.h"

namespace isnad {

// The statements of a document by the begin of their content, and how far a walk along the sentences has come.
struct StatementWalk {
  explicit StatementWalk(const Document& document);
  // Statements whose content overlaps the span; spans must come in order.
  const std::vector<uint32_t>& overlapping(const Document& document, const Span& span);

 private:
  std::vector<uint32_t> by_content_;
  size_t next_ = 0;
  std::vector<uint32_t> open_;
};

// Marks of a sentence that hold for all its figures.
struct SentenceContext {
  Scope scope = Scope::incident;
  Update update = Update::none;
  Range locations;                   // mentions of the sentence
  std::string day;                   // ISO, of its first date
  std::vector<uint32_t> statements;  // those whose content overlaps it
};

SentenceContext sentence_context(const FigureScan& scan, const Sentence& sentence, StatementWalk& walk);

// The figure of a candidate; part_of is left to the caller.
Figure make_figure(const FigureScan& scan, const Sentence& sentence, const SentenceContext& context,
                   const Candidate& candidate);

}  // namespace isnad
