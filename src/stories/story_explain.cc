#include "stories/story_explain.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "base/fold.h"
#include "stories/stories_copies.h"
#include "stories/stories_linkage.h"
#include "stories/story_evidence.h"

namespace isnad {
namespace {

constexpr size_t most_shared = 8;

uint32_t story_of(const Collection& collection, uint32_t document) {
  for (uint32_t s = 0; s < collection.stories.size(); ++s) {
    const std::vector<uint32_t>& documents = collection.stories[s].documents;
    if (std::find(documents.begin(), documents.end(), document) != documents.end()) return s;
  }
  return none;
}

// How a hash of the vectors reads in the document.
std::map<uint64_t, std::string> readable(const Document& document) {
  std::map<uint64_t, std::string> words;
  for (const Word& word : document.words) {
    if (word.kind == WordKind::punctuation || word.kind == WordKind::symbol) continue;
    words.try_emplace(stem_hash(folded(document.bytes(word.stem))), document.bytes(word.base));
  }
  for (const Number& number : document.numbers)
    words.try_emplace(stem_hash(number_key(number)), document.bytes(number.span));
  for (const Mention& mention : document.mentions)
    words.insert_or_assign(stem_hash(name_key(document, mention)), std::string(document.bytes(mention.span)));
  return words;
}

class Explainer {
 public:
  Explainer(const Collection& collection, const Lexicon& lexicon)
      : collection_(collection),
        lexicon_(lexicon.stories),
        vectors_(story_vectors(collection, lexicon.stories)),
        shares_(copied_shares(collection)),
        prior_(collection_prior(vectors_.size())) {}

  double copied(uint32_t a, uint32_t b) const {
    const auto share = shares_.find(std::minmax(a, b));
    return share == shares_.end() ? 0 : share->second;
  }
  StoryClues clues(uint32_t a, uint32_t b) const { return story_clues(vectors_[a], vectors_[b], copied(a, b)); }
  double likeness(uint32_t a, uint32_t b) const {
    if (!may_tell_one_story(vectors_[a], vectors_[b], copied(a, b))) return 0;
    return probability(log_odds(clues(a, b), lexicon_.clue_weights) + prior_);
  }
  double mean(const std::vector<uint32_t>& from, const std::vector<uint32_t>& to) const {
    double sum = 0, pairs = 0;
    for (const uint32_t x : from) {
      for (const uint32_t y : to) {
        if (x == y) continue;
        sum += likeness(x, y);
        ++pairs;
      }
    }
    return pairs == 0 ? 0 : sum / pairs;
  }
  // The report of the story that is most like both; none where they are more like one another.
  uint32_t between(const std::vector<uint32_t>& story, uint32_t a, uint32_t b) const {
    double best = likeness(a, b);
    uint32_t found = none;
    for (const uint32_t c : story) {
      if (c == a || c == b) continue;
      if (const double both = std::min(likeness(a, c), likeness(c, b)); both > best) {
        best = both;
        found = c;
      }
    }
    return found;
  }
  std::vector<StoryReason> reasons(uint32_t a, uint32_t b) const;
  bool is_round_up(uint32_t document) const { return vectors_[document].round_up; }

 private:
  std::vector<std::string> shared(const StoryVector& a, const StoryVector& b,
                                  const std::map<uint64_t, std::string>& words) const;

  const Collection& collection_;
  const StoryLexicon& lexicon_;
  std::vector<StoryVectors> vectors_;
  std::map<DocumentPair, double> shares_;
  double prior_;
};

std::vector<std::string> Explainer::shared(const StoryVector& a, const StoryVector& b,
                                           const std::map<uint64_t, std::string>& words) const {
  std::vector<std::pair<double, std::string>> found;
  for (size_t i = 0, k = 0; i < a.size() && k < b.size();) {
    if (a[i].stem == b[k].stem) {
      const auto word = words.find(a[i].stem);
      if (word != words.end()) found.emplace_back(-static_cast<double>(a[i].weight) * b[k].weight, word->second);
      ++i;
      ++k;
    } else {
      a[i].stem < b[k].stem ? ++i : ++k;
    }
  }
  std::sort(found.begin(), found.end());
  std::vector<std::string> texts;
  for (const auto& [weight, text] : found) {
    if (texts.size() < most_shared && std::find(texts.begin(), texts.end(), text) == texts.end()) texts.push_back(text);
  }
  return texts;
}

std::vector<StoryReason> Explainer::reasons(uint32_t a, uint32_t b) const {
  const StoryClues values = clues(a, b);
  const auto added = [&](std::initializer_list<StoryClue> clues) {
    double sum = 0;
    for (const StoryClue clue : clues) {
      const auto c = static_cast<size_t>(clue);
      sum += values[c] * lexicon_.clue_weights[c];
    }
    return sum;
  };
  const std::map<uint64_t, std::string> texts = readable(collection_.documents[a]);
  const StoryVectors &x = vectors_[a], &y = vectors_[b];
  using enum StoryClue;
  std::vector<StoryReason> reasons{{"prior", added({base}) + prior_, {}},
                                   {"words", added({StoryClue::words, words_root}), shared(x.words, y.words, texts)},
                                   {"head", added({head, head_root}), shared(x.head, y.head, texts)},
                                   {"names", added({names, names_root}), shared(x.names, y.names, texts)},
                                   {"sites", added({sites, sites_root}), shared(x.sites, y.sites, texts)},
                                   {"numbers", added({numbers, numbers_root}), shared(x.numbers, y.numbers, texts)},
                                   {"places", added({places_apart, no_places}), {}},
                                   {"days", added({days_shared, days_apart}), {}},
                                   {"copied", added({StoryClue::copied}), {}},
                                   {"rare_words", added({rare_words}), {}},
                                   {"same_outlet", added({same_outlet}), {}}};
  std::erase_if(reasons, [](const StoryReason& reason) { return reason.weight == 0; });
  std::stable_sort(reasons.begin(), reasons.end(), [](const StoryReason& one, const StoryReason& other) {
    return std::abs(one.weight) > std::abs(other.weight);
  });
  return reasons;
}

}  // namespace

StoryPairExplanation explain_together(const Collection& collection, const Lexicon& lexicon, uint32_t a, uint32_t b) {
  const Explainer explainer(collection, lexicon);
  StoryPairExplanation explanation;
  explanation.a = a;
  explanation.b = b;
  explanation.story_a = story_of(collection, a);
  explanation.story_b = story_of(collection, b);
  explanation.round_up = explainer.is_round_up(a) || explainer.is_round_up(b);
  explanation.likeness = explainer.likeness(a, b);
  explanation.least_likeness = least_average_likeness;
  const std::vector<uint32_t>& of_a = collection.stories[explanation.story_a].documents;
  const std::vector<uint32_t>& of_b = collection.stories[explanation.story_b].documents;
  explanation.mean_likeness = explanation.together() ? explainer.mean({a}, of_a) : explainer.mean(of_a, of_b);
  if (explanation.together()) explanation.between = explainer.between(of_a, a, b);
  explanation.reasons = explainer.reasons(a, b);
  return explanation;
}

}  // namespace isnad
