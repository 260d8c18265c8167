#include "stories/story_candidates.h"

#include <algorithm>

namespace isnad {
namespace {

constexpr size_t terms_compared = 40;
constexpr size_t terms_compared_of_few = 200;
constexpr uint32_t few_reports = 200;
constexpr size_t latest_holders = 120;
constexpr size_t least_shared = 2;

}  // namespace

std::vector<uint32_t> StoryCandidates::add(uint32_t report, const StoryVectors& vectors) {
  const size_t count = report < few_reports ? terms_compared_of_few : terms_compared;
  std::vector<uint32_t> met;
  for (const Term& term : top_terms(vectors.words, count)) {
    std::vector<uint32_t>& holders = holders_[term.stem];
    const size_t from = holders.size() > latest_holders ? holders.size() - latest_holders : 0;
    met.insert(met.end(), holders.begin() + static_cast<std::ptrdiff_t>(from), holders.end());
    // Twice the window is kept, so that the oldest go in one step now and then.
    if (holders.size() >= 2 * latest_holders)
      holders.erase(holders.begin(), holders.begin() + static_cast<std::ptrdiff_t>(latest_holders));
    holders.push_back(report);
  }
  std::sort(met.begin(), met.end());
  std::vector<uint32_t> candidates;
  for (size_t first = 0, last = 0; first < met.size(); first = last) {
    while (last < met.size() && met[last] == met[first]) ++last;
    if (last - first >= least_shared) candidates.push_back(met[first]);
  }
  return candidates;
}

}  // namespace isnad
