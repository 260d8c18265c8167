#include "mentions/numbers.h"

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

// A minus sign that touches the number and nothing before it; before a counted noun it is the mark of a list.
bool negative(const Document& document, const NumberLexicon& lexicon, const NumberReading& reading, Range bounds) {
  const uint32_t first = reading.first;
  if (first == bounds.first || document.words[first].space_before) return false;
  if (document.bytes(document.words[first - 1].span) != "-") return false;
  if (first - 1 > bounds.first && !document.words[first - 1].space_before) return false;
  if (reading.end >= bounds.last) return true;
  const Word& next = document.words[reading.end];
  return next.kind != WordKind::arabic || lexicon.particle(next.stem_id) & number_particle::degree;
}

Number make_number(const Document& document, const NumberReading& reading) {
  Number number;
  number.words = {reading.first, reading.end};
  const Word& first = document.words[reading.first];
  const Word& last = document.words[reading.end - 1];
  number.span = {first.base.start, last.span.end};
  number.phrase = number.span;
  number.value = reading.value;
  number.min = reading.value;
  number.max = reading.max ? reading.max : std::optional(reading.value);
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

}  // namespace

void find_numbers(Document& document, const Lexicon& lexicon) {
  document.numbers.clear();
  for (const Sentence& sentence : document.sentences) find_in_sentence(document, lexicon.numbers, sentence.words);
}

}  // namespace isnad
