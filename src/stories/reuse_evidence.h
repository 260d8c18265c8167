// What speaks for and against that an aligned passage was copied. Reports of one event share names with their titles,
// places, set phrases and the plain facts without copying; a copy shares whole clauses.
#pragma once

#include <vector>

#include "stories/reuse_align.h"

namespace isnad {

struct ReuseEvidence {
  float score = 0;  // of the alignment: weights of the matched tokens less the cost of the edits
  float run = 0;    // weights of the heaviest run of matches without an edit
  float cover = 0;  // share, by weight, of the clauses it touches that matches, of the side where it is less
  double likeness = 0;
};

// Takes from both ends the clauses of which little is matched: alignment runs on over a mark into words that are alike
// by chance, as from the first sentence back into the title. Borders are clause borders on both sides.
void trim_to_clauses(TokenView a, TokenView b, ReuseAlignment& alignment);

ReuseEvidence evidence_of(TokenView a, TokenView b, const ReuseAlignment& alignment);

// True where the passage alone shows that one report copied the other or both a third.
bool is_copy(const ReuseEvidence& evidence);
// True where it is a copy if another passage of the same two reports is one.
bool is_copy_beside_another(const ReuseEvidence& evidence);

}  // namespace isnad
