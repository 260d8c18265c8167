#include "stories/story_vectors.h"

#include <algorithm>
#include <cmath>

#include "stories/reuse_tokens.h"

namespace isnad {
namespace {

constexpr float title_factor = 2.5F;
constexpr float lead_factor = 1.6F;   // the first sentence of the body tells what happened
constexpr float name_factor = 1.5F;
constexpr size_t words_read = 350;    // a story is told at the start; long ends are background

struct Count {
  float frequency = 0;
  bool in_name = false;
};

using Counts = tsl::robin_map<uint64_t, Count>;

std::vector<bool> words_in_names(const Document& document) {
  std::vector<bool> in_name(document.words.size(), false);
  for (const Mention& mention : document.mentions) {
    for (uint32_t w = mention.words.first; w < mention.words.last; ++w) in_name[w] = true;
  }
  return in_name;
}

Counts count_terms(const Document& document) {
  Counts counts;
  const std::vector<bool> in_name = words_in_names(document);
  size_t read = 0;
  uint32_t lead_sentence = none;
  for (const ReuseToken& token : reuse_tokens(document)) {
    if (++read > words_read) break;
    const Word& word = document.words[token.word];
    if (word.kind != WordKind::arabic && word.kind != WordKind::latin) continue;
    const uint32_t sentence = sentence_at(document, word.span.start);
    const LineKind kind = document.lines[document.sentences[sentence].line].kind;
    if (kind == LineKind::body && lead_sentence == none) lead_sentence = sentence;
    Count& count = counts[token.stem];
    count.frequency += kind == LineKind::title ? title_factor : sentence == lead_sentence ? lead_factor : 1.0F;
    count.in_name = count.in_name || in_name[token.word];
  }
  return counts;
}

}  // namespace

std::vector<StoryVector> story_vectors(const Collection& collection, const Lexicon& lexicon) {
  std::vector<Counts> all;
  tsl::robin_map<uint64_t, uint32_t> here;
  for (const Document& document : collection.documents) {
    all.push_back(count_terms(document));
    for (const auto& [stem, count] : all.back()) ++here[stem];
  }
  const StoryLexicon& known = lexicon.stories;
  const double documents = static_cast<double>(known.documents) + static_cast<double>(collection.documents.size());
  std::vector<StoryVector> vectors;
  for (const Counts& counts : all) {
    StoryVector vector;
    double squares = 0;
    for (const auto& [stem, count] : counts) {
      const auto found = known.document_frequency.find(stem);
      const double in_known = found == known.document_frequency.end() ? 1 : found->second;
      const double rarity = std::log(documents / (in_known + here[stem]));
      const double weight = (1 + std::log(count.frequency)) * rarity * (count.in_name ? name_factor : 1);
      if (rarity <= 1.5 || weight <= 0) continue;
      vector.push_back({stem, static_cast<float>(weight)});
      squares += weight * weight;
    }
    const auto length = static_cast<float>(std::sqrt(squares));
    for (Term& term : vector) term.weight /= length;
    std::sort(vector.begin(), vector.end(), [](const Term& a, const Term& b) { return a.stem < b.stem; });
    vectors.push_back(std::move(vector));
  }
  return vectors;
}

double cosine(const StoryVector& a, const StoryVector& b) {
  double sum = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (x->stem < y->stem) {
      ++x;
    } else if (y->stem < x->stem) {
      ++y;
    } else {
      sum += static_cast<double>(x->weight) * y->weight;
      ++x;
      ++y;
    }
  }
  return sum;
}

std::vector<Term> top_terms(const StoryVector& vector, size_t k) {
  std::vector<Term> terms(vector);
  k = std::min(k, terms.size());
  std::partial_sort(terms.begin(), terms.begin() + static_cast<std::ptrdiff_t>(k), terms.end(),
                    [](const Term& a, const Term& b) { return a.weight != b.weight ? a.weight > b.weight : a.stem < b.stem; });
  terms.resize(k);
  return terms;
}

}  // namespace isnad
