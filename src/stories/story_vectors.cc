#include "stories/story_vectors.h"

#include <algorithm>
#include <cmath>

#include "stories/reuse_tokens.h"

namespace isnad {
namespace {

constexpr float title_factor = 2.5F;
constexpr float lead_factor = 1.6F;  // the first sentence of the body tells what happened
constexpr float name_factor = 1.2F;
constexpr double least_rarity = 1.5;
constexpr double rarity_power = 1.5;
constexpr size_t words_read = 150;  // a story is told at the start; long ends are background
constexpr size_t digits_read = 2;   // a single digit says nothing
constexpr double share_of_all = 0.6;
constexpr double share_of_head = 0.4;
constexpr double other_places_factor = 0.6;

struct Count {
  uint64_t stem = 0;
  float frequency = 0;
  float head = 0;  // frequency in title and first sentence
  bool in_name = false;
};

std::vector<bool> words_in_names(const Document& document) {
  std::vector<bool> in_name(document.words.size(), false);
  for (const Mention& mention : document.mentions) {
    for (uint32_t w = mention.words.first; w < mention.words.last; ++w) in_name[w] = true;
  }
  return in_name;
}

// The first sentence of the body; none where there is no body.
uint32_t lead_sentence(const Document& document) {
  for (uint32_t s = 0; s < document.sentences.size(); ++s) {
    if (document.lines[document.sentences[s].line].kind == LineKind::body) return s;
  }
  return none;
}

// Where a term stands and what it is worth there.
class Places {
 public:
  explicit Places(const Document& document) : document_(document), lead_(lead_sentence(document)) {}
  bool is_title(uint32_t sentence) const {
    return document_.lines[document_.sentences[sentence].line].kind == LineKind::title;
  }
  bool is_head(uint32_t sentence) const { return sentence == lead_ || is_title(sentence); }
  float worth(uint32_t sentence) const {
    return is_title(sentence) ? title_factor : sentence == lead_ ? lead_factor : 1.0F;
  }

 private:
  const Document& document_;
  uint32_t lead_;
};

void merge_equal(std::vector<Count>& counts) {
  std::sort(counts.begin(), counts.end(), [](const Count& x, const Count& y) { return x.stem < y.stem; });
  size_t kept = 0;
  for (const Count& count : counts) {
    if (kept == 0 || counts[kept - 1].stem != count.stem) {
      counts[kept++] = count;
      continue;
    }
    counts[kept - 1].frequency += count.frequency;
    counts[kept - 1].head += count.head;
    counts[kept - 1].in_name = counts[kept - 1].in_name || count.in_name;
  }
  counts.resize(kept);
}

// Terms of the document with their counts, sorted by stem. A known name counts by its id as well, so that spellings of
// one place meet.
std::vector<Count> count_terms(const Document& document) {
  std::vector<Count> counts;
  const Places places(document);
  const std::vector<bool> in_name = words_in_names(document);
  uint32_t sentence = 0, last_word = 0;
  size_t read = 0;
  for (const ReuseToken& token : reuse_tokens(document)) {
    if (++read > words_read) break;
    last_word = token.word;
    const Word& word = document.words[token.word];
    if (word.kind == WordKind::digits && word.span.size() < digits_read) continue;
    while (document.sentences[sentence].words.last <= token.word) ++sentence;
    counts.push_back({token.stem, places.worth(sentence), places.is_head(sentence) ? 1.0F : 0.0F, in_name[token.word]});
  }
  for (const Mention& mention : document.mentions) {
    if (mention.known_id.empty() || mention.words.first > last_word) continue;
    const uint32_t at = sentence_at(document, mention.span.start);
    if (at == none) continue;
    counts.push_back({stem_hash(mention.known_id), places.worth(at), places.is_head(at) ? 1.0F : 0.0F, true});
  }
  merge_equal(counts);
  return counts;
}

std::vector<uint64_t> places_of_head(const Document& document) {
  std::vector<uint64_t> places;
  const Places in(document);
  for (const Mention& mention : document.mentions) {
    if (mention.type != MentionType::location) continue;
    const uint32_t at = sentence_at(document, mention.span.start);
    if (at == none || !in.is_head(at)) continue;
    places.push_back(
        stem_hash(mention.known_id.empty() ? document.bytes(mention.span) : std::string_view(mention.known_id)));
  }
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  return places;
}

void normalize(StoryVector& vector) {
  double squares = 0;
  for (const Term& term : vector) squares += static_cast<double>(term.weight) * term.weight;
  const auto length = static_cast<float>(std::sqrt(squares));
  for (Term& term : vector) term.weight /= length;
}

}  // namespace

std::vector<StoryView> story_views(const Collection& collection, const Lexicon& lexicon) {
  std::vector<std::vector<Count>> all;
  tsl::robin_map<uint64_t, uint32_t> here;
  for (const Document& document : collection.documents) {
    all.push_back(count_terms(document));
    for (const Count& count : all.back()) ++here[count.stem];
  }
  const StoryLexicon& known = lexicon.stories;
  const double documents = static_cast<double>(known.documents) + static_cast<double>(collection.documents.size());
  std::vector<StoryView> views;
  for (size_t d = 0; d < all.size(); ++d) {
    StoryView view;
    for (const Count& count : all[d]) {
      const auto found = known.document_frequency.find(count.stem);
      const double in_known = found == known.document_frequency.end() ? 1 : found->second;
      const double rarity = std::log(documents / (in_known + here[count.stem]));
      if (rarity <= least_rarity) continue;
      const double worth = std::pow(rarity, rarity_power);
      const double weight = (1 + std::log(count.frequency)) * worth * (count.in_name ? name_factor : 1);
      view.all.push_back({count.stem, static_cast<float>(weight)});
      if (count.head > 0) view.head.push_back({count.stem, static_cast<float>((1 + std::log(count.head)) * worth)});
    }
    normalize(view.all);
    normalize(view.head);
    view.places = places_of_head(collection.documents[d]);
    views.push_back(std::move(view));
  }
  return views;
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

double story_likeness(const StoryView& a, const StoryView& b) {
  const double likeness = share_of_all * cosine(a.all, b.all) + share_of_head * cosine(a.head, b.head);
  if (a.places.empty() || b.places.empty()) return likeness;
  for (auto x = a.places.begin(), y = b.places.begin(); x != a.places.end() && y != b.places.end();) {
    if (*x == *y) return likeness;
    *x < *y ? ++x : ++y;
  }
  return likeness * other_places_factor;
}

std::vector<Term> top_terms(const StoryVector& vector, size_t k) {
  std::vector<Term> terms(vector);
  k = std::min(k, terms.size());
  std::partial_sort(
      terms.begin(), terms.begin() + static_cast<std::ptrdiff_t>(k), terms.end(),
      [](const Term& a, const Term& b) { return a.weight != b.weight ? a.weight > b.weight : a.stem < b.stem; });
  terms.resize(k);
  return terms;
}

}  // namespace isnad
