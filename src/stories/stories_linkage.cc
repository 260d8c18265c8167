#include "stories/stories_linkage.h"

#include <tsl/robin_map.h>

#include <algorithm>
#include <numeric>
#include <queue>
#include <tuple>

namespace isnad {
namespace {

constexpr double most_compared = 120;

struct Candidate {
  double average;
  uint32_t a;
  uint32_t b;
  bool operator<(const Candidate& other) const {
    return std::tie(average, other.a, other.b) < std::tie(other.average, a, b);
  }
};

class Linkage {
 public:
  Linkage(uint32_t count, const std::vector<StoryEdge>& edges) : parent_(count), size_(count, 1), links_(count) {
    std::iota(parent_.begin(), parent_.end(), 0U);
    for (const StoryEdge& edge : edges) {
      links_[edge.a][edge.b] = edge.likeness;
      links_[edge.b][edge.a] = edge.likeness;
      queue_.push({edge.likeness, std::min(edge.a, edge.b), std::max(edge.a, edge.b)});
    }
  }

  void join_while(double least_average) {
    while (!queue_.empty() && queue_.top().average >= least_average) {
      const Candidate best = queue_.top();
      queue_.pop();
      if (parent_[best.a] != best.a || parent_[best.b] != best.b) continue;
      const auto link = links_[best.a].find(best.b);
      // An entry made before one of the two grew is stale; the newer one stands in the queue.
      if (link == links_[best.a].end() || average(best.a, best.b, link->second) != best.average) continue;
      join(best.a, best.b);
    }
  }

  uint32_t root(uint32_t member) {
    while (parent_[member] != member) member = parent_[member] = parent_[parent_[member]];
    return member;
  }

 private:
  // Of a large group a report is compared with a part only, so that no more pairs can count.
  double average(uint32_t a, uint32_t b, double sum) const {
    const double smaller = std::min(size_[a], size_[b]), larger = std::max(size_[a], size_[b]);
    return sum / (smaller * std::min(larger, most_compared));
  }

  void join(uint32_t a, uint32_t b) {
    for (const auto& [other, sum] : links_[b]) {
      links_[other].erase(b);
      if (other == a) continue;
      links_[a][other] += sum;
      links_[other][a] += sum;
    }
    links_[b] = {};
    parent_[b] = a;
    size_[a] += size_[b];
    for (const auto& [other, sum] : links_[a])
      queue_.push({average(a, other, sum), std::min(a, other), std::max(a, other)});
  }

  std::vector<uint32_t> parent_;
  std::vector<uint32_t> size_;
  std::vector<tsl::robin_map<uint32_t, double>> links_;
  std::priority_queue<Candidate> queue_;
};

}  // namespace

std::vector<std::vector<uint32_t>> link_by_average(uint32_t count, const std::vector<StoryEdge>& edges,
                                                   double least_average) {
  Linkage linkage(count, edges);
  linkage.join_while(least_average);
  std::vector<uint32_t> group_of(count, count);
  std::vector<std::vector<uint32_t>> groups;
  for (uint32_t member = 0; member < count; ++member) {
    uint32_t& group = group_of[linkage.root(member)];
    if (group == count) {
      group = static_cast<uint32_t>(groups.size());
      groups.emplace_back();
    }
    groups[group].push_back(member);
  }
  return groups;
}

}  // namespace isnad
