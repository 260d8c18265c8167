#include "stories/reuse_evidence.h"

#include <algorithm>

namespace isnad {
namespace {

constexpr double least_likeness = 0.55;
constexpr float least_matched = 6.0F;
constexpr float least_run = 3.0F;
constexpr float least_cover = 0.6F;
constexpr float least_matched_beside = 2.8F;
constexpr float least_run_beside = 1.8F;

// Weight of the tokens of the clauses that the range touches.
float weight_of_clauses(TokenView tokens, const Range& range) {
  uint32_t first = range.first, last = range.last;
  while (first > 0 && tokens[first - 1].clause == tokens[range.first].clause) --first;
  while (last < tokens.size() && tokens[last].clause == tokens[range.last - 1].clause) ++last;
  float sum = 0;
  for (uint32_t t = first; t < last; ++t) sum += tokens[t].weight;
  return sum;
}

}  // namespace

ReuseEvidence evidence_of(TokenView a, TokenView b, const ReuseAlignment& alignment) {
  ReuseEvidence evidence;
  evidence.matched = alignment.weight;
  evidence.likeness = alignment.likeness();
  float run = 0, a_matched = 0, b_matched = 0;
  const AlignedPair* before = nullptr;
  for (const AlignedPair& pair : alignment.pairs) {
    const bool goes_on = before && !pair.near && pair.a == before->a + 1 && pair.b == before->b + 1;
    run = pair.near ? 0 : goes_on ? run + a[pair.a].weight : a[pair.a].weight;
    evidence.run = std::max(evidence.run, run);
    a_matched += a[pair.a].weight;
    b_matched += b[pair.b].weight;
    before = &pair;
  }
  evidence.cover = std::min(a_matched / std::max(weight_of_clauses(a, alignment.a), 0.1F),
                            b_matched / std::max(weight_of_clauses(b, alignment.b), 0.1F));
  return evidence;
}

bool is_copy(const ReuseEvidence& evidence) {
  return evidence.likeness >= least_likeness && evidence.matched >= least_matched && evidence.run >= least_run &&
         evidence.cover >= least_cover;
}

bool is_copy_beside_another(const ReuseEvidence& evidence) {
  return evidence.likeness >= least_likeness && evidence.matched >= least_matched_beside &&
         evidence.run >= least_run_beside && evidence.cover >= least_cover;
}

}  // namespace isnad
