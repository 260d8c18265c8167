#include "stories/reuse_index.h"

#include <algorithm>
#include <tuple>

namespace isnad {
namespace {

constexpr float least_anchor_weight = 2.5F;  // four short words ("من أن يكون في") are no evidence

struct Gram {
  uint64_t hash;
  uint32_t document;
  uint32_t token;
};

uint64_t mix(uint64_t hash, uint64_t next) { return (hash ^ next) * 0x9E3779B97F4A7C15ull + (hash >> 29); }

void add_grams(const std::vector<ReuseToken>& tokens, uint32_t document, std::vector<Gram>& grams) {
  for (uint32_t i = 0; i + anchor_words <= tokens.size(); ++i) {
    uint64_t hash = 0;
    float weight = 0;
    for (uint32_t k = 0; k < anchor_words; ++k) {
      hash = mix(hash, tokens[i + k].stem);
      weight += tokens[i + k].weight;
    }
    if (weight >= least_anchor_weight) grams.push_back({hash, document, i});
  }
}

// Pairs of places of one run, each pair of documents at most a few times.
void add_pairs(const Gram* begin, const Gram* end, std::vector<Anchor>& anchors) {
  for (const Gram* a = begin; a != end; ++a) {
    for (const Gram* b = a + 1; b != end; ++b) {
      if (a->document != b->document) anchors.push_back({a->document, b->document, a->token, b->token});
    }
  }
}

// Of a run that many documents share, each place with the next one and with the first: enough to lead through a wire
// report that a hundred outlets print, at a cost in step with their number.
void add_chain(const Gram* begin, const Gram* end, std::vector<Anchor>& anchors) {
  for (const Gram* b = begin + 1; b != end; ++b) {
    for (const Gram* a : {b - 1, begin}) {
      if (a->document != b->document) anchors.push_back({a->document, b->document, a->token, b->token});
      if (b - 1 == begin) break;
    }
  }
}

}  // namespace

std::vector<Anchor> find_anchors(const std::vector<std::vector<ReuseToken>>& documents, uint32_t most_documents) {
  std::vector<Gram> grams;
  for (uint32_t d = 0; d < documents.size(); ++d) add_grams(documents[d], d, grams);
  std::sort(grams.begin(), grams.end(), [](const Gram& x, const Gram& y) {
    return std::tie(x.hash, x.document, x.token) < std::tie(y.hash, y.document, y.token);
  });
  std::vector<Anchor> anchors;
  for (size_t first = 0; first < grams.size();) {
    size_t last = first + 1;
    while (last < grams.size() && grams[last].hash == grams[first].hash) ++last;
    const Gram *begin = &grams[first], *end = begin + (last - first);
    if (last - first <= most_documents) {
      add_pairs(begin, end, anchors);
    } else {
      add_chain(begin, end, anchors);
    }
    first = last;
  }
  std::sort(anchors.begin(), anchors.end());
  return anchors;
}

}  // namespace isnad
