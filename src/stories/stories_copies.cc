#include "stories/stories_copies.h"

#include <numeric>

namespace isnad {

std::vector<uint32_t> independent_reports(const Collection& collection) {
  std::vector<uint32_t> parent(collection.documents.size());
  std::iota(parent.begin(), parent.end(), 0U);
  const auto root = [&](uint32_t d) {
    while (parent[d] != d) d = parent[d] = parent[parent[d]];
    return d;
  };
  std::vector<uint32_t> story_of(collection.documents.size(), none);
  for (uint32_t s = 0; s < collection.stories.size(); ++s) {
    for (const uint32_t d : collection.stories[s].documents) story_of[d] = s;
  }
  for (const Reuse& reuse : collection.reuse) {
    if (story_of[reuse.a.document] == story_of[reuse.b.document])
      parent[root(reuse.b.document)] = root(reuse.a.document);
  }
  std::vector<uint32_t> counts(collection.stories.size(), 0);
  for (uint32_t d = 0; d < parent.size(); ++d) {
    if (story_of[d] != none && root(d) == d) ++counts[story_of[d]];
  }
  return counts;
}

}  // namespace isnad
