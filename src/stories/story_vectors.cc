#include "stories/story_vectors.h"

#include <algorithm>
#include <cmath>

namespace isnad {
namespace {

constexpr double name_factor = 1.2;
constexpr double least_rarity = 1.5;
constexpr double rarity_power = 1.5;
constexpr uint32_t most_counted = 200'000;  // reports; beyond that the counts say all they can

void normalize(StoryVector& vector) {
  double squares = 0;
  for (const Term& term : vector) squares += static_cast<double>(term.weight) * term.weight;
  const auto length = static_cast<float>(std::sqrt(squares));
  for (Term& term : vector) term.weight /= length;
}

StoryVector weigh_marks(const std::vector<StoryMark>& marks, const TermCounts& counts) {
  StoryVector vector;
  for (const StoryMark& mark : marks) {
    const double rarity = counts.rarity(mark.hash);
    if (rarity <= least_rarity) continue;
    vector.push_back({mark.hash, static_cast<float>((1 + std::log(mark.worth)) * std::pow(rarity, rarity_power))});
  }
  normalize(vector);
  return vector;
}

}  // namespace

void TermCounts::count(const StoryProfile& profile) {
  if (reports_ >= most_counted) return;
  ++reports_;
  for (const StoryTerm& term : profile.terms) ++here_[term.stem];
  // A name or number that is a term as well was counted with the terms.
  const auto is_term = [&](uint64_t hash) {
    const auto at = std::lower_bound(profile.terms.begin(), profile.terms.end(), hash,
                                     [](const StoryTerm& term, uint64_t stem) { return term.stem < stem; });
    return at != profile.terms.end() && at->stem == hash;
  };
  for (const auto* marks : {&profile.names, &profile.sites, &profile.numbers}) {
    for (const StoryMark& mark : *marks) {
      if (!is_term(mark.hash)) ++here_[mark.hash];
    }
  }
}

double TermCounts::rarity(uint64_t term) const {
  const auto known = known_->story_frequency.find(term);
  const auto here = here_.find(term);
  const double holders =
      (known == known_->story_frequency.end() ? 1.0 : known->second) + (here == here_.end() ? 0.0 : here->second);
  return std::log((static_cast<double>(known_->stories) + reports_) / holders);
}

StoryVectors weigh(const StoryProfile& profile, const TermCounts& counts) {
  StoryVectors vectors;
  for (const StoryTerm& term : profile.terms) {
    const double rarity = counts.rarity(term.stem);
    if (rarity <= least_rarity) continue;
    const double worth = std::pow(rarity, rarity_power);
    const double weight = (1 + std::log(term.frequency)) * worth * (term.in_name ? name_factor : 1);
    vectors.words.push_back({term.stem, static_cast<float>(weight)});
    if (term.head == 0) continue;
    vectors.head.push_back({term.stem, static_cast<float>((1 + std::log(term.head)) * worth)});
    vectors.rarity.push_back(static_cast<float>(rarity));
  }
  normalize(vectors.words);
  normalize(vectors.head);
  vectors.names = weigh_marks(profile.names, counts);
  vectors.sites = weigh_marks(profile.sites, counts);
  vectors.numbers = weigh_marks(profile.numbers, counts);
  vectors.places = profile.places;
  vectors.days = profile.days;
  vectors.outlet = profile.outlet;
  vectors.round_up = profile.round_up;
  return vectors;
}

std::vector<StoryVectors> story_vectors(const Collection& collection, const StoryLexicon& known) {
  std::vector<StoryProfile> profiles;
  TermCounts counts(known);
  for (const Document& document : collection.documents) {
    profiles.push_back(story_profile(document, known));
    counts.count(profiles.back());
  }
  std::vector<StoryVectors> vectors;
  for (const StoryProfile& profile : profiles) vectors.push_back(weigh(profile, counts));
  return vectors;
}

double cosine(const StoryVector& a, const StoryVector& b) {
  double sum = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (x->stem < y->stem) {
      ++x;
    } else if (y->stem < x->stem) {
      ++y;
    } else {
      sum += static_cast<double>(x->weight) * y->weight;
      ++x;
      ++y;
    }
  }
  return sum;
}

std::vector<Term> top_terms(const StoryVector& vector, size_t k) {
  std::vector<Term> terms(vector);
  k = std::min(k, terms.size());
  std::partial_sort(
      terms.begin(), terms.begin() + static_cast<std::ptrdiff_t>(k), terms.end(),
      [](const Term& a, const Term& b) { return a.weight != b.weight ? a.weight > b.weight : a.stem < b.stem; });
  terms.resize(k);
  return terms;
}

}  // namespace isnad
