// Sentence by sentence: candidates (numbers, duals, zeros), their measure by the predicate that governs them, single
// victims, and then what stands around them. The tables of data/figures/ hold the words; docs/figures.md the rules.
#include "claims/figures.h"

#include "claims/figure_candidates.h"
#include "claims/figure_context.h"
#include "claims/figure_measures.h"
#include "claims/figure_scan.h"
#include "claims/figure_singles.h"

namespace isnad {
namespace {

void add_figures(Document& document, const FigureScan& scan, const Sentence& sentence,
                 const std::vector<Candidate>& candidates, StatementWalk& walk) {
  const auto first = static_cast<uint32_t>(document.figures.size());
  const SentenceContext context = sentence_context(scan, sentence, walk);
  for (const Candidate& candidate : candidates) {
    document.figures.push_back(make_figure(scan, sentence, context, candidate));
  }
  for (size_t i = 0; i < candidates.size(); ++i) {
    for (size_t k = 0; k < i && candidates[i].part_of != none; ++k) {
      if (candidates[k].words.first == candidates[i].part_of)
        document.figures[first + i].part_of = first + static_cast<uint32_t>(k);
    }
  }
}

}  // namespace

void find_figures(Document& document, const Lexicon& lexicon) {
  document.figures.clear();
  const FigureScan scan = scan_figures(document, lexicon);
  std::vector<Victim> victims;
  StatementWalk walk(document);
  uint32_t next_number = 0, next_time = 0;
  for (const Sentence& sentence : document.sentences) {
    if (!is_content(document.lines[sentence.line].kind)) continue;
    std::vector<Candidate> candidates = find_candidates(scan, sentence.words, next_number, next_time);
    find_measures(scan, sentence.words, candidates);
    find_singles(scan, sentence.words, candidates, victims);
    if (!candidates.empty()) add_figures(document, scan, sentence, candidates, walk);
  }
}

}  // namespace isnad
