#include "stories/stories_copies.h"

#include <algorithm>
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

double share_of(uint64_t bytes, const Document& document) {
  return static_cast<double>(bytes) / static_cast<double>(std::max<size_t>(document.text.size(), 1));
}

std::map<DocumentPair, double> copied_shares(const Collection& collection) {
  std::map<DocumentPair, double> shares;
  for (const Reuse& reuse : collection.reuse) {
    const Document &a = collection.documents[reuse.a.document], &b = collection.documents[reuse.b.document];
    shares[{reuse.a.document, reuse.b.document}] +=
        share_of(std::min(reuse.a.span.size(), reuse.b.span.size()), a.text.size() < b.text.size() ? a : b);
  }
  return shares;
}

}  // namespace isnad
