#include "mentions/numbers.h"

#include <algorithm>
#include <cmath>

#include "mentions/numbers_bounds.h"
#include "mentions/numbers_words.h"

namespace isnad {
namespace {

// The words from i that the numbers of this sentence must not use ("كانون الثاني"), as a count.
uint32_t phrase_without_number(const Document& document, const NumberLexicon& lexicon, uint32_t i, uint32_t last) {
  const auto base = lexicon.no_numbers.longest(
      [&](uint32_t k) { return i + k < last ? document.words[i + k].base_id : unknown_form; });
  if (base) return base->words;
  const auto stem = lexicon.no_numbers.longest(
      [&](uint32_t k) { return i + k < last ? document.words[i + k].form_id : unknown_form; });
  return stem ? stem->words : 0;
}

// The words of "في المئة" at i, as a count.
uint32_t percent_words(const Document& document, const NumberLexicon& lexicon, uint32_t i, uint32_t last) {
  if (!(document.words[i].proclitics & proclitic::bi)) return 0;
  const auto hit = lexicon.percent_after.longest(
      [&](uint32_t k) { return i + k < last ? document.words[i + k].form_id : unknown_form; });
  return hit ? hit->words : 0;
}

// A minus sign that touches the number and nothing before it; before a counted noun it is the mark of a list, and with
// a second one behind the number a pair of dashes ("-2003-").
bool negative(const Document& document, const NumberLexicon& lexicon, const NumberReading& reading, Range bounds) {
  const uint32_t first = reading.first;
  if (first == bounds.first || document.words[first].space_before) return false;
  if (document.bytes(document.words[first - 1].span) != "-") return false;
  if (first - 1 > bounds.first && !document.words[first - 1].space_before) return false;
  if (reading.end >= bounds.last) return true;
  const Word& next = document.words[reading.end];
  if (!next.space_before && document.bytes(next.span) == "-") return false;
  return next.kind != WordKind::arabic || lexicon.particle(next.stem_id) & number_particle::degree;
}

Number make_number(const Document& document, const NumberReading& reading) {
  Number number;
  number.words = {reading.first, reading.end};
  const Word& first = document.words[reading.first];
  const Word& last = document.words[reading.end - 1];
  number.span = {first.base.start, last.span.end};
  number.phrase = number.span;
  // What decimals times a scale leave behind the twelfth digit is no part of the number.
  constexpr double steps = 1e6;  // in one
  const double value = reading.value >= 1000 ? std::round(reading.value * steps) / steps : reading.value;
  number.value = value;
  number.min = value;
  number.max = reading.max ? reading.max : std::optional(value);
  number.kind = reading.kind;
  return number;
}

void find_in_sentence(Document& document, const NumberLexicon& lexicon, Range bounds) {
  const NumberReader reader(document, lexicon, bounds);
  for (uint32_t i = bounds.first; i < bounds.last;) {
    const Word& word = document.words[i];
    const bool may_begin = word.kind == WordKind::digits ||
                           (word.kind == WordKind::arabic && (lexicon.word(word.base_id).kind != NumberClass::none ||
                                                              lexicon.word(word.form_id).kind != NumberClass::none ||
                                                              lexicon.no_numbers.begins(word.base_id)));
    if (!may_begin) {
      ++i;
      continue;
    }
    if (word.kind == WordKind::arabic) {
      // "بالمئة" belongs to the number before or behind it.
      if (const uint32_t percent = percent_words(document, lexicon, i, bounds.last); percent > 0) {
        i += percent;
        continue;
      }
      if (const uint32_t skipped = phrase_without_number(document, lexicon, i, bounds.last); skipped > 0) {
        i += skipped;
        continue;
      }
    }
    auto reading = reader.read(i);
    if (!reading) {
      ++i;
      continue;
    }
    if (reading->digits && negative(document, lexicon, *reading, bounds)) {
      reading->value = -reading->value;
      --reading->first;
    }
    i = reading->end;
    Number number = make_number(document, *reading);
    i = std::max(i, bind_number(document, lexicon, reader, *reading, number, bounds));
    document.numbers.push_back(number);
  }
}

// Whether a word counts two people: a noun for them in the indefinite dual ("قتيلان"). Duals of things ("كتابان") are
// left to the figures, since they as often only name a pair.
bool counts_two_people(const Document& document, const FigureLexicon& figures, uint32_t i) {
  const Word& word = document.words[i];
  if (word.enclitic_bytes > 0 || (word.proclitics & proclitic::al)) return false;
  if (!figures.begins(word.base_id, FigureLexicon::noun_bit)) return false;
  const auto found = figures.noun_trie.longest([&](uint32_t k) { return k == 0 ? word.base_id : unknown_form; });
  if (!found) return false;
  const CountedNoun& noun = figures.nouns[found->value];
  return noun.form == NounForm::dual && noun.kind != NounClass::skip && noun.kind != NounClass::thing;
}

// Adds the duals of a sentence whose numbers begin at first_number, an adjective in the dual excepted.
void add_duals(Document& document, const FigureLexicon& figures, Range bounds, size_t first_number) {
  std::vector<Number> duals;
  size_t next = first_number;
  bool after_dual = false;
  for (uint32_t i = bounds.first; i < bounds.last; ++i) {
    while (next < document.numbers.size() && document.numbers[next].words.last <= i) ++next;
    const bool taken = next < document.numbers.size() && document.numbers[next].words.contains(i);
    const bool dual = !taken && document.words[i].kind == WordKind::arabic && counts_two_people(document, figures, i);
    if (dual && !after_dual) {
      NumberReading reading;
      reading.value = 2;
      reading.kind = NumberKind::dual;
      reading.first = i;
      reading.end = i + 1;
      duals.push_back(make_number(document, reading));
    }
    after_dual = dual;
  }
  if (duals.empty()) return;
  const auto middle = static_cast<std::ptrdiff_t>(document.numbers.size());
  document.numbers.insert(document.numbers.end(), duals.begin(), duals.end());
  std::inplace_merge(document.numbers.begin() + static_cast<std::ptrdiff_t>(first_number),
                     document.numbers.begin() + middle, document.numbers.end(),
                     [](const Number& a, const Number& b) { return a.words.first < b.words.first; });
}

}  // namespace

void find_numbers(Document& document, const Lexicon& lexicon) {
  document.numbers.clear();
  for (const Sentence& sentence : document.sentences) {
    const size_t first = document.numbers.size();
    find_in_sentence(document, lexicon.numbers, sentence.words);
    add_duals(document, lexicon.figures, sentence.words, first);
  }
}

}  // namespace isnad
