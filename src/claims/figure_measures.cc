// The governing predicate is the nearest one before the number that may stand there by its side and window; a verb
// behind the number governs where nothing before it does ("16 من أفراد الأمن قتلوا"). A predicate whose object has
// been found governs another number only in coordination ("مقتل أربعة جنود وسائقين").
#include "claims/figure_measures.h"

#include <algorithm>

namespace isnad {
namespace {

enum class Counted : uint8_t { fixed, person, thing, unknown, bare };

class Governor {
 public:
  Governor(const FigureScan& scan, const Range& sentence, std::vector<Candidate>& candidates)
      : scan_(scan), lexicon_(scan.lexicon), sentence_(sentence), candidates_(candidates) {}

  void run() {
    for (size_t i = 0; i < candidates_.size(); ++i) {
      Candidate& candidate = candidates_[i];
      if (candidate.measure != 0) continue;
      const Counted counted = counted_of(candidate);
      if (counted == Counted::fixed || counted == Counted::thing) {
        candidate.measure = measure_of(*scan_.noun(candidate.head));
        if (counted == Counted::fixed) take_killed_and_injured(candidate);
      } else {
        govern(i, counted);
      }
      link_to_whole(i);
      if (i > 0 && candidate.part_of == none && candidate.frame == none && counted == Counted::person)
        link_breakdown(i);
      if (is_one_of_many(candidate)) candidate.measure = 0;
    }
    std::erase_if(candidates_, [](const Candidate& candidate) { return candidate.measure == 0; });
  }

 private:
  Counted counted_of(const Candidate& candidate) const {
    if (candidate.head == none) return Counted::bare;
    const CountedNoun* noun = scan_.noun(candidate.head);
    if (noun == nullptr) return Counted::unknown;
    switch (noun->kind) {
      case NounClass::fixed: return Counted::fixed;
      case NounClass::thing: return Counted::thing;
      default: return Counted::person;
    }
  }

  // "دمر القصف 20 منزلاً", but not "20 منزلاً للبيع": some nouns bring their measure only into such sentences.
  uint8_t measure_of(const CountedNoun& noun) const {
    if (!noun.needs) return noun.measure;
    for (uint32_t i = sentence_.first; i < sentence_.last; ++i) {
      if (scan_.has(i, *noun.needs)) return noun.measure;
    }
    return lexicon_.terms.other;
  }

  // "واحدة من أكبر المدن", "أحد حلفائه", "أكثر من واحد": one in words is a figure only of victims and money.
  bool is_one_of_many(const Candidate& candidate) const {
    if (candidate.number == none) return false;
    const Number& number = scan_.document.numbers[candidate.number];
    return number.value == 1 && number.min == number.value && candidate.max.value_or(1) == 1 &&
           scan_.word(number.words.first).kind != WordKind::digits && candidate.measure != lexicon_.terms.money &&
           !lexicon_.is_victim(candidate.measure);
  }

  // "40 قتيلاً وجريحاً": both nouns in one number and case are one figure.
  void take_killed_and_injured(Candidate& candidate) const {
    const uint32_t next = candidate.head + scan_.marks[candidate.head].noun_words;
    if (next >= sentence_.last) return;
    const CountedNoun* noun = scan_.noun(candidate.head);
    const CountedNoun* other = scan_.noun(next);
    if (other == nullptr || other->kind != NounClass::fixed || other->measure == noun->measure ||
        other->form != noun->form || scan_.marks[next].definite != scan_.marks[candidate.head].definite) {
      return;
    }
    if ((scan_.word(next).proclitics & proclitic::wa) == 0 || !lexicon_.is_victim(other->measure) ||
        !lexicon_.is_victim(noun->measure)) {
      return;
    }
    if (candidate.number == none && noun->form != NounForm::plural) return;
    candidate.measure = lexicon_.terms.casualties;
    candidate.words.last = candidate.of.last = next + 1;
  }

  bool joined(const Candidate& candidate) const {
    const uint32_t first = candidate.phrase.first;
    if ((scan_.word(first).proclitics & proclitic::wa) != 0) return true;
    if (first == sentence_.first) return false;
    const std::string_view before = scan_.document.folded_form(scan_.word(first - 1));
    return before == "و" || before == "او";
  }

  bool behind_preposition(const Candidate& candidate) const {
    const uint32_t first = candidate.phrase.first;
    if ((scan_.word(first).proclitics & proclitic::preposition) != 0) return true;
    return first > sentence_.first && scan_.has(first - 1, ContextRole::preposition);
  }

  struct Found {
    uint32_t word = none;
    uint32_t distance = 0;
  };

  // Whether the words between a frame and the number allow it to govern.
  bool reaches(uint32_t frame_word, uint32_t distance, size_t index, bool preposition) const {
    const FigureFrame& frame = *scan_.frame(frame_word);
    const Candidate& candidate = candidates_[index];
    if (frame.side == FrameSide::count) {
      return distance <= frame.window && (candidate.head == none || counted_of(candidate) == Counted::person);
    }
    if (preposition && distance > 0) return false;
    const bool has_joint = joined(candidate);
    for (size_t k = index; k-- > 0 && candidates_[k].words.first > frame_word;) {
      if (candidates_[k].frame != frame_word) continue;
      // Its object is found already: only the next item of a coordination may join, close behind the last one.
      const uint32_t end = end_of(candidates_[k]);
      return has_joint && candidate.phrase.first <= end + 4;
    }
    if (distance > frame.window) return false;
    if (distance <= 1) return true;
    if (frame.verb && frame.side != FrameSide::after) return verb_reaches(frame_word, frame, candidate, has_joint);
    return has_joint || scan_.word(frame_word + scan_.marks[frame_word].frame_words).kind == WordKind::punctuation;
  }

  // A verb's subject may stand between it and the number, but "استشهد شاب في قصف نفذته أربع طائرات" has its subject.
  bool verb_reaches(uint32_t frame_word, const FigureFrame& frame, const Candidate& candidate, bool has_joint) const {
    const uint32_t next = frame_word + scan_.marks[frame_word].frame_words;
    const CountedNoun* noun = next < sentence_.last ? scan_.noun(next) : nullptr;
    const bool own_victim = noun != nullptr && noun->form == NounForm::singular && noun->kind != NounClass::thing;
    if (!own_victim || has_joint) return true;
    if (frame.side == FrameSide::subject) return false;
    for (uint32_t i = next; i < candidate.phrase.first; ++i) {
      if (scan_.has(i, ContextRole::preposition) || (scan_.word(i).proclitics & proclitic::preposition) != 0)
        return false;
    }
    return true;
  }

  Found before(size_t index) const {
    const Candidate& candidate = candidates_[index];
    const uint32_t first = candidate.phrase.first;
    const bool preposition = behind_preposition(candidate);
    constexpr uint32_t farthest = 24;
    for (uint32_t i = first; i-- > sentence_.first && first - i <= farthest;) {
      if (scan_.has(i, ContextRole::barrier)) return {};
      const FigureFrame* frame = scan_.frame(i);
      if (frame == nullptr || i + scan_.marks[i].frame_words > first || is_counted_word(i, index)) continue;
      // "عدد القتلى وصل إلى 27": a verb that only says how the count moves leaves it to the toll noun.
      if (frame->verb && frame->measure == lexicon_.terms.other && i > sentence_.first && is_toll_noun(i - 1, index))
        continue;
      const uint32_t distance = first - i - scan_.marks[i].frame_words;
      return reaches(i, distance, index, preposition) ? Found{i, distance} : Found{};
    }
    return {};
  }

  bool is_toll_noun(uint32_t word, size_t index) const {
    return scan_.frame(word) != nullptr && scan_.frame(word)->side == FrameSide::count && !is_counted_word(word, index);
  }

  // A toll noun that is the counted noun of an earlier candidate is no frame of its own.
  bool is_counted_word(uint32_t word, size_t index) const {
    for (size_t k = index; k-- > 0;) {
      if (candidates_[k].words.contains(word)) return true;
      if (candidates_[k].words.last < word) return false;
    }
    return false;
  }

  Found behind(size_t index) const {
    const Candidate& candidate = candidates_[index];
    const uint32_t end = end_of(candidate);
    constexpr uint32_t farthest = 9;
    for (uint32_t i = end; i < sentence_.last && i < end + farthest; ++i) {
      if (scan_.has(i, ContextRole::barrier) || begins_candidate(i, index)) return {};
      // "سيارة يستقلها رجلان سقطت وأسفر ذلك عن غرق أحدهما": another clause has begun.
      if ((scan_.word(i).proclitics & proclitic::conjunction) != 0 && scan_.word(i).pos == PartOfSpeech::verb)
        return {};
      const FigureFrame* frame = scan_.frame(i);
      if (frame == nullptr) continue;
      if (frame->side != FrameSide::subject && frame->side != FrameSide::either) {
        if (frame->verb) return {};
        continue;
      }
      if ((scan_.word(i).proclitics & proclitic::conjunction) != 0) return {};
      if (frame->verb && has_object(i, index)) return {};
      return i - end <= frame->window ? Found{i, i - end} : Found{};
    }
    return {};
  }

  // A bare number can only be the subject of a verb behind it where it begins the clause.
  bool begins_clause(const Candidate& candidate) const {
    const uint32_t first = candidate.phrase.first;
    if (first == sentence_.first || joined(candidate) || scan_.frame(first - 1) != nullptr) return true;
    // A full stop inside a sentence ends an abbreviation: "(إم.إتش. 370)".
    if (scan_.document.folded_form(scan_.word(first - 1)) == ".") return false;
    return scan_.has(first - 1, ContextRole::barrier) || scan_.word(first - 1).kind == WordKind::punctuation;
  }

  bool begins_candidate(uint32_t word, size_t index) const {
    return index + 1 < candidates_.size() && candidates_[index + 1].phrase.first <= word;
  }

  // "ثلاثة مسلحين قتلوا خمسة جنود": the verb is active, the number before it its subject.
  bool has_object(uint32_t frame_word, size_t index) const {
    if (scan_.frame(frame_word)->side == FrameSide::subject || index + 1 >= candidates_.size()) return false;
    const Candidate& next = candidates_[index + 1];
    const uint32_t behind = frame_word + scan_.marks[frame_word].frame_words;
    if (behind < next.phrase.first && scan_.frame(behind) != nullptr) return false;  // "قتلوا وأصيب 173"
    return next.phrase.first >= frame_word && next.phrase.first <= frame_word + 2 && !behind_preposition(next) &&
           !joined(next);
  }

  void govern(size_t index, Counted counted) {
    Candidate& candidate = candidates_[index];
    const Found front = before(index);
    const Found back = counted == Counted::bare && !begins_clause(candidate) ? Found{} : behind(index);
    const CountedNoun* noun = candidate.head == none ? nullptr : scan_.noun(candidate.head);
    const uint8_t own = noun == nullptr ? 0 : noun->measure;
    Found chosen = front;
    if (front.word == none || (back.word != none && prefers_behind(front, back))) chosen = back;
    if (chosen.word != none && counted == Counted::unknown && chosen.distance > 1 && !joined(candidate)) chosen = {};
    if (chosen.word == none) {
      if (own == 0 && counted == Counted::bare && !is_amount(candidate)) return;
      candidate.measure = own != 0 ? own : lexicon_.terms.other;
      return;
    }
    const FigureFrame& frame = *scan_.frame(chosen.word);
    candidate.frame = chosen.word;
    // These say what people do, not what befalls them: a noun's own measure stays, and things do not take part.
    const bool weak = frame.measure == lexicon_.terms.personnel || frame.measure == lexicon_.terms.participants;
    if (weak && own == 0 && !may_take_part(candidate, counted, frame, chosen.distance)) {
      candidate.measure = counted == Counted::bare && !is_amount(candidate) ? 0 : lexicon_.terms.other;
    } else {
      candidate.measure = weak && own != 0 ? own : frame.measure;
    }
    if (has_alternative(chosen.word)) candidate.measure = lexicon_.terms.other;
  }

  // "قتلوا أو اعتقلوا أو استسلموا": how many befell which is left open.
  bool has_alternative(uint32_t frame_word) const {
    const uint32_t next = frame_word + scan_.marks[frame_word].frame_words;
    if (next + 1 >= sentence_.last || scan_.document.folded_form(scan_.word(next)) != "او") return false;
    const FigureFrame* other = scan_.frame(next + 1);
    return other != nullptr && other->measure != scan_.frame(frame_word)->measure;
  }

  bool may_take_part(const Candidate& candidate, Counted counted, const FigureFrame& frame, uint32_t distance) const {
    if (counted == Counted::person) return true;
    return counted == Counted::bare && frame.measure == lexicon_.terms.participants && distance <= 1 &&
           candidate.min.value_or(0) > 1;
  }

  // A bare number that shows itself as an amount: approximate, bounded, or in words like "4.7 ملايين".
  bool is_amount(const Candidate& candidate) const {
    if (candidate.number == none || candidate.head != none) return candidate.head != none;
    const Number& number = scan_.document.numbers[candidate.number];
    return number.kind != NumberKind::vague &&
           (number.approximate || number.min != number.max || candidate.words.size() > 1);
  }

  bool prefers_behind(const Found& front, const Found& back) const {
    const FigureFrame& frame = *scan_.frame(back.word);
    if (frame.measure == lexicon_.terms.casualties) return true;
    // "نقل عشرات في حالة خطرة": what became of them is told behind.
    if (scan_.frame(front.word)->measure == lexicon_.terms.other && lexicon_.is_victim(frame.measure)) return true;
    if (front.distance <= 1) return false;
    return scan_.frame(front.word)->side == FrameSide::count ? back.distance <= 2
                                                             : frame.plural || back.distance <= front.distance;
  }

  // "بينهم أربعة أطفال": part of the figure before, with its measure.
  void link_to_whole(size_t index) {
    Candidate& candidate = candidates_[index];
    const uint32_t marker = marker_before(index);
    if (marker == none || index == 0) return;
    size_t whole = none;
    for (size_t k = index; k-- > 0;) {
      if (candidates_[k].words.first > marker || candidates_[k].part_of != none) continue;
      if (!can_hold(candidates_[k], candidate)) continue;
      whole = k;
      break;
    }
    if (whole == none) return;
    if (whole > 0 && one_list(whole - 1, whole, marker)) --whole;
    candidate.part_of = candidates_[whole].words.first;
    const Counted counted = counted_of(candidate);
    const bool own_frame = candidate.frame != none && candidate.frame > marker;
    if (counted != Counted::fixed && counted != Counted::thing && !own_frame)
      candidate.measure = candidates_[whole].measure;
  }

  // "28 قتيلاً – 17 متمرداً و11 جندياً": the items of a breakdown behind a dash, a colon or a bracket.
  void link_breakdown(size_t index) {
    Candidate& candidate = candidates_[index];
    const Candidate& previous = candidates_[index - 1];
    if (!lexicon_.is_victim(previous.measure) || candidate.phrase.first > end_of(previous) + 1) return;
    if (previous.part_of != none && joined(candidate)) {
      candidate.part_of = previous.part_of;
    } else if (candidate.phrase.first == end_of(previous) + 1 && opens_breakdown(end_of(previous)) &&
               can_hold(previous, candidate)) {
      candidate.part_of = previous.words.first;
    } else {
      return;
    }
    candidate.measure = previous.measure;
  }

  bool opens_breakdown(uint32_t word) const {
    const std::string_view form = scan_.document.folded_form(scan_.word(word));
    return form == "-" || form == "–" || form == "—" || form == ":" || form == "(";
  }

  bool can_hold(const Candidate& whole, const Candidate& part) const {
    const bool things = counted_of(whole) == Counted::thing || counted_of(whole) == Counted::unknown;
    if (part.head == none) return true;
    return things == (counted_of(part) == Counted::thing || counted_of(part) == Counted::unknown) &&
           (!whole.min || !part.min || *whole.min >= *part.min);
  }

  // "عشرات القتلى ومئات الجرحى، بينهم 18": two counted nouns in one list; the subset is read with the first.
  bool one_list(size_t first, size_t second, uint32_t marker) const {
    const Candidate& a = candidates_[first];
    const Candidate& b = candidates_[second];
    return counted_of(a) == Counted::fixed && counted_of(b) == Counted::fixed && joined(b) &&
           b.phrase.first <= end_of(a) + 2 && marker <= end_of(b) + 2;
  }

  // The word of a subset marker that the candidate stands behind; candidates between may only be parts as well.
  uint32_t marker_before(size_t index) const {
    const uint32_t first = candidates_[index].phrase.first;
    for (uint32_t i = first; i-- > sentence_.first && first - i <= 14;) {
      if (scan_.has(i, ContextRole::subset)) return i;
      if (scan_.has(i, ContextRole::barrier)) return none;
      const FigureFrame* frame = scan_.frame(i);
      if (frame != nullptr && frame->side != FrameSide::count && !is_counted_word(i, index) &&
          (scan_.word(i).proclitics & proclitic::conjunction) != 0) {
        return none;
      }
    }
    return none;
  }

  const FigureScan& scan_;
  const FigureLexicon& lexicon_;
  const Range sentence_;
  std::vector<Candidate>& candidates_;
};

}  // namespace

void find_measures(const FigureScan& scan, const Range& sentence, std::vector<Candidate>& candidates) {
  Governor(scan, sentence, candidates).run();
}

}  // namespace isnad
