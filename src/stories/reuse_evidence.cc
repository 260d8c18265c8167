#include "stories/reuse_evidence.h"

#include <algorithm>

namespace isnad {
namespace {

constexpr double least_likeness = 0.55;
constexpr float least_score = 6.5F;  // 26 nats: by chance one pair of places in 10^11, of two reports not of one event
constexpr float least_run = 3.0F;
constexpr float least_score_beside = 2.8F;
constexpr float least_run_beside = 1.8F;
constexpr float cover_of_full_worth = 0.6F;  // a passage that covers less of its clauses is worth less
constexpr float clause_cover = 0.6F;         // of a clause at an end, to stay
constexpr float heavy_clause = 2.5F;         // or so much of it

// Weight of the tokens of the clauses that the range touches.
float weight_of_clauses(TokenView tokens, const Range& range) {
  uint32_t first = range.first, last = range.last;
  while (first > 0 && tokens[first - 1].clause == tokens[range.first].clause) --first;
  while (last < tokens.size() && tokens[last].clause == tokens[range.last - 1].clause) ++last;
  float sum = 0;
  for (uint32_t t = first; t < last; ++t) sum += tokens[t].weight;
  return sum;
}

float score(const ReuseEvidence& evidence) {
  return evidence.score * std::min(1.0F, evidence.cover + 1 - cover_of_full_worth);
}

using Pairs = std::vector<AlignedPair>;

// Share of the clauses that pairs [first, last) touch which they match, of the side where it is less.
float cover_of(TokenView a, TokenView b, const Pairs& pairs, size_t first, size_t last) {
  float a_matched = 0, b_matched = 0;
  for (size_t i = first; i < last; ++i) {
    a_matched += a[pairs[i].a].weight;
    b_matched += b[pairs[i].b].weight;
  }
  const float a_clauses = weight_of_clauses(a, {pairs[first].a, pairs[last - 1].a + 1});
  const float b_clauses = weight_of_clauses(b, {pairs[first].b, pairs[last - 1].b + 1});
  return std::min(a_matched / a_clauses, b_matched / b_clauses);
}

// True where a clause ends between pairs i - 1 and i on both sides.
bool parted_before(TokenView a, TokenView b, const Pairs& pairs, size_t i) {
  return a[pairs[i - 1].a].clause != a[pairs[i].a].clause && b[pairs[i - 1].b].clause != b[pairs[i].b].clause;
}

bool is_weak(TokenView a, TokenView b, const Pairs& pairs, size_t first, size_t last) {
  float matched = 0;
  for (size_t i = first; i < last; ++i) matched += a[pairs[i].a].weight;
  return matched < heavy_clause && cover_of(a, b, pairs, first, last) < clause_cover;
}

}  // namespace

void trim_to_clauses(TokenView a, TokenView b, ReuseAlignment& alignment) {
  Pairs& pairs = alignment.pairs;
  size_t first = 0, last = pairs.size();
  for (size_t i = 1; i < last; ++i) {
    if (!parted_before(a, b, pairs, i)) continue;
    if (!is_weak(a, b, pairs, first, i)) break;
    first = i;
  }
  for (size_t i = last; i-- > first + 1;) {
    if (!parted_before(a, b, pairs, i)) continue;
    if (!is_weak(a, b, pairs, i, last)) break;
    last = i;
  }
  alignment.keep(a, first, last);
}

ReuseEvidence evidence_of(TokenView a, TokenView b, const ReuseAlignment& alignment) {
  ReuseEvidence evidence;
  evidence.score = alignment.score;
  evidence.likeness = alignment.likeness();
  float run = 0;
  const AlignedPair* before = nullptr;
  for (const AlignedPair& pair : alignment.pairs) {
    const bool goes_on = before && !pair.near && pair.a == before->a + 1 && pair.b == before->b + 1;
    run = pair.near ? 0 : goes_on ? run + a[pair.a].weight : a[pair.a].weight;
    evidence.run = std::max(evidence.run, run);
    before = &pair;
  }
  evidence.cover = cover_of(a, b, alignment.pairs, 0, alignment.pairs.size());
  return evidence;
}

bool is_copy(const ReuseEvidence& evidence) {
  return evidence.likeness >= least_likeness && score(evidence) >= least_score && evidence.run >= least_run;
}

bool is_copy_beside_another(const ReuseEvidence& evidence) {
  return evidence.likeness >= least_likeness && score(evidence) >= least_score_beside &&
         evidence.run >= least_run_beside;
}

}  // namespace isnad
