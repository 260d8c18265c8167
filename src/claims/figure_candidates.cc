#include "claims/figure_candidates.h"

#include <algorithm>

namespace isnad {
namespace {

// Whether a number stands at the word. Duals are read here by themselves, since they are nouns as well.
bool is_number_word(const Document& document, uint32_t number, uint32_t word) {
  return number < document.numbers.size() && document.numbers[number].words.contains(word) &&
         document.numbers[number].kind != NumberKind::dual;
}

bool begins_with_conjunction(const Word& word) { return (word.proclitics & proclitic::conjunction) != 0; }

bool has_preposition(const Word& word) { return (word.proclitics & proclitic::preposition) != 0; }

bool is_adjective(const FigureScan& scan, uint32_t index) {
  const Word& word = scan.word(index);
  if (word.kind != WordKind::arabic || begins_with_conjunction(word) || has_preposition(word)) return false;
  if (scan.frame(index) != nullptr && scan.frame(index)->verb) return false;
  const CountedNoun* noun = scan.noun(index);
  return word.pos == PartOfSpeech::adjective || (noun != nullptr && noun->kind == NounClass::nationality) ||
         (noun != nullptr && noun->form == NounForm::dual);
}

// Written with the alif of tanwin: "متأثراً".
bool is_accusative(const FigureScan& scan, uint32_t index) {
  const std::string_view written = scan.document.bytes(scan.word(index).span);
  return written.ends_with("ا") || written.ends_with("اً") || written.ends_with("ًا");
}

// Whether a word that no table names can be the noun that the number before it counts.
bool may_be_counted(const FigureScan& scan, uint32_t index, const Number& number) {
  const Word& word = scan.word(index);
  if (word.kind != WordKind::arabic || scan.has(index, ContextRole::function)) return false;
  if (begins_with_conjunction(word) || has_preposition(word)) return false;
  if (scan.frame(index) != nullptr && scan.noun(index) == nullptr) return false;
  // "مئات الأشخاص", but not "المليارات المخصصة".
  if (scan.marks[index].definite && (number.kind != NumberKind::vague || scan.marks[number.words.first].definite))
    return false;
  return word.pos == PartOfSpeech::unknown || word.pos == PartOfSpeech::noun || word.pos == PartOfSpeech::adjective;
}

class Finder {
 public:
  Finder(const FigureScan& scan, const Range& sentence) : scan_(scan), document_(scan.document), sentence_(sentence) {}

  // Moves along the times, which are sorted like the words that are asked for.
  bool in_time(const Span& span, uint32_t& next_time) const {
    const auto& times = document_.times;
    while (next_time < times.size() && times[next_time].span.end <= span.start) ++next_time;
    return next_time < times.size() && times[next_time].span.overlaps(span);
  }

  std::optional<Candidate> of_number(uint32_t index) const {
    const Number& number = document_.numbers[index];
    if (number.kind == NumberKind::ordinal || number.kind == NumberKind::fraction || in_name(number.span))
      return std::nullopt;
    Candidate candidate;
    candidate.number = index;
    candidate.words = number.words;
    candidate.phrase = words_in(document_, number.phrase.empty() ? number.span : join(number.phrase, number.span));
    candidate.min = number.min;
    candidate.max = number.max;
    // The "بين" of a range is no preposition that keeps a predicate away.
    const uint32_t first = candidate.phrase.first;
    if (number.min != number.max && first > sentence_.first && document_.folded_form(scan_.word(first - 1)) == "بين") {
      --candidate.phrase.first;
    }
    candidate.approximate = number.approximate;
    if (number.kind == NumberKind::percent) {
      candidate.measure = scan_.lexicon.terms.percent;
      candidate.bare_unit = true;
      return is_label(candidate, number) ? std::nullopt : std::optional(candidate);
    }
    if (!find_noun(candidate, number) || is_one_of_things(candidate, number)) return std::nullopt;
    if (is_label(candidate, number) || is_age(candidate) || refers_back(candidate, number)) return std::nullopt;
    return candidate;
  }

  // An indefinite dual: "قتيلان", "طائرتي شحن".
  std::optional<Candidate> of_dual(uint32_t index) const {
    const CountedNoun* noun = scan_.noun(index);
    if (noun == nullptr || noun->kind == NounClass::skip || scan_.marks[index].definite) return std::nullopt;
    if (noun->form != NounForm::dual && noun->form != NounForm::construct_dual) return std::nullopt;
    // The nominative cannot stand behind a preposition: what looks so is another word ("بولدان").
    if (has_preposition(scan_.word(index)) && document_.bytes(scan_.word(index).span).ends_with("ان"))
      return std::nullopt;
    if (scan_.has(index, ContextRole::function) || in_name(scan_.word(index).base)) return std::nullopt;
    const uint32_t last = index + scan_.marks[index].noun_words;
    if (noun->form == NounForm::construct_dual && !indefinite_construct(index, last)) return std::nullopt;
    if (index > sentence_.first && agrees_with_previous(index)) return std::nullopt;
    if (scan_.word(index).enclitic_bytes > 0) return std::nullopt;
    return dual_at(index);
  }

  Candidate dual_at(uint32_t index) const {
    Candidate candidate;
    candidate.kind = CandidateKind::dual;
    candidate.head = index;
    candidate.words = {index, index + scan_.marks[index].noun_words};
    candidate.phrase = candidate.words;
    candidate.min = candidate.max = 2;
    candidate.of = of_words(scan_, index, sentence_.last);
    for (const uint32_t behind : {candidate.words.last, candidate.of.last}) {
      if (at(behind) && scan_.has(behind, ContextRole::at_least)) candidate.max.reset();
    }
    return candidate;
  }

  std::optional<Candidate> of_zero(uint32_t index) const {
    const auto found = scan_.context(index, sentence_.last, ContextRole::zero);
    if (!found || has_preposition(scan_.word(index))) return std::nullopt;  // not "ثورة بلا ضحايا"
    Candidate candidate;
    candidate.kind = CandidateKind::zero;
    candidate.words = candidate.phrase = {index, index + found->words};
    candidate.min = candidate.max = 0;
    candidate.measure = scan_.lexicon.contexts[found->value].value;
    return candidate;
  }

 private:
  bool at(uint32_t index) const { return index < sentence_.last; }

  // Inside a longer name: "مجموعة العشرين", "قناة 24". A name that begins with the number is none.
  bool in_name(const Span& span) const {
    const auto& mentions = document_.mentions;
    const auto found = std::lower_bound(mentions.begin(), mentions.end(), span.start,
                                        [](const Mention& mention, uint32_t byte) { return mention.span.end <= byte; });
    return found != mentions.end() && found->span.contains(span) && found->span.start < span.start;
  }

  bool is_word(uint32_t index, std::string_view folded_text) const {
    return at(index) && document_.folded_form(scan_.word(index)) == folded_text;
  }

  // The counted noun behind the number; false where the noun shows that the number is no figure.
  bool find_noun(Candidate& candidate, const Number& number) const {
    uint32_t next = number.words.last;
    if (in_brackets(number) && at(next + 1)) {
      ++next;
      // "(61) (64) وتياجو": behind a bracket an unknown word is no counted noun.
      if (scan_.noun(next) == nullptr && scan_.word(next).pos == PartOfSpeech::unknown) return true;
    }
    if (take_noun_before(candidate, number)) return true;
    if (!at(next)) return true;
    if (is_word(next, "من")) {
      ++next;
      while (at(next + 1) && scan_.has(next, ContextRole::demonstrative)) ++next;  // "10 من تلك العناصر"
      if (is_word(next, "كل")) return false;                                       // "في 28 من كل شهر"
      if (at(next) && scan_.word(next).kind == WordKind::arabic && !scan_.has(next, ContextRole::preposition)) {
        candidate.of = of_words(scan_, next, sentence_.last);
        candidate.head = next;
      }
      return true;
    }
    const CountedNoun* noun = scan_.noun(next);
    const Word& word = scan_.word(next);
    // "173 اليوم الأحد" is no number of days, "0300 بالتوقيت المحلي" an hour.
    const bool unit = !scan_.marks[next].definite || has_preposition(word);
    if (noun != nullptr && noun->kind == NounClass::skip && !begins_with_conjunction(word) && unit) return false;
    if (noun != nullptr && noun->kind != NounClass::skip && !begins_with_conjunction(word) && !has_preposition(word) &&
        (!scan_.marks[next].definite || number.kind == NumberKind::vague)) {
      candidate.head = next;
      candidate.words.last = next + scan_.marks[next].noun_words;
    } else if (may_be_counted(scan_, next, number)) {
      candidate.head = next;
      candidate.words.last = next + 1;
    } else {
      return true;
    }
    candidate.of = of_words(scan_, candidate.head, sentence_.last);
    return true;
  }

  // "«17» متمرداً", "(16) منتخباً".
  bool in_brackets(const Number& number) const {
    const uint32_t first = number.words.first, next = number.words.last;
    if (first == sentence_.first || !at(next)) return false;
    return scan_.word(first - 1).kind == WordKind::punctuation && scan_.word(next).kind == WordKind::punctuation &&
           !scan_.word(first).space_before && !scan_.word(next).space_before &&
           document_.folded_form(scan_.word(next)) != "." && document_.folded_form(scan_.word(next)) != "،" &&
           document_.folded_form(scan_.word(next)) != ",";
  }

  // "شخصين اثنين", "قتيل واحد": the number stands behind its noun.
  bool take_noun_before(Candidate& candidate, const Number& number) const {
    if (number.value > 2 || number.words.first == sentence_.first || number.words.size() != 1) return false;
    if (scan_.word(number.words.first).kind == WordKind::digits) return false;
    const uint32_t before = number.words.first - 1;
    const CountedNoun* noun = scan_.noun(before);
    if (noun == nullptr || scan_.marks[before].definite || scan_.has(before, ContextRole::preposition)) return false;
    const bool fits = number.value == 2 ? noun->form == NounForm::dual || noun->form == NounForm::dual_or_plural
                                        : noun->form == NounForm::singular;
    if (!fits) return false;
    candidate.head = before;
    candidate.words.first = before;
    candidate.phrase.first = std::min(candidate.phrase.first, before);
    candidate.of = {before, number.words.last};
    return true;
  }

  // Part of a name, a rank or the like: "الرحلة 370", "المادة 5".
  bool is_label(const Candidate& candidate, const Number& number) const {
    const uint32_t first = number.words.first;
    const Word& word = scan_.word(first);
    const bool counted =
        candidate.head != none && candidate.head < candidate.words.last && scan_.noun(candidate.head) != nullptr;
    const uint32_t next = number.words.last;
    if (is_score(number) || in_title(number)) return true;
    if (at(next) && scan_.word(next).kind == WordKind::latin && !scan_.word(next).space_before && !candidate.bare_unit)
      return true;
    if (first == sentence_.first) return begins_list(number);
    if (candidate.head == none && !candidate.bare_unit &&
        (is_list_item(number) || is_sum(number) || is_indefinite_one(number)))
      return true;
    const Word& before = scan_.word(first - 1);
    if (!word.space_before && (before.kind == WordKind::latin || touches_name(first - 1))) return true;
    if (before.kind == WordKind::latin && word.kind == WordKind::digits && !counted) return true;
    if (word.kind == WordKind::digits && scan_.has(first - 1, ContextRole::model)) return true;
    if (counted || candidate.bare_unit) return false;
    // The label is directly before the number, or one step before it ("القرار رقم 1701").
    const bool label = scan_.has(first - 1, ContextRole::label) ||
                       scan_.lexicon.begins(before.stem_id, static_cast<unsigned>(ContextRole::label));
    return label && candidate.phrase.first == first;
  }

  // "2-1": digits on both sides of a dash that the numbers did not read as a range.
  bool is_score(const Number& number) const {
    const auto dash = [&](uint32_t index) {
      const std::string_view form = document_.folded_form(scan_.word(index));
      return form == "-" || form == "–" || form == ":" || form == "/";
    };
    const uint32_t first = number.words.first, next = number.words.last;
    const bool behind = at(next + 1) && dash(next) && !scan_.word(next).space_before &&
                        !scan_.word(next + 1).space_before && scan_.word(next + 1).kind == WordKind::digits;
    const bool before = first >= sentence_.first + 2 && dash(first - 1) && !scan_.word(first).space_before &&
                        !scan_.word(first - 1).space_before && scan_.word(first - 2).kind == WordKind::digits;
    return behind || before;
  }

  // In the title of a work or the name of a body: "مسلسل «24 ساعة»", "هيئة "توب 500"".
  bool in_title(const Number& number) const {
    constexpr uint32_t longest = 6;
    const uint32_t first = number.words.first;
    for (uint32_t i = first; i-- > sentence_.first + 1 && first - i <= longest;) {
      const std::string_view form = document_.folded_form(scan_.word(i));
      if (form != "\"" && form != "«" && form != "“" && form != "”") continue;
      if (!scan_.word(i).space_before || scan_.word(i + 1).space_before || !scan_.has(i - 1, ContextRole::title_head))
        return false;
      for (uint32_t k = number.words.last; at(k) && k < i + 2 * longest; ++k) {
        const std::string_view close = document_.folded_form(scan_.word(k));
        if (close == "\"" || close == "»" || close == "”" || close == "“") return true;
      }
      return false;
    }
    return false;
  }

  bool touches_name(uint32_t index) const {
    const std::string_view form = document_.folded_form(scan_.word(index));
    if (form == "#" || form == "@" || form == "/" || form == "_") return true;
    return form == "-" && index > sentence_.first && !scan_.word(index).space_before &&
           scan_.word(index - 1).kind != WordKind::digits;
  }

  bool begins_list(const Number& number) const {
    if (number.words.size() != 1 || scan_.word(number.words.first).kind != WordKind::digits || !at(number.words.last))
      return false;
    const std::string_view form = document_.folded_form(scan_.word(number.words.last));
    return form == "-" || form == "." || form == ")" || form == "–";
  }

  // "ألعاب  5- أسئلة": a number within the line that only counts the items of a list.
  bool is_list_item(const Number& number) const {
    const uint32_t next = number.words.last;
    return begins_list(number) && at(next + 1) && document_.folded_form(scan_.word(next)) == "-" &&
           !scan_.word(next).space_before && scan_.word(next + 1).space_before;
  }

  // "«5» + 1", "5+1": the name of a group of states.
  bool is_sum(const Number& number) const {
    const auto plus = [&](uint32_t index) { return at(index) && document_.folded_form(scan_.word(index)) == "+"; };
    const uint32_t first = number.words.first, next = number.words.last;
    return plus(next) || plus(next + 1) || (first > sentence_.first && plus(first - 1));
  }

  // "عصفورين بحجر واحد": behind an indefinite noun the word for one is its adjective.
  bool is_indefinite_one(const Number& number) const {
    const uint32_t first = number.words.first;
    const Word& before = scan_.word(first - 1);
    return number.value == 1 && number.words.size() == 1 && scan_.word(first).kind == WordKind::arabic &&
           before.kind == WordKind::arabic && before.pos == PartOfSpeech::noun && !scan_.marks[first - 1].definite;
  }

  bool is_age(const Candidate& candidate) const {
    if (candidate.head != none) return false;
    const uint32_t first = candidate.phrase.first;
    for (uint32_t back = 1; back <= 3 && first >= sentence_.first + back; ++back) {
      if (scan_.has(first - back, ContextRole::age)) return true;
    }
    return false;
  }

  // "الأشخاص الثلاثة": a definite number word refers to what was counted before.
  bool refers_back(const Candidate& candidate, const Number& number) const {
    const Word& word = scan_.word(number.words.first);
    const bool named = candidate.head != none && scan_.noun(candidate.head) != nullptr;
    return number.kind == NumberKind::cardinal && word.kind == WordKind::arabic && is_definite(number) &&
           candidate.kind == CandidateKind::number && (number.value < 100 || !named);
  }

  bool is_definite(const Number& number) const {
    const Word& word = scan_.word(number.words.first);
    return scan_.marks[number.words.first].definite || document_.bytes(word.base).starts_with("ال");
  }

  // "صورة واحدة", "مرة واحدة": one of a kind is only said of people and money.
  bool is_one_of_things(const Candidate& candidate, const Number& number) const {
    const CountedNoun* noun = candidate.head == none ? nullptr : scan_.noun(candidate.head);
    if (noun != nullptr && noun->kind == NounClass::skip) return true;
    if (number.value != 1 || scan_.word(number.words.first).kind == WordKind::digits) return false;
    return number.words.size() == 1 && noun != nullptr &&
           (noun->kind == NounClass::thing || noun->kind == NounClass::group) &&
           noun->measure != scan_.lexicon.terms.money;
  }

  // An adjective in the dual, or a dual behind "كلا".
  bool agrees_with_previous(uint32_t index) const {
    if (begins_with_conjunction(scan_.word(index)) || has_preposition(scan_.word(index))) return false;
    for (uint32_t back = 1; back <= 2 && index >= sentence_.first + back; ++back) {
      const CountedNoun* before = scan_.noun(index - back);
      if (before != nullptr && (before->form == NounForm::dual || before->form == NounForm::dual_or_plural))
        return true;
      if (!is_adjective(scan_, index - back)) return false;
    }
    return false;
  }

  // "طائرتي شحن" against "طائرتي الشركة", "مدينتي" with their names, and a possessive "طائرتي".
  bool indefinite_construct(uint32_t index, uint32_t last) const {
    if (scan_.marks[index].noun_words > 1) return true;
    if (!at(last) || scan_.noun(index)->measure == scan_.lexicon.terms.other) return false;
    const Word& next = scan_.word(last);
    return next.kind == WordKind::arabic && next.pos != PartOfSpeech::proper && !scan_.marks[last].definite &&
           !begins_with_conjunction(next) && !has_preposition(next) && scan_.frame(last) == nullptr &&
           !scan_.has(last, ContextRole::function) && next.pos != PartOfSpeech::verb;
  }

  const FigureScan& scan_;
  const Document& document_;
  const Range sentence_;
};

// The number before "أو" or "إلى" of an alternative: a dual, or a bare number ("بين 20 أو 30").
bool is_lower_alternative(const FigureScan& scan, const Candidate& low, const Candidate& high) {
  if (high.number == none || high.phrase.first != low.words.last + 1 || !low.max || !high.max || *high.max <= *low.max)
    return false;
  if (low.kind != CandidateKind::dual && (low.head != none || low.number == none || low.bare_unit)) return false;
  const std::string_view between = scan.document.folded_form(scan.word(low.words.last));
  return between == "او" || (low.kind == CandidateKind::dual && between == "الي");
}

// "عربتين أو ثلاث عربات" is one figure from two to three.
void merge_alternatives(const FigureScan& scan, const Range& sentence, std::vector<Candidate>& candidates) {
  for (size_t i = 0; i + 1 < candidates.size(); ++i) {
    Candidate& low = candidates[i];
    const Candidate& high = candidates[i + 1];
    if (!is_lower_alternative(scan, low, high)) continue;
    low.kind = CandidateKind::number;
    low.max = high.max;
    low.number = high.number;
    low.words.last = high.words.last;
    low.phrase.last = high.phrase.last;
    low.of = high.of;
    low.head = high.head;
    if (low.phrase.first > sentence.first && scan.document.folded_form(scan.word(low.phrase.first - 1)) == "بين")
      --low.phrase.first;
    candidates.erase(candidates.begin() + static_cast<std::ptrdiff_t>(i) + 1);
  }
}

}  // namespace

Range of_words(const FigureScan& scan, uint32_t head, uint32_t end) {
  uint32_t last = head + std::max<uint32_t>(1, scan.marks[head].noun_words);
  // "شاب فلسطيني متأثراً": an accusative behind a noun that is none says how, not who.
  const bool accusative = is_accusative(scan, head);
  while (last < end && is_adjective(scan, last) && (accusative || !is_accusative(scan, last))) ++last;
  if (last + 1 < end && scan.document.folded_form(scan.word(last)) == "من") {
    const uint32_t from = last + 1;
    uint32_t to = from;
    while (to < end && to < from + 4 && scan.word(to).kind == WordKind::arabic &&
           !scan.has(to, ContextRole::function) && !scan.has(to, ContextRole::preposition) &&
           scan.frame(to) == nullptr &&
           (to == from || (scan.word(to).proclitics & (proclitic::preposition | proclitic::conjunction)) == 0)) {
      ++to;
    }
    if (to > from) last = to;
  }
  return {head, std::min(last, end)};
}

namespace {

// "مقتل أربعة جنود وسائقين": in coordination with a figure the ending ـين is a dual.
bool joins_figure(const FigureScan& scan, uint32_t index, const std::vector<Candidate>& candidates) {
  const CountedNoun* noun = scan.noun(index);
  if (noun == nullptr || noun->form != NounForm::dual_or_plural || scan.marks[index].definite || candidates.empty())
    return false;
  const bool person = noun->kind == NounClass::person || noun->kind == NounClass::nationality;
  return person && (scan.word(index).proclitics & proclitic::wa) != 0 && end_of(candidates.back()) == index &&
         candidates.back().head != none && scan.noun(candidates.back().head) != nullptr &&
         scan.noun(candidates.back().head)->kind == NounClass::person;
}

}  // namespace

std::vector<Candidate> find_candidates(const FigureScan& scan, const Range& sentence, uint32_t& next_number,
                                       uint32_t& next_time) {
  const Document& document = scan.document;
  const Finder finder(scan, sentence);
  std::vector<Candidate> candidates;
  while (next_number < document.numbers.size() && document.numbers[next_number].words.last <= sentence.first)
    ++next_number;
  uint32_t covered = sentence.first;
  for (uint32_t i = sentence.first; i < sentence.last; ++i) {
    while (next_number < document.numbers.size() && document.numbers[next_number].words.last <= i) ++next_number;
    std::optional<Candidate> found;
    if (is_number_word(document, next_number, i)) {
      if (document.numbers[next_number].words.first == i &&
          !finder.in_time(document.numbers[next_number].span, next_time)) {
        found = finder.of_number(next_number);
      }
    } else if (i >= covered) {
      const bool number_behind = is_number_word(document, next_number, i + 1) &&
                                 document.numbers[next_number].value == 2 &&
                                 document.numbers[next_number].words.size() == 1;
      if (!number_behind && !finder.in_time(scan.word(i).span, next_time)) {
        found = joins_figure(scan, i, candidates) ? finder.dual_at(i) : finder.of_dual(i);
      }
      if (!found) found = finder.of_zero(i);
    }
    if (!found) continue;
    if (!candidates.empty() && candidates.back().words.last > found->words.first) continue;
    covered = std::max(covered, found->words.last);
    candidates.push_back(*found);
  }
  merge_alternatives(scan, sentence, candidates);
  return candidates;
}

}  // namespace isnad
