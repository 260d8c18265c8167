// Measures: which predicate governs a candidate, and what it says of those counted.
#pragma once

#include <vector>

#include "claims/figure_candidates.h"

namespace isnad {

// Sets measure, frame and part_of of the sentence's candidates, and drops bare numbers that nothing governs.
void find_measures(const FigureScan& scan, const Range& sentence, std::vector<Candidate>& candidates);

}  // namespace isnad
