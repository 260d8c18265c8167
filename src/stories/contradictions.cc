#include "stories/contradictions.h"

#include <algorithm>
#include <map>
#include <set>

#include "stories/reuse_tokens.h"
#include "stories/timeline_candidates.h"

// Only what two reports say in nearly the same words is held against one another: a doubtful contradiction is none.

namespace isnad {
namespace {

constexpr float same_event = 0.75F;  // likeness of two sentences that tell one event
constexpr float least_in_common = 5.0F;
constexpr float same_claim = 0.45F;  // of a denial and what it denies
constexpr float least_of_claim = 2.5F;
constexpr double fewest_at_one_place = 3;
constexpr size_t most_of_a_kind = 6;  // of one story

struct Claim {
  Passage passage;
  const Statement* statement = nullptr;
  std::vector<TimelineStem> stems;
};

class StoryContradictions {
 public:
  StoryContradictions(Collection& collection, uint32_t story, const Lexicon& lexicon)
      : collection_(collection), story_(story), lexicon_(lexicon) {}

  void find() {
    find_dates();
    find_places();
    find_denials();
  }

 private:
  const Story& story() const { return collection_.stories[story_]; }

  std::string outlet(uint32_t d) const { return label_of(collection_.documents[d]); }

  void add(ContradictionKind kind, std::string_view key, std::initializer_list<std::string_view> values,
           const Passage& a, const Passage& b) {
    if (++told_[kind] > most_of_a_kind) return;
    const InterfaceText& words = lexicon_.interface;
    collection_.contradictions.push_back(
        {story_, kind, words.text(key, Language::english, values), words.text(key, Language::arabic, values), a, b});
  }

  // --- dates
  static bool differ(const std::string& a, const std::string& b) {
    if (a.find('W') != std::string::npos || b.find('W') != std::string::npos) return false;
    const size_t shorter = std::min(a.size(), b.size());
    return a.compare(0, shorter, b, 0, shorter) != 0;
  }

  void find_dates() {
    const TimelineMaterial material = timeline_material(collection_, story(), lexicon_);
    std::set<std::pair<std::string, std::string>> told;
    // A sentence that names two days compares two events.
    const auto dates_of = [&](const TimelineCandidate& it) {
      return std::count_if(material.candidates.begin(), material.candidates.end(),
                           [&](const TimelineCandidate& other) { return other.sentence == it.sentence; });
    };
    for (const TimelineCandidate& a : material.candidates) {
      if (a.announced || a.own_day || dates_of(a) > 1) continue;
      for (const TimelineCandidate& b : material.candidates) {
        if (b.announced || b.own_day || !(a.date < b.date) || !differ(a.date, b.date)) continue;
        const TimelineSentence &x = material.sentences[a.sentence], &y = material.sentences[b.sentence];
        if (x.passage.document == y.passage.document || common_weight(x.stems, y.stems) < least_in_common ||
            likeness(x.stems, y.stems) < same_event || dates_of(b) > 1 || !told.emplace(a.date, b.date).second) {
          continue;
        }
        add(ContradictionKind::date, "contradiction.date",
            {a.date, outlet(x.passage.document), b.date, outlet(y.passage.document)}, x.passage, y.passage);
      }
    }
  }

  // --- places
  struct Placed {
    FigureRef ref;
    uint32_t entity = none;
  };

  void find_places() {
    for (const Group& group : collection_.groups) {
      if (group.story != story_ || group.scope != Scope::incident || group.place != none) continue;
      if (group.measure != Measure::killed && group.measure != Measure::injured) continue;
      std::vector<Placed> placed;
      for (const FigureRef& ref : group.figures) {
        const Document& document = collection_.documents[ref.document];
        const uint32_t place = document.figures[ref.figure].place;
        if (place == none || document.mentions[place].entity == none) continue;
        const uint32_t entity = document.mentions[place].entity;
        if (collection_.entities[entity].id.starts_with("city:")) placed.push_back({ref, entity});
      }
      compare_places(placed);
    }
  }

  bool names(uint32_t document, uint32_t entity) const {
    const std::vector<Mention>& mentions = collection_.documents[document].mentions;
    return std::any_of(mentions.begin(), mentions.end(),
                       [&](const Mention& mention) { return mention.entity == entity; });
  }

  Passage sentence_of(const FigureRef& ref) const {
    const Document& document = collection_.documents[ref.document];
    const Span span = document.figures[ref.figure].span;
    const uint32_t sentence = sentence_at(document, span.start);
    return {ref.document, sentence == none ? span : document.sentences[sentence].span};
  }

  const Figure& figure(const FigureRef& ref) const { return collection_.documents[ref.document].figures[ref.figure]; }

  // Two towns contradict only where both are told of one count and neither report names the other's; a count of one or
  // two is met by chance.
  void compare_places(const std::vector<Placed>& placed) {
    std::set<std::pair<uint32_t, uint32_t>> told;
    for (const Placed& a : placed) {
      for (const Placed& b : placed) {
        if (a.entity >= b.entity || names(a.ref.document, b.entity) || names(b.ref.document, a.entity)) continue;
        const Figure &x = figure(a.ref), &y = figure(b.ref);
        if (x.min != y.min || x.max != y.max || (x.max && *x.max < fewest_at_one_place)) continue;
        if (!told.emplace(a.entity, b.entity).second) continue;
        add(ContradictionKind::place, "contradiction.place",
            {collection_.entities[a.entity].name, outlet(a.ref.document), collection_.entities[b.entity].name,
             outlet(b.ref.document)},
            sentence_of(a.ref), sentence_of(b.ref));
      }
    }
  }

  // --- denials
  std::vector<Claim> claims() const {
    std::vector<Claim> claims;
    for (const uint32_t d : story().documents) {
      const Document& document = collection_.documents[d];
      const std::vector<ReuseToken> tokens = weighted_reuse_tokens(document, lexicon_, 1);
      for (const Statement& statement : document.statements) {
        claims.push_back({{d, join(statement.cue, statement.content)},
                          &statement,
                          stems_of(tokens, words_in(document, statement.content))});
      }
    }
    return claims;
  }

  static bool one_speaker(const Statement& a, const Statement& b) {
    if (a.chain.empty() || b.chain.empty()) return false;
    const Source &x = a.chain.back(), &y = b.chain.back();
    return x.entity != none ? x.entity == y.entity : y.entity == none && x.text == y.text;
  }

  void find_denials() {
    const std::vector<Claim> all = claims();
    for (const Claim& denial : all) {
      if (denial.statement->stance != Stance::denies || denial.statement->chain.empty()) continue;
      const Claim* best = nullptr;
      float most = same_claim;
      for (const Claim& claim : all) {
        const bool states = claim.statement->stance == Stance::asserts || claim.statement->stance == Stance::accuses;
        if (!states || claim.statement->chain.empty() || one_speaker(*claim.statement, *denial.statement)) continue;
        if (claim.passage.document == denial.passage.document && claim.passage.span.overlaps(denial.passage.span))
          continue;
        const float value =
            common_weight(claim.stems, denial.stems) < least_of_claim ? 0 : likeness(claim.stems, denial.stems);
        if (value > most) {
          most = value;
          best = &claim;
        }
      }
      if (!best) continue;
      add(ContradictionKind::denial, "contradiction.denial",
          {denial.statement->chain.back().text, best->statement->chain.back().text}, denial.passage, best->passage);
    }
  }

  Collection& collection_;
  uint32_t story_;
  const Lexicon& lexicon_;
  std::map<ContradictionKind, size_t> told_;
};

}  // namespace

void find_contradictions(Collection& collection, const Lexicon& lexicon) {
  for (uint32_t s = 0; s < collection.stories.size(); ++s) StoryContradictions(collection, s, lexicon).find();
}

}  // namespace isnad
