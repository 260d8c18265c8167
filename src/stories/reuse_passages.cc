#include "stories/reuse_passages.h"

#include <algorithm>

#include "stories/reuse_evidence.h"

// Anchors grow to alignments; the heaviest takes its words first. Where one of them shows that the reports copied,
// shorter runs than the index has are looked for in what is left of the two: an editor who rewrote a sentence of a
// wire report left fewer words of it standing together.

namespace isnad {
namespace {

class PassageFinder {
 public:
  PassageFinder(TokenView a, TokenView b) : a_(a), b_(b) {}

  void grow(std::span<const Anchor> anchors, uint32_t words) {
    found_.clear();
    for (const Anchor& anchor : anchors) {
      const auto covers = [&](const ReuseAlignment& other) {
        return other.a.contains(anchor.a_token) && other.b.contains(anchor.b_token);
      };
      if (std::any_of(found_.begin(), found_.end(), covers) || std::any_of(kept_.begin(), kept_.end(), covers))
        continue;
      add_pieces(align_around(a_, b_, anchor.a_token, anchor.b_token, words));
    }
    std::stable_sort(found_.begin(), found_.end(), [](const auto& x, const auto& y) { return x.score > y.score; });
    for (ReuseAlignment& alignment : found_) keep_or_drop(alignment);
  }

  bool copies() const { return copies_; }

  std::vector<ReuseAlignment> take() {
    std::sort(kept_.begin(), kept_.end(), [](const auto& x, const auto& y) { return x.a.first < y.a.first; });
    return std::move(kept_);
  }

 private:
  // The alignment in pieces of which each lies in headlines or in running text on both sides.
  void add_pieces(const ReuseAlignment& alignment) {
    const std::vector<AlignedPair>& pairs = alignment.pairs;
    const auto part = [&](size_t i) { return std::pair(a_[pairs[i].a].headline, b_[pairs[i].b].headline); };
    for (size_t first = 0, last = 0; first < pairs.size(); first = last) {
      while (last < pairs.size() && part(last) == part(first)) ++last;
      found_.push_back(alignment);
      if (last - first < pairs.size()) found_.back().keep(a_, first, last);
    }
  }

  // Takes from the alignment the words that another has already (on both sides, or on one), and the smaller part of it
  // beyond them as well. False where nothing is left.
  bool take_away(const ReuseAlignment& other, bool both, ReuseAlignment& alignment) const {
    const std::vector<AlignedPair>& pairs = alignment.pairs;
    const auto taken = [&](const AlignedPair& words) {
      const bool in_a = other.a.contains(words.a), in_b = other.b.contains(words.b);
      return both ? in_a && in_b : in_a || in_b;
    };
    size_t best_first = 0, best_last = 0;
    for (size_t first = 0, last = 0; first < pairs.size(); first = last + 1) {
      for (last = first; last < pairs.size() && !taken(pairs[last]);) ++last;
      if (last - first > best_last - best_first) {
        best_first = first;
        best_last = last;
      }
    }
    if (best_first == best_last) return false;
    if (best_last - best_first < pairs.size()) alignment.keep(a_, best_first, best_last);
    return true;
  }

  bool left_by_others(bool both, ReuseAlignment& alignment) const {
    return std::all_of(kept_.begin(), kept_.end(),
                       [&](const ReuseAlignment& other) { return take_away(other, both, alignment); });
  }

  ReuseEvidence evidence(ReuseAlignment& alignment) const {
    trim_to_clauses(a_, b_, alignment);
    return evidence_of(a_, b_, alignment);
  }

  bool in_headline(const ReuseAlignment& alignment) const {
    return a_[alignment.a.first].headline || b_[alignment.b.first].headline;
  }

  // A passage that one report prints twice, as headline and in the text, has two copies; so has one with enough
  // evidence for itself; less than that is chance.
  void keep_or_drop(ReuseAlignment& alignment) {
    if (!left_by_others(true, alignment)) return;
    const bool alone = is_copy(evidence(alignment));
    copies_ = copies_ || alone;
    if (!alone) {
      if (!in_headline(alignment) && !left_by_others(false, alignment)) return;
      if (!is_copy_beside_another(evidence(alignment))) return;
    }
    kept_.push_back(std::move(alignment));
  }

  TokenView a_;
  TokenView b_;
  std::vector<ReuseAlignment> found_;
  std::vector<ReuseAlignment> kept_;
  bool copies_ = false;
};

}  // namespace

std::vector<ReuseAlignment> copied_passages(TokenView a, TokenView b, std::span<const Anchor> anchors) {
  PassageFinder finder(a, b);
  finder.grow(anchors, anchor_words);
  if (!finder.copies()) return {};
  finder.grow(find_near_anchors(a, b), near_anchor_words);
  return finder.take();
}

}  // namespace isnad
