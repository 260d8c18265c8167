#include "stories/stories.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "stories/stories_linkage.h"
#include "stories/story_vectors.h"

// Pairs that share rare terms are compared; stories then grow by average linkage. Reports that copy one another are
// alike whatever their other words.

namespace isnad {
namespace {

constexpr size_t terms_compared = 24;
constexpr size_t terms_compared_of_few = 200;
constexpr size_t few_documents = 200;
constexpr size_t most_documents_of_a_term = 400;
constexpr double least_pair = 0.05;      // below this a pair is no evidence
constexpr double least_average = 0.2;    // in a collection of many stories
constexpr double many_documents = 5000;  // the size of collection that it was measured on
constexpr double least_prior = 0.25;
constexpr double copied_likeness = 0.5;  // share of the shorter report that is copied, to be alike for that alone
constexpr double most_of_a_part = 0.5;   // of a report, by which it touches another story

// Few reports given together are more likely to tell one story than two of thousands: the bar grows with the log of
// their number.
double bar_for(size_t documents) {
  const double prior = std::log(static_cast<double>(std::max<size_t>(documents, 2))) / std::log(many_documents);
  return least_average * std::clamp(prior, least_prior, 1.0);
}

// Pairs of documents that have two terms of weight in common, with their likeness.
std::vector<StoryEdge> compare(const std::vector<StoryView>& views) {
  tsl::robin_map<uint64_t, std::vector<uint32_t>> holders;
  const size_t terms = views.size() <= few_documents ? terms_compared_of_few : terms_compared;
  for (uint32_t d = 0; d < views.size(); ++d) {
    for (const Term& term : top_terms(views[d].all, terms)) holders[term.stem].push_back(d);
  }
  std::vector<uint64_t> pairs;
  for (const auto& [stem, documents] : holders) {
    if (documents.size() > most_documents_of_a_term) continue;
    for (size_t i = 0; i < documents.size(); ++i) {
      for (size_t k = i + 1; k < documents.size(); ++k) pairs.push_back(uint64_t(documents[i]) << 32 | documents[k]);
    }
  }
  std::sort(pairs.begin(), pairs.end());
  std::vector<StoryEdge> edges;
  for (size_t first = 0, last = 0; first < pairs.size(); first = last) {
    while (last < pairs.size() && pairs[last] == pairs[first]) ++last;
    if (last - first < 2) continue;
    const auto a = static_cast<uint32_t>(pairs[first] >> 32), b = static_cast<uint32_t>(pairs[first]);
    const double likeness = story_likeness(views[a], views[b]);
    if (likeness >= least_pair) edges.push_back({a, b, likeness});
  }
  return edges;
}

using DocumentPair = std::pair<uint32_t, uint32_t>;

double share_of(uint64_t bytes, const Document& document) {
  return static_cast<double>(bytes) / static_cast<double>(std::max<size_t>(document.text.size(), 1));
}

// Share of the shorter document that lies in passages which the pair shares.
std::map<DocumentPair, double> copied_shares(const Collection& collection) {
  std::map<DocumentPair, double> shares;
  for (const Reuse& reuse : collection.reuse) {
    const Document &a = collection.documents[reuse.a.document], &b = collection.documents[reuse.b.document];
    shares[{reuse.a.document, reuse.b.document}] +=
        share_of(std::min(reuse.a.span.size(), reuse.b.span.size()), a.text.size() < b.text.size() ? a : b);
  }
  return shares;
}

void add_copies(std::vector<StoryEdge>& edges, std::map<DocumentPair, double> shares) {
  for (StoryEdge& edge : edges) {
    const auto found = shares.find({edge.a, edge.b});
    if (found == shares.end()) continue;
    edge.likeness = std::max(edge.likeness, std::min(1.0, found->second / copied_likeness));
    shares.erase(found);
  }
  for (const auto& [pair, share] : shares) {
    if (share >= copied_likeness / 2)
      edges.push_back({pair.first, pair.second, std::min(1.0, share / copied_likeness)});
  }
}

// The report that is most like the others stands for the story.
uint32_t central_document(const std::vector<uint32_t>& documents, const std::vector<StoryView>& views) {
  uint32_t best = documents.front();
  double most = -1;
  for (const uint32_t a : documents) {
    double sum = 0;
    for (const uint32_t b : documents) sum += a == b ? 0 : cosine(views[a].all, views[b].all);
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
  const std::vector<StoryView> views = story_views(collection, lexicon);
  std::vector<StoryEdge> edges = compare(views);
  add_copies(edges, copied_shares(collection));
  const auto count = static_cast<uint32_t>(collection.documents.size());
  std::vector<std::vector<uint32_t>> groups = link_by_average(count, edges, bar_for(count));
  std::stable_sort(groups.begin(), groups.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
  std::map<std::string, uint32_t> ids;
  for (std::vector<uint32_t>& documents : groups) {
    Story story;
    // Named after its first report, so that the id stays when other stories come or grow.
    story.id = "story-" + collection.documents[documents.front()].id;
    if (const uint32_t again = ids[story.id]++; again > 0) story.id += fmt::format("-{}", again + 1);
    story.title = title_of(collection.documents[central_document(documents, views)]);
    story.date = first_day(collection, documents);
    story.documents = std::move(documents);
    collection.stories.push_back(std::move(story));
  }
  add_parts(collection);
}

}  // namespace isnad
