#include "stories/stories.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "stories/stories_copies.h"
#include "stories/stories_linkage.h"
#include "stories/story_candidates.h"
#include "stories/story_evidence.h"
#include "stories/story_vectors.h"

// Pairs that share rare terms are compared, and stories grow by average linkage over the probability of each pair.

namespace isnad {
namespace {

constexpr double least_pair = 0.02;     // probability below which a pair is no evidence
constexpr double most_of_a_part = 0.5;  // of a report, by which it touches another story

// Pairs of documents that share terms of weight or copy one another, with the probability that they tell one story.
std::vector<StoryEdge> compare(const std::vector<StoryVectors>& vectors, const Collection& collection,
                               const StoryLexicon& known) {
  const std::map<DocumentPair, double> shares = copied_shares(collection);
  const double prior = collection_prior(vectors.size());
  std::vector<StoryEdge> edges;
  const auto add = [&](uint32_t a, uint32_t b, double share) {
    if (!may_tell_one_story(vectors[a], vectors[b], share)) return;
    const double odds = log_odds(story_clues(vectors[a], vectors[b], share), known.clue_weights);
    if (const double likeness = probability(odds + prior); likeness >= least_pair) edges.push_back({a, b, likeness});
  };
  StoryCandidates candidates;
  std::set<DocumentPair> compared;  // of those that copy
  for (uint32_t b = 0; b < vectors.size(); ++b) {
    for (const uint32_t a : candidates.add(b, vectors[b])) {
      const auto share = shares.find({a, b});
      if (share != shares.end()) compared.insert({a, b});
      add(a, b, share == shares.end() ? 0 : share->second);
    }
  }
  for (const auto& [pair, share] : shares) {
    if (!compared.contains(pair)) add(pair.first, pair.second, share);
  }
  return edges;
}

// The report that is most like the others stands for the story.
uint32_t central_document(const std::vector<uint32_t>& documents, const std::vector<StoryVectors>& vectors) {
  uint32_t best = documents.front();
  double most = -1;
  for (const uint32_t a : documents) {
    double sum = 0;
    for (const uint32_t b : documents) sum += a == b ? 0 : cosine(vectors[a].words, vectors[b].words);
    if (sum > most) {
      most = sum;
      best = a;
    }
  }
  return best;
}

std::string title_of(const Document& document) {
  if (!document.title.empty() || document.sentences.empty()) return document.title;
  return std::string(document.bytes(document.sentences.front().span));
}

std::string first_day(const Collection& collection, const std::vector<uint32_t>& documents) {
  Day first;
  for (const uint32_t d : documents) {
    const Day& day = collection.documents[d].published;
    if (day.known() && (!first.known() || day < first)) first = day;
  }
  return first.known() ? fmt::format("{:04}-{:02}-{:02}", first.year, first.month, first.day) : std::string();
}

// A round-up prints a paragraph of another story: its copied passages there are a small part of it.
void add_parts(Collection& collection) {
  std::vector<uint32_t> story_of(collection.documents.size(), none);
  for (uint32_t s = 0; s < collection.stories.size(); ++s) {
    for (const uint32_t d : collection.stories[s].documents) story_of[d] = s;
  }
  std::vector<std::set<uint32_t>> parts(collection.stories.size());
  const auto add = [&](const Passage& passage, const Passage& copy) {
    const uint32_t story = story_of[copy.document];
    const bool small = share_of(passage.span.size(), collection.documents[passage.document]) <= most_of_a_part;
    if (small && story != story_of[passage.document]) parts[story].insert(passage.document);
  };
  for (const Reuse& reuse : collection.reuse) {
    add(reuse.a, reuse.b);
    add(reuse.b, reuse.a);
  }
  for (uint32_t s = 0; s < collection.stories.size(); ++s)
    collection.stories[s].in_part.assign(parts[s].begin(), parts[s].end());
}

}  // namespace

void group_stories(Collection& collection, const Lexicon& lexicon) {
  const std::vector<StoryVectors> vectors = story_vectors(collection, lexicon.stories);
  const std::vector<StoryEdge> edges = compare(vectors, collection, lexicon.stories);
  const auto count = static_cast<uint32_t>(collection.documents.size());
  std::vector<std::vector<uint32_t>> groups = link_by_average(count, edges, least_average_likeness);
  std::stable_sort(groups.begin(), groups.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
  std::map<std::string, uint32_t> ids;
  for (std::vector<uint32_t>& documents : groups) {
    Story story;
    // Named after its first report, so that the id stays when other stories come or grow.
    story.id = "story-" + collection.documents[documents.front()].id;
    if (const uint32_t again = ids[story.id]++; again > 0) story.id += fmt::format("-{}", again + 1);
    story.title = title_of(collection.documents[central_document(documents, vectors)]);
    story.date = first_day(collection, documents);
    story.documents = std::move(documents);
    collection.stories.push_back(std::move(story));
  }
  add_parts(collection);
}

}  // namespace isnad
