#include "claims/figure_singles.h"

#include <algorithm>

#include "claims/figure_measures.h"

namespace isnad {
namespace {

class Singles {
 public:
  Singles(const FigureScan& scan, const Range& sentence, std::vector<Candidate>& candidates,
          std::vector<Victim>& victims)
      : scan_(scan), lexicon_(scan.lexicon), sentence_(sentence), candidates_(candidates), victims_(victims) {}

  void run() {
    for (uint32_t i = sentence_.first; i < sentence_.last; ++i) {
      if (covered(i)) continue;
      if (scan_.frame(i) != nullptr) {
        behind_frame(i);
      } else if (scan_.noun(i) != nullptr) {
        noun_alone(i);
      }
    }
    std::sort(candidates_.begin(), candidates_.end(),
              [](const Candidate& a, const Candidate& b) { return a.words.first < b.words.first; });
  }

 private:
  bool at(uint32_t index) const { return index < sentence_.last; }

  bool covered(uint32_t index) const {
    return std::any_of(candidates_.begin(), candidates_.end(), [&](const Candidate& candidate) {
      return candidate.phrase.first <= index && index < end_of(candidate);
    });
  }

  const Mention* person_at(uint32_t index) const {
    const auto& mentions = scan_.document.mentions;
    const auto found =
        std::lower_bound(mentions.begin(), mentions.end(), index,
                         [](const Mention& mention, uint32_t word) { return mention.words.last <= word; });
    return found != mentions.end() && found->type == MentionType::person && found->words.contains(index) ? &*found
                                                                                                         : nullptr;
  }

  bool is_victim_noun(uint32_t index) const {
    const CountedNoun* noun = scan_.noun(index);
    if (noun == nullptr || noun->form != NounForm::singular) return false;
    if (noun->kind != NounClass::person && noun->kind != NounClass::nationality) return false;
    return noun->population != lexicon_.terms.attackers;
  }

  // "مقتل مدني", "استشهد رضيع", "مقتل الطفل فلان", "مقتل فلان".
  void behind_frame(uint32_t index) {
    const FigureFrame& frame = *scan_.frame(index);
    if (frame.single == FrameSingle::no || frame.plural || !lexicon_.is_victim(frame.measure)) return;
    const uint32_t next = index + scan_.marks[index].frame_words;
    if (!at(next) || covered(next) ||
        (scan_.word(next).proclitics & (proclitic::conjunction | proclitic::preposition)) != 0)
      return;
    const Mention* person = person_at(next);
    if (person != nullptr && !is_victim_noun(next)) {
      if (frame.single == FrameSingle::name && !(frame.verb && is_active(index, person->words.last))) {
        add({next, std::min(person->words.last, sentence_.last)}, none, frame.measure, index, true);
      }
      return;
    }
    if (!is_victim_noun(next) || lexicon_.nouns[scan_.marks[next].noun].accusative) return;
    uint32_t last = of_words(scan_, next, sentence_.last).last;
    bool named = false;
    if (scan_.marks[next].definite) {
      if (frame.single != FrameSingle::name) return;
      const std::optional<uint32_t> name = name_behind(next);
      if (!name) return;
      last = *name;
      named = true;
    }
    if (frame.verb && is_active(index, last)) return;
    add({next, last}, next, frame.measure, index, named);
    joined_singles(last, frame.measure, index);
  }

  // The end of a person's name that follows a definite noun within a few words ("الطفل الفلسطيني فلان"), also where
  // only its form or brackets tell that it is a name.
  std::optional<uint32_t> name_behind(uint32_t noun) const {
    for (uint32_t i = noun + 1; i < noun + 5 && at(i); ++i) {
      if (const Mention* person = person_at(i)) return std::min(person->words.last, sentence_.last);
      const Word& word = scan_.word(i);
      // Folded, the name "علي" is the preposition.
      if (scan_.document.bytes(word.span) == "علي" && at(i + 1) && scan_.word(i + 1).kind == WordKind::arabic &&
          !scan_.marks[i + 1].definite) {
        return i + 2;
      }
      if (scan_.has(i, ContextRole::preposition) || scan_.has(i, ContextRole::function) || scan_.frame(i) != nullptr)
        return std::nullopt;
      if ((word.proclitics & (proclitic::preposition | proclitic::conjunction)) != 0) return std::nullopt;
      const bool opens = word.kind == WordKind::punctuation && at(i + 1) &&
                         scan_.word(i + 1).kind == WordKind::arabic && scan_.document.folded_form(word) == "(";
      if (opens) return i + 2;
      if (word.pos == PartOfSpeech::proper) return i + 1;
    }
    return std::nullopt;
  }

  // "قتل جندي ثلاثة مدنيين", "قتل رجل زوجته": what follows is the object of an active verb.
  bool is_active(uint32_t frame_word, uint32_t last) const {
    if (scan_.frame(frame_word)->side == FrameSide::subject) return false;
    if (scan_.frame(frame_word)->side == FrameSide::object) return true;
    if (scan_.document.bytes(scan_.word(frame_word).base).starts_with("ي"))
      return true;  // "يقتل" is hardly ever passive
    for (uint32_t i = last; at(i) && i < last + 6; ++i) {
      const Word& word = scan_.word(i);
      // Folded, the name "علي" is the preposition.
      if (scan_.document.bytes(word.span) == "علي" && at(i + 1) && scan_.word(i + 1).kind == WordKind::arabic &&
          !scan_.marks[i + 1].definite) {
        return i + 2;
      }
      if (scan_.has(i, ContextRole::preposition) || scan_.has(i, ContextRole::function) ||
          scan_.has(i, ContextRole::barrier) || word.kind == WordKind::punctuation ||
          (word.proclitics & (proclitic::preposition | proclitic::conjunction)) != 0) {
        return false;
      }
      if (word.enclitic_bytes > 0 || is_victim_noun(i) || covered(i) || (i == last && person_at(i) != nullptr))
        return true;
    }
    return false;
  }

  // "مقتل جندي ومدني", "مقتل أربعة عسكريين ومدني".
  void joined_singles(uint32_t index, uint8_t measure, uint32_t frame) {
    if (!at(index) || covered(index) || !is_victim_noun(index) || scan_.marks[index].definite) return;
    if ((scan_.word(index).proclitics & proclitic::wa) == 0) return;
    const uint32_t last = of_words(scan_, index, sentence_.last).last;
    add({index, last}, index, measure, frame, false, true);
    joined_singles(last, measure, frame);
  }

  void noun_alone(uint32_t index) {
    const CountedNoun& noun = *scan_.noun(index);
    if (noun.form != NounForm::singular || scan_.marks[index].definite) return;
    if (noun.kind == NounClass::fixed) {
      if (lexicon_.is_victim(noun.measure) && stands_alone(index))
        add({index, index + 1}, index, noun.measure, index, false);
      return;
    }
    if (!is_victim_noun(index)) return;
    if (const Candidate* before = joined_to(index)) {
      add({index, of_words(scan_, index, sentence_.last).last}, index, before->measure, before->frame, false, true);
    } else if (const Candidate* whole = whole_of(index)) {
      add({index, of_words(scan_, index, sentence_.last).last}, index, whole->measure, whole->frame, false, true,
          whole->words.first);
    } else {
      before_verb(index);
    }
  }

  // "قتيل و5 جرحى", "سقوط قتيل": not the adjective of "الجندي القتيل" nor half of "بين قتيل وجريح".
  bool stands_alone(uint32_t index) const {
    if (scan_.marks[index].inside || scan_.marks[index].noun_words > 1 ||
        (scan_.word(index).proclitics & proclitic::preposition) != 0)
      return false;
    if (index == sentence_.first) return true;
    if ((scan_.word(index).proclitics & proclitic::wa) != 0) {
      return std::any_of(candidates_.begin(), candidates_.end(), [&](const Candidate& candidate) {
        return end_of(candidate) == index && lexicon_.is_victim(candidate.measure);
      });
    }
    const std::string_view before = scan_.document.folded_form(scan_.word(index - 1));
    return scan_.word(index - 1).kind == WordKind::punctuation || before == "سقوط" || before == "سقط" ||
           before == "وقوع" || before == "عن" || before == "الي";
  }

  const Candidate* joined_to(uint32_t index) const {
    if ((scan_.word(index).proclitics & proclitic::wa) == 0) return nullptr;
    for (const Candidate& candidate : candidates_) {
      const bool person = candidate.head == none || scan_.noun(candidate.head) == nullptr ||
                          scan_.noun(candidate.head)->kind != NounClass::thing;
      if (end_of(candidate) == index && lexicon_.is_victim(candidate.measure) && person &&
          candidate.kind != CandidateKind::zero) {
        return &candidate;
      }
    }
    return nullptr;
  }

  // "تسعة قتلى بينهم طفل".
  const Candidate* whole_of(uint32_t index) const {
    if (index == sentence_.first || !scan_.has(index - 1, ContextRole::subset)) return nullptr;
    const Candidate* whole = nullptr;
    for (const Candidate& candidate : candidates_) {
      if (candidate.words.first < index && candidate.part_of == none) whole = &candidate;
    }
    return whole != nullptr && lexicon_.is_victim(whole->measure) && whole->min.value_or(2) > 1 ? whole : nullptr;
  }

  // "أن مواطناً أجنبياً قُتل في": an indefinite noun that begins its clause, then the verb.
  void before_verb(uint32_t index) {
    if (index > sentence_.first && !scan_.has(index - 1, ContextRole::barrier) &&
        scan_.word(index - 1).kind != WordKind::punctuation) {
      return;
    }
    const uint32_t verb = of_words(scan_, index, sentence_.last).last;
    const FigureFrame* frame = at(verb) ? scan_.frame(verb) : nullptr;
    if (frame == nullptr || !frame->verb || frame->plural || frame->single == FrameSingle::no) return;
    if ((scan_.word(verb).proclitics & proclitic::conjunction) != 0) return;
    if (!lexicon_.is_victim(frame->measure) || frame->side == FrameSide::object || is_active(verb, verb + 1)) return;
    add({index, verb}, index, frame->measure, verb, false);
  }

  void add(const Range& words, uint32_t head, uint8_t measure, uint32_t frame, bool named, bool another = false,
           uint32_t part_of = none) {
    const CountedNoun* noun = head == none ? nullptr : scan_.noun(head);
    Victim victim;
    victim.measure = measure;
    if (noun != nullptr) {
      victim.row = noun->row;
      victim.population = noun->population;
    }
    victim.general = noun == nullptr || noun->kind != NounClass::person ||
                     noun->population == lexicon_.terms.unspecified || noun->population == lexicon_.terms.civilians;
    const std::string_view form = head == none ? std::string_view{} : scan_.document.bytes(scan_.word(head).stem);
    const bool other = form == "آخر" || form == "أخرى" || form == "اخر" || form == "اخرى";
    if (other ? is_repeated(victim) : is_known(victim, another)) return;
    victims_.push_back(victim);
    Candidate candidate;
    candidate.kind = CandidateKind::single;
    candidate.words = candidate.phrase = candidate.of = words;
    candidate.head = head;
    candidate.min = candidate.max = 1;
    candidate.measure = measure;
    candidate.frame = frame;
    candidate.named = named;
    candidate.part_of = part_of;
    candidates_.push_back(candidate);
  }

  // "إصابة آخر" in the title and "أصيب آخر" below are one.
  bool is_repeated(const Victim& victim) const {
    return std::any_of(victims_.begin(), victims_.end(),
                       [&](const Victim& known) { return known.measure == victim.measure && known.row == victim.row; });
  }

  // A second mention of the same victim. another: the words themselves set it beside the last one ("جندي ومدني").
  bool is_known(const Victim& victim, bool another) const {
    return std::any_of(victims_.begin(), victims_.end(), [&](const Victim& known) {
      if (known.measure != victim.measure) return false;
      if (known.row == victim.row && known.population == victim.population) return true;
      return !another && (known.general || victim.general || known.population == victim.population);
    });
  }

  const FigureScan& scan_;
  const FigureLexicon& lexicon_;
  const Range sentence_;
  std::vector<Candidate>& candidates_;
  std::vector<Victim>& victims_;
};

}  // namespace

void find_singles(const FigureScan& scan, const Range& sentence, std::vector<Candidate>& candidates,
                  std::vector<Victim>& victims) {
  Singles(scan, sentence, candidates, victims).run();
}

}  // namespace isnad
