#include "stories/reuse_align.h"

#include <algorithm>
#include <array>
#include <limits>

namespace isnad {
namespace {

constexpr int band = 14;  // words that may be inserted on one side before the band is left
constexpr int band_width = 2 * band + 1;
constexpr float gap_cost = 0.45F;
constexpr float mismatch_cost = 0.5F;
constexpr float near_share = 0.6F;  // of the weight of a full match
constexpr float drop = 4.0F;
constexpr float minus_infinity = -std::numeric_limits<float>::infinity();

enum Step : uint8_t { stop, diagonal, skip_a, skip_b };

// The score of setting two tokens side by side.
float pair_score(const ReuseToken& a, const ReuseToken& b) {
  if (a.boilerplate || b.boilerplate) return -mismatch_cost;
  if (a.stem == b.stem) return std::min(a.weight, b.weight);
  if (a.prefix != 0 && a.prefix == b.prefix) return near_share * std::min(a.weight, b.weight);
  return -mismatch_cost;
}

// What the unmatched tokens between two pairs cost: as many as there are on both sides are replaced, the rest skipped.
float cost_between(const AlignedPair& before, const AlignedPair& now) {
  const uint32_t a = now.a - before.a - 1, b = now.b - before.b - 1;
  const uint32_t replaced = std::min(a, b), skipped = std::max(a, b) - replaced;
  return mismatch_cost * static_cast<float>(replaced) + gap_cost * static_cast<float>(skipped);
}

// Extension in one direction. at_a(k), at_b(k) give the k-th token from the start; rows are tokens of a.
class Extension {
 public:
  template <class AtA, class AtB>
  std::vector<AlignedPair> run(uint32_t a_size, uint32_t b_size, AtA&& at_a, AtB&& at_b) {
    steps_.clear();
    add_row();
    row_.fill(minus_infinity);
    for (int d = 0; d <= band && static_cast<uint32_t>(d) <= b_size; ++d) {
      row_[band + d] = -gap_cost * static_cast<float>(d);
      steps_[band + d] = d == 0 ? stop : skip_b;
    }
    float best = 0;
    uint32_t best_a = 0, best_b = 0;
    for (uint32_t i = 1; i <= a_size; ++i) {
      add_row();
      float row_best = minus_infinity;
      next_.fill(minus_infinity);
      for (int d = -band; d <= band; ++d) {
        const int64_t j = static_cast<int64_t>(i) + d;
        if (j < 0 || j > b_size) continue;
        const float score = cell(i, static_cast<uint32_t>(j), d, at_a, at_b);
        row_best = std::max(row_best, score);
        if (score > best) {
          best = score;
          best_a = i;
          best_b = static_cast<uint32_t>(j);
        }
      }
      row_ = next_;
      if (row_best < best - drop) break;
    }
    return trace(best_a, best_b, at_a, at_b);
  }

 private:
  void add_row() { steps_.resize(steps_.size() + band_width, stop); }

  template <class AtA, class AtB>
  float cell(uint32_t i, uint32_t j, int d, AtA&& at_a, AtB&& at_b) {
    const int column = d + band;
    float score = minus_infinity;
    uint8_t step = stop;
    if (j > 0 && row_[column] > minus_infinity) {
      score = row_[column] + pair_score(at_a(i - 1), at_b(j - 1));
      step = diagonal;
    }
    if (column + 1 < band_width && row_[column + 1] - gap_cost > score) {
      score = row_[column + 1] - gap_cost;
      step = skip_a;
    }
    if (column > 0 && j > 0 && next_[column - 1] - gap_cost > score) {
      score = next_[column - 1] - gap_cost;
      step = skip_b;
    }
    next_[column] = score;
    steps_[static_cast<size_t>(i) * band_width + column] = step;
    return score;
  }

  template <class AtA, class AtB>
  std::vector<AlignedPair> trace(uint32_t i, uint32_t j, AtA&& at_a, AtB&& at_b) const {
    std::vector<AlignedPair> pairs;
    while (i > 0 || j > 0) {
      const int column = static_cast<int>(j) - static_cast<int>(i) + band;
      const uint8_t step = steps_[static_cast<size_t>(i) * band_width + column];
      if (step == stop) break;
      if (step == diagonal) {
        const ReuseToken &a = at_a(i - 1), &b = at_b(j - 1);
        if (pair_score(a, b) > 0) pairs.push_back({i - 1, j - 1, a.stem != b.stem});
      }
      if (step != skip_b) --i;
      if (step != skip_a) --j;
    }
    std::reverse(pairs.begin(), pairs.end());
    return pairs;
  }

  std::array<float, band_width> row_{};
  std::array<float, band_width> next_{};
  std::vector<uint8_t> steps_;
};

}  // namespace

ReuseAlignment align_around(TokenView a, TokenView b, uint32_t a_start, uint32_t b_start, uint32_t size) {
  Extension extension;
  ReuseAlignment out;
  const auto before = extension.run(
      a_start, b_start, [&](uint32_t k) -> const ReuseToken& { return a[a_start - 1 - k]; },
      [&](uint32_t k) -> const ReuseToken& { return b[b_start - 1 - k]; });
  for (auto pair = before.rbegin(); pair != before.rend(); ++pair) {
    out.pairs.push_back({a_start - 1 - pair->a, b_start - 1 - pair->b, pair->near});
  }
  for (uint32_t k = 0; k < size; ++k) out.pairs.push_back({a_start + k, b_start + k, false});
  const uint32_t a_end = a_start + size, b_end = b_start + size;
  const auto after = extension.run(
      static_cast<uint32_t>(a.size()) - a_end, static_cast<uint32_t>(b.size()) - b_end,
      [&](uint32_t k) -> const ReuseToken& { return a[a_end + k]; },
      [&](uint32_t k) -> const ReuseToken& { return b[b_end + k]; });
  for (const AlignedPair& pair : after) out.pairs.push_back({a_end + pair.a, b_end + pair.b, pair.near});
  out.keep(a, 0, out.pairs.size());
  return out;
}

void ReuseAlignment::keep(TokenView a_tokens, size_t first_pair, size_t last_pair) {
  pairs.erase(pairs.begin() + static_cast<std::ptrdiff_t>(last_pair), pairs.end());
  pairs.erase(pairs.begin(), pairs.begin() + static_cast<std::ptrdiff_t>(first_pair));
  a = {pairs.front().a, pairs.back().a + 1};
  b = {pairs.front().b, pairs.back().b + 1};
  matched = 0;
  float edits = 0;
  const AlignedPair* before = nullptr;
  for (const AlignedPair& pair : pairs) {
    matched += a_tokens[pair.a].weight * (pair.near ? near_share : 1.0F);
    if (before) edits += cost_between(*before, pair);
    before = &pair;
  }
  score = matched - edits;
}

}  // namespace isnad
