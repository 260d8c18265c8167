#include "stories/reuse_index.h"

#include <algorithm>

namespace isnad {
namespace {

constexpr float least_near_anchor_weight = 1.2F;
constexpr size_t most_places_of_a_run = 4;  // of a short run in one document; what stands more often is a refrain

uint64_t mix(uint64_t hash, uint64_t next) { return (hash ^ next) * 0x9E3779B97F4A7C15ull + (hash >> 29); }

void add_runs(std::span<const ReuseToken> tokens, uint32_t words, float least_weight, uint32_t document,
              std::vector<RunPlace>& places) {
  for (uint32_t i = 0; i + words <= tokens.size(); ++i) {
    uint64_t hash = 0;
    float weight = 0;
    for (uint32_t k = 0; k < words; ++k) {
      hash = mix(hash, tokens[i + k].stem);
      weight += tokens[i + k].weight;
    }
    if (weight >= least_weight) places.push_back({hash, document, i});
  }
}

// Pairs of places of one run.
void add_pairs(std::span<const RunPlace> run, std::vector<Anchor>& anchors) {
  for (size_t a = 0; a < run.size(); ++a) {
    for (size_t b = a + 1; b < run.size(); ++b) {
      if (run[a].document != run[b].document)
        anchors.push_back({run[a].document, run[b].document, run[a].token, run[b].token});
    }
  }
}

// Of a run that many documents share, each place with the next one and with the first: enough to lead through a wire
// report that a hundred outlets print, at a cost in step with their number.
void add_chain(std::span<const RunPlace> run, std::vector<Anchor>& anchors) {
  const auto add = [&](const RunPlace& a, const RunPlace& b) {
    if (a.document != b.document) anchors.push_back({a.document, b.document, a.token, b.token});
  };
  for (size_t b = 1; b < run.size(); ++b) {
    add(run[b - 1], run[b]);
    if (b > 1) add(run[0], run[b]);
  }
}

}  // namespace

std::vector<RunPlace> index_runs(const std::vector<std::vector<ReuseToken>>& documents) {
  std::vector<RunPlace> places;
  for (uint32_t d = 0; d < documents.size(); ++d) add_runs(documents[d], anchor_words, least_anchor_weight, d, places);
  std::sort(places.begin(), places.end());
  size_t kept = 0;
  for_each_run(places, [&](std::span<const RunPlace> run) {
    if (run.size() == 1) return;
    for (const RunPlace& place : run) places[kept++] = place;
  });
  places.resize(kept);
  return places;
}

std::vector<Anchor> find_anchors(std::span<const RunPlace> places, uint32_t most_documents) {
  std::vector<Anchor> anchors;
  for_each_run(places, [&](std::span<const RunPlace> run) {
    run.size() <= most_documents ? add_pairs(run, anchors) : add_chain(run, anchors);
  });
  std::sort(anchors.begin(), anchors.end());
  return anchors;
}

std::vector<Anchor> find_near_anchors(std::span<const ReuseToken> a, std::span<const ReuseToken> b) {
  std::vector<RunPlace> places;
  add_runs(a, near_anchor_words, least_near_anchor_weight, 0, places);
  add_runs(b, near_anchor_words, least_near_anchor_weight, 1, places);
  std::sort(places.begin(), places.end());
  std::vector<Anchor> anchors;
  for_each_run(places, [&](std::span<const RunPlace> run) {
    const auto in_b = std::partition_point(run.begin(), run.end(), [](const RunPlace& p) { return p.document == 0; });
    const auto a_places = static_cast<size_t>(in_b - run.begin());
    if (a_places > most_places_of_a_run || run.size() - a_places > most_places_of_a_run) return;
    add_pairs(run, anchors);
  });
  std::sort(anchors.begin(), anchors.end());
  return anchors;
}

}  // namespace isnad
