#include "stories/stories.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <numeric>

#include "stories/story_vectors.h"

// Pairs that share rare terms are compared; stories then grow by joining the two groups whose reports are most alike on
// the average, as long as that average is high (average linkage over the sparse graph of pairs: what was not compared
// shares no rare term and counts as unlike). Reports that copy one another are alike whatever their other words.

namespace isnad {
namespace {

constexpr size_t terms_compared = 24;
constexpr size_t most_documents_of_a_term = 400;
constexpr double least_pair = 0.12;   // below this a pair is no evidence
constexpr double least_average = 0.21;
constexpr double copied_likeness = 0.5;  // share of the shorter report that is copied, as cosine

struct Edge {
  uint32_t a;
  uint32_t b;
  double likeness;
};

// Pairs of documents that have a term of weight in common, with their likeness.
std::vector<Edge> compare(const std::vector<StoryVector>& vectors) {
  std::map<uint64_t, std::vector<uint32_t>> holders;
  for (uint32_t d = 0; d < vectors.size(); ++d) {
    for (const Term& term : top_terms(vectors[d], terms_compared)) holders[term.stem].push_back(d);
  }
  std::vector<uint64_t> pairs;
  for (const auto& [stem, documents] : holders) {
    if (documents.size() > most_documents_of_a_term) continue;
    for (size_t i = 0; i < documents.size(); ++i) {
      for (size_t k = i + 1; k < documents.size(); ++k) pairs.push_back(uint64_t(documents[i]) << 32 | documents[k]);
    }
  }
  std::sort(pairs.begin(), pairs.end());
  std::vector<Edge> edges;
  for (size_t first = 0; first < pairs.size();) {
    size_t last = first;
    while (last < pairs.size() && pairs[last] == pairs[first]) ++last;
    const auto a = static_cast<uint32_t>(pairs[first] >> 32), b = static_cast<uint32_t>(pairs[first]);
    if (last - first >= 2) {
      const double likeness = cosine(vectors[a], vectors[b]);
      if (likeness >= least_pair) edges.push_back({a, b, likeness});
    }
    first = last;
  }
  return edges;
}

// Share of the shorter document that lies in passages which the pair shares.
std::map<std::pair<uint32_t, uint32_t>, double> copied_shares(const Collection& collection) {
  std::map<std::pair<uint32_t, uint32_t>, uint32_t> bytes;
  for (const Reuse& reuse : collection.reuse) {
    bytes[{reuse.a.document, reuse.b.document}] += std::min(reuse.a.span.size(), reuse.b.span.size());
  }
  std::map<std::pair<uint32_t, uint32_t>, double> shares;
  for (const auto& [pair, size] : bytes) {
    const size_t shorter = std::min(collection.documents[pair.first].text.size(), collection.documents[pair.second].text.size());
    shares[pair] = static_cast<double>(size) / static_cast<double>(std::max<size_t>(shorter, 1));
  }
  return shares;
}

// Average linkage: always joins the two clusters of the highest average likeness.
class Linkage {
 public:
  Linkage(size_t documents, const std::vector<Edge>& edges) : parent_(documents), size_(documents, 1), links_(documents) {
    std::iota(parent_.begin(), parent_.end(), 0U);
    for (const Edge& edge : edges) {
      links_[edge.a][edge.b] += edge.likeness;
      links_[edge.b][edge.a] += edge.likeness;
    }
  }

  void join_all() {
    std::multimap<double, std::pair<uint32_t, uint32_t>, std::greater<>> queue;
    for (uint32_t a = 0; a < links_.size(); ++a) {
      for (const auto& [b, sum] : links_[a]) {
        if (a < b) queue.emplace(sum, std::pair{a, b});
      }
    }
    while (!queue.empty()) {
      const auto [average, pair] = *queue.begin();
      queue.erase(queue.begin());
      if (average < least_average) return;
      const auto [a, b] = pair;
      if (parent_[a] != a || parent_[b] != b) continue;
      const auto link = links_[a].find(b);
      const double now = link == links_[a].end() ? 0 : average_of(a, b, link->second);
      if (now != average) continue;  // made before one of the two grew; the newer entry stands in the queue
      join(a, b);
      for (const auto& [other, sum] : links_[a]) queue.emplace(average_of(a, other, sum), std::pair{a, other});
    }
  }

  uint32_t cluster_of(uint32_t document) {
    while (parent_[document] != document) document = parent_[document] = parent_[parent_[document]];
    return document;
  }

 private:
  double average_of(uint32_t a, uint32_t b, double sum) const {
    return sum / (static_cast<double>(size_[a]) * static_cast<double>(size_[b]));
  }

  void join(uint32_t a, uint32_t b) {
    for (const auto& [other, sum] : links_[b]) {
      links_[other].erase(b);
      if (other == a) continue;
      links_[a][other] += sum;
      links_[other][a] = links_[a][other];
    }
    links_[b].clear();
    parent_[b] = a;
    size_[a] += size_[b];
  }

  std::vector<uint32_t> parent_;
  std::vector<size_t> size_;
  std::vector<std::map<uint32_t, double>> links_;
};

// The report that is most like the others stands for the story.
uint32_t central_document(const std::vector<uint32_t>& documents, const std::vector<StoryVector>& vectors) {
  uint32_t best = documents.front();
  double most = -1;
  for (const uint32_t a : documents) {
    double sum = 0;
    for (const uint32_t b : documents) sum += a == b ? 0 : cosine(vectors[a], vectors[b]);
    if (sum > most) {
      most = sum;
      best = a;
    }
  }
  return best;
}

std::string day_text(const Day& day) { return fmt::format("{:04}-{:02}-{:02}", day.year, day.month, day.day); }

std::string first_day(const Collection& collection, const std::vector<uint32_t>& documents) {
  Day first;
  for (const uint32_t d : documents) {
    const Day& day = collection.documents[d].published;
    if (day.known() && (!first.known() || day < first)) first = day;
  }
  return first.known() ? day_text(first) : std::string();
}

}  // namespace

void group_stories(Collection& collection, const Lexicon& lexicon) {
  const std::vector<StoryVector> vectors = story_vectors(collection, lexicon);
  std::vector<Edge> edges = compare(vectors);
  auto shares = copied_shares(collection);
  for (Edge& edge : edges) {
    if (const auto found = shares.find({edge.a, edge.b}); found != shares.end()) {
      edge.likeness = std::max(edge.likeness, std::min(1.0, found->second / copied_likeness));
      shares.erase(found);
    }
  }
  for (const auto& [pair, share] : shares) {
    if (share >= copied_likeness / 2) edges.push_back({pair.first, pair.second, std::min(1.0, share / copied_likeness)});
  }
  Linkage linkage(collection.documents.size(), edges);
  linkage.join_all();
  std::map<uint32_t, std::vector<uint32_t>> clusters;
  for (uint32_t d = 0; d < collection.documents.size(); ++d) clusters[linkage.cluster_of(d)].push_back(d);
  std::vector<std::vector<uint32_t>> ordered;
  for (auto& [root, documents] : clusters) ordered.push_back(std::move(documents));
  std::sort(ordered.begin(), ordered.end(), [](const auto& a, const auto& b) {
    return a.size() != b.size() ? a.size() > b.size() : a.front() < b.front();
  });
  for (std::vector<uint32_t>& documents : ordered) {
    Story story;
    story.id = fmt::format("story-{}", collection.stories.size() + 1);
    const Document& central = collection.documents[central_document(documents, vectors)];
    story.title = central.title.empty() ? std::string(central.bytes(central.sentences.empty() ? Span{} : central.sentences.front().span)) : central.title;
    story.date = first_day(collection, documents);
    story.documents = std::move(documents);
    collection.stories.push_back(std::move(story));
  }
}

}  // namespace isnad
