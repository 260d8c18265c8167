#include "stories/story_evidence.h"

#include <algorithm>
#include <cmath>

namespace isnad {
namespace {

constexpr double many_reports = 5000;  // the size of collection that the weights were learned on
constexpr double prior_factor = 0.6;
constexpr double reprinted = 0.8;  // share of a round-up that its reprint has
constexpr double most_prior = 4;

bool share_one(const std::vector<uint64_t>& a, const std::vector<uint64_t>& b) {
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (*x == *y) return true;
    *x < *y ? ++x : ++y;
  }
  return false;
}

double shared_rarity(const StoryVectors& a, const StoryVectors& b) {
  double sum = 0;
  for (size_t i = 0, k = 0; i < a.head.size() && k < b.head.size();) {
    if (a.head[i].stem == b.head[k].stem) {
      sum += a.rarity[i++];
      ++k;
    } else {
      a.head[i].stem < b.head[k].stem ? ++i : ++k;
    }
  }
  return sum;
}

}  // namespace

StoryClues story_clues(const StoryVectors& a, const StoryVectors& b, double copied) {
  StoryClues clues{};
  const auto set = [&](StoryClue clue, double value) { clues[static_cast<size_t>(clue)] = value; };
  const auto set_with_root = [&](StoryClue clue, StoryClue root, double value) {
    set(clue, value);
    set(root, std::sqrt(value));
  };
  set(StoryClue::base, 1);
  set_with_root(StoryClue::words, StoryClue::words_root, cosine(a.words, b.words));
  set_with_root(StoryClue::head, StoryClue::head_root, cosine(a.head, b.head));
  set_with_root(StoryClue::names, StoryClue::names_root, cosine(a.names, b.names));
  set_with_root(StoryClue::sites, StoryClue::sites_root, cosine(a.sites, b.sites));
  set_with_root(StoryClue::numbers, StoryClue::numbers_root, cosine(a.numbers, b.numbers));
  const bool places = !a.places.empty() && !b.places.empty(), days = !a.days.empty() && !b.days.empty();
  const bool same_day = share_one(a.days, b.days);
  set(StoryClue::places_apart, places && !share_one(a.places, b.places) ? 1 : 0);
  set(StoryClue::no_places, places ? 0 : 1);
  set(StoryClue::days_shared, same_day ? 1 : 0);
  set(StoryClue::days_apart, days && !same_day ? 1 : 0);
  set(StoryClue::copied, std::min(copied, 1.0));
  set(StoryClue::rare_words, shared_rarity(a, b));
  set(StoryClue::same_outlet, a.outlet != 0 && a.outlet == b.outlet ? 1 : 0);
  return clues;
}

bool may_tell_one_story(const StoryVectors& a, const StoryVectors& b, double copied) {
  return a.round_up == b.round_up && (!a.round_up || copied >= reprinted);
}

double log_odds(const StoryClues& clues, const StoryClues& weights) {
  double sum = 0;
  for (size_t c = 0; c < story_clue_count; ++c) sum += clues[c] * weights[c];
  return sum;
}

double collection_prior(size_t reports) {
  const double fewer = std::log(many_reports / static_cast<double>(std::max<size_t>(reports, 1)));
  return std::clamp(prior_factor * fewer, 0.0, most_prior);
}

double probability(double log_odds) { return 1 / (1 + std::exp(-log_odds)); }

}  // namespace isnad
