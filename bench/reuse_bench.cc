// reuse_bench INPUT...: time of finding copies and stories, and what the index misses against an exhaustive comparison
// of all pairs (5-grams that are mostly names with their titles left out): a pair counts where it shares at least 30 %
// of the distinct 5-grams of folded stems of the shorter report; the index finds it where as large a share of these
// 5-grams stands within the passages found.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "lexicon/lexicon.h"
#include "pipeline/pipeline.h"
#include "read/reports.h"
#include "stories/reuse.h"
#include "stories/reuse_tokens.h"
#include "stories/stories.h"

namespace {

using namespace isnad;

constexpr uint32_t gram_words = 5;
constexpr long most_name_words = 2;  // names with their titles are no copies
constexpr size_t fewest_grams = 10;  // shorter reports are titles without a text
constexpr double share_of_a_copy = 0.3;

struct Gram {
  uint64_t hash;
  Span span;
};

using Grams = std::vector<Gram>;  // distinct, sorted by hash

Grams grams_of(const Document& document, const Lexicon& lexicon) {
  Grams grams;
  std::vector<bool> in_name(document.words.size(), false);
  for (const Mention& mention : document.mentions) {
    const Range words = words_in(document, mention.with_title.empty() ? mention.span : mention.with_title);
    std::fill(in_name.begin() + words.first, in_name.begin() + words.last, true);
  }
  const std::vector<ReuseToken> tokens = weighted_reuse_tokens(document, lexicon);
  for (size_t i = 0; i + gram_words <= tokens.size(); ++i) {
    const auto names = std::count_if(tokens.begin() + i, tokens.begin() + i + gram_words,
                                     [&](const ReuseToken& token) { return in_name[token.word]; });
    if (names > most_name_words) continue;
    uint64_t hash = 0;
    for (size_t k = 0; k < gram_words; ++k) hash = (hash ^ tokens[i + k].stem) * 0x9E3779B97F4A7C15ull + (hash >> 31);
    grams.push_back({hash, document.span_of({tokens[i].word, tokens[i + gram_words - 1].word + 1})});
  }
  std::stable_sort(grams.begin(), grams.end(), [](const Gram& x, const Gram& y) { return x.hash < y.hash; });
  grams.erase(std::unique(grams.begin(), grams.end(), [](const Gram& x, const Gram& y) { return x.hash == y.hash; }),
              grams.end());
  return grams;
}

// Number of grams that both have; of those within the given spans of a, where there are any.
size_t common(const Grams& a, const Grams& b, const std::vector<Span>* within) {
  size_t count = 0;
  for (size_t i = 0, k = 0; i < a.size() && k < b.size();) {
    if (a[i].hash == b[k].hash) {
      count += !within ||
               std::any_of(within->begin(), within->end(), [&](const Span& span) { return span.contains(a[i].span); });
      ++i;
      ++k;
    } else {
      a[i].hash < b[k].hash ? ++i : ++k;
    }
  }
  return count;
}

double share(size_t count, const Grams& a, const Grams& b) {
  return static_cast<double>(count) / static_cast<double>(std::max<size_t>(1, std::min(a.size(), b.size())));
}

void compare_exhaustively(const Collection& collection, const Lexicon& lexicon) {
  std::vector<Grams> grams;
  for (const Document& document : collection.documents) grams.push_back(grams_of(document, lexicon));
  std::map<std::pair<uint32_t, uint32_t>, std::vector<Span>> found;
  for (const Reuse& reuse : collection.reuse) found[{reuse.a.document, reuse.b.document}].push_back(reuse.a.span);
  size_t gold = 0, system = 0, both = 0;
  for (uint32_t a = 0; a < grams.size(); ++a) {
    for (uint32_t b = a + 1; b < grams.size(); ++b) {
      if (std::min(grams[a].size(), grams[b].size()) < fewest_grams) continue;
      const bool copied = share(common(grams[a], grams[b], nullptr), grams[a], grams[b]) >= share_of_a_copy;
      gold += copied;
      const auto passages = found.find({a, b});
      if (passages == found.end()) {
        if (copied)
          std::printf("missed\t%s\t%s\n", collection.documents[a].id.c_str(), collection.documents[b].id.c_str());
        continue;
      }
      size_t bytes = 0;
      for (const Span& span : passages->second) bytes += span.size();
      const size_t shorter = std::min(collection.documents[a].text.size(), collection.documents[b].text.size());
      const bool claimed = share(common(grams[a], grams[b], &passages->second), grams[a], grams[b]) >= share_of_a_copy;
      const bool covers = static_cast<double>(bytes) >= share_of_a_copy * static_cast<double>(shorter);
      system += claimed || covers;
      both += copied && (claimed || covers);
      if (!copied && covers)
        std::printf("edited\t%s\t%s\n", collection.documents[a].id.c_str(), collection.documents[b].id.c_str());
      if (copied && !claimed && !covers)
        std::printf("short\t%s\t%s\n", collection.documents[a].id.c_str(), collection.documents[b].id.c_str());
    }
  }
  std::printf(
      "pairs: exhaustive %zu, found %zu, both %zu, recall %.4f, share of those found with so much word for word %.4f\n",
      gold, system, both, static_cast<double>(both) / static_cast<double>(std::max<size_t>(gold, 1)),
      static_cast<double>(both) / static_cast<double>(std::max<size_t>(system, 1)));
}

template <class Work>
void timed(const char* what, Work&& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  std::printf("%s: %.2f s\n", what, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
}

}  // namespace

int main(int count, char** arguments) {
  const Lexicon lexicon = load_lexicon();
  Collection collection;
  read_reports(
      std::vector<std::string>(arguments + 1, arguments + count), lexicon.pages,
      [&](Document&& document) { collection.documents.push_back(std::move(document)); }, [](const ReadProblem&) {});
  annotate_all(collection.documents, lexicon, 1, [](size_t) {});
  std::printf("%zu reports\n", collection.documents.size());
  timed("reuse", [&] { find_reuse(collection, lexicon); });
  timed("stories", [&] { group_stories(collection, lexicon); });
  timed("exhaustive comparison", [&] { compare_exhaustively(collection, lexicon); });
  return 0;
}
