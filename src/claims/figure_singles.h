// Single victims without a number: "مقتل مدني", "أن مواطناً قُتل", "استشهاد الطفل فلان". One victim is one figure in a
// report.
#pragma once

#include <vector>

#include "claims/figure_candidates.h"

namespace isnad {

// Victims found in the report so far.
struct Victim {
  uint8_t measure = 0;
  uint8_t population = 0;
  uint16_t row = 0;
  bool general = false;  // a word that may name any victim: شخص, قتيل, a nationality, a name
};

// Adds the sentence's single victims to its candidates, keeping their order, and notes them in victims.
void find_singles(const FigureScan& scan, const Range& sentence, std::vector<Candidate>& candidates,
                  std::vector<Victim>& victims);

}  // namespace isnad
