#include "stories/copy_graph.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace isnad {
namespace {

constexpr double nearly_all = 0.8;    // of a report's words from one source: a reprint
constexpr double least_share = 0.05;  // of its words that a source explains alone, to be one

using Cover = std::vector<Span>;  // sorted, apart from one another

uint32_t size_of(const Cover& cover) {
  uint32_t bytes = 0;
  for (const Span& span : cover) bytes += span.size();
  return bytes;
}

Cover joined(Cover cover, const Cover& more) {
  cover.insert(cover.end(), more.begin(), more.end());
  std::sort(cover.begin(), cover.end(), [](const Span& x, const Span& y) { return x.start < y.start; });
  Cover out;
  for (const Span& span : cover) {
    if (!out.empty() && span.start <= out.back().end) {
      out.back().end = std::max(out.back().end, span.end);
    } else {
      out.push_back(span);
    }
  }
  return out;
}

uint32_t content_bytes(const Document& document) {
  uint32_t bytes = 0;
  for (const Line& line : document.lines) bytes += is_content(line.kind) ? line.span.size() : 0;
  return std::max(bytes, 1U);
}

// A report that another may have copied, with the other's bytes that it explains.
struct Candidate {
  uint32_t document = none;
  Cover cover;
  bool certain = false;
  std::string reason;
};

class StoryGraph {
 public:
  explicit StoryGraph(const Collection& collection) : collection_(collection) {}

  void add(const Reuse& reuse) {
    linked_.insert({reuse.a.document, reuse.b.document});
    const bool certain = reuse.direction != Direction::unknown;
    const bool b_copied = certain ? reuse.direction == Direction::b_from_a : before(reuse.a.document, reuse.b.document);
    const Passage &copy = b_copied ? reuse.b : reuse.a, &source = b_copied ? reuse.a : reuse.b;
    std::vector<Candidate>& of_copy = candidates_[copy.document];
    auto found = std::find_if(of_copy.begin(), of_copy.end(),
                              [&](const Candidate& candidate) { return candidate.document == source.document; });
    if (found == of_copy.end()) {
      found = of_copy.insert(of_copy.end(), Candidate{source.document, {}, certain, reuse.direction_reason});
    }
    found->cover = joined(std::move(found->cover), {copy.span});
  }

  std::vector<CopyNode> nodes() {
    std::vector<CopyNode> nodes;
    for (const uint32_t document : linked_) nodes.push_back(node_of(document));
    for (CopyNode& node : nodes) node.role = role_of(node);
    std::sort(nodes.begin(), nodes.end(), [&](const CopyNode& x, const CopyNode& y) {
      if ((x.role == CopyRole::origin) != (y.role == CopyRole::origin)) return x.role == CopyRole::origin;
      return before(x.document, y.document);
    });
    return nodes;
  }

 private:
  bool before(uint32_t x, uint32_t y) const {
    const auto key = [&](uint32_t d) {
      const Document& document = collection_.documents[d];
      return std::tuple(!document.published.known(), document.published, document.published_time, d);
    };
    return key(x) < key(y);
  }

  CopyNode node_of(uint32_t document) {
    CopyNode node{document, CopyRole::origin, 1, {}};
    const double all = content_bytes(collection_.documents[document]);
    std::vector<Candidate>& left = candidates_[document];
    Cover cover;
    while (!left.empty()) {
      const auto gain = [&](const Candidate& candidate) {
        return size_of(joined(cover, candidate.cover)) - size_of(cover);
      };
      const auto best = std::max_element(left.begin(), left.end(), [&](const Candidate& x, const Candidate& y) {
        const uint32_t x_gain = gain(x), y_gain = gain(y);
        return x_gain != y_gain ? x_gain < y_gain : before(y.document, x.document);
      });
      const double share = gain(*best) / all;
      if (share < least_share && !node.from.empty()) break;
      cover = joined(std::move(cover), best->cover);
      node.from.push_back({best->document, std::min(share, 1.0), best->certain, best->reason});
      left.erase(best);
    }
    node.own = std::max(0.0, 1 - size_of(cover) / all);
    return node;
  }

  static CopyRole role_of(const CopyNode& node) {
    if (node.from.empty()) return CopyRole::origin;
    return node.from.front().share >= nearly_all ? CopyRole::reprint : CopyRole::mixture;
  }

  const Collection& collection_;
  std::map<uint32_t, std::vector<Candidate>> candidates_;
  std::set<uint32_t> linked_;  // reports that share a passage
};

}  // namespace

void build_copy_graphs(Collection& collection) {
  std::vector<uint32_t> story_of(collection.documents.size(), none);
  std::vector<StoryGraph> graphs;
  for (uint32_t s = 0; s < collection.stories.size(); ++s) {
    graphs.emplace_back(collection);
    for (const uint32_t d : collection.stories[s].documents) story_of[d] = s;
  }
  for (const Reuse& reuse : collection.reuse) {
    const uint32_t story = story_of[reuse.a.document];
    if (story != none && story == story_of[reuse.b.document]) graphs[story].add(reuse);
  }
  for (uint32_t s = 0; s < collection.stories.size(); ++s) collection.stories[s].copies = graphs[s].nodes();
}

}  // namespace isnad
