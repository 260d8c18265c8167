#include "mentions/numbers_bounds.h"

#include <algorithm>

namespace isnad {
namespace {

// The longest phrase of the trie at i, by forms without clitics or else by whole forms.
template <class FormAt>
std::optional<PhraseTrie::Match> longest(const PhraseTrie& trie, FormAt&& word_at) {
  const auto base = trie.longest([&](uint32_t k) { return word_at(k) ? word_at(k)->base_id : unknown_form; });
  const auto form = trie.longest([&](uint32_t k) { return word_at(k) ? word_at(k)->form_id : unknown_form; });
  if (!base || (form && form->words > base->words)) return form;
  return base;
}

std::optional<PhraseTrie::Match> forwards(const Document& document, const PhraseTrie& trie, uint32_t i, Range bounds) {
  return longest(trie, [&](uint32_t k) { return i + k < bounds.last ? &document.words[i + k] : nullptr; });
}

std::optional<PhraseTrie::Match> backwards(const Document& document, const PhraseTrie& trie, uint32_t i, Range bounds) {
  return longest(trie, [&](uint32_t k) { return i >= bounds.first + k + 1 ? &document.words[i - k - 1] : nullptr; });
}

void apply(Number& number, Bound bound) {
  if (bound == Bound::approximate) number.approximate = true;
  if (bound == Bound::at_least) number.max.reset();
  if (bound == Bound::at_most) number.min.reset();
}

bool text_is(const Document& document, uint32_t i, Range bounds, std::string_view text) {
  return bounds.contains(i) && document.bytes(document.words[i].span) == text;
}

// "10-15": one dash between two numbers that grow, and no third part.
bool dash_range(const Document& document, uint32_t i, Range bounds) {
  if (!text_is(document, i, bounds, "-") && !text_is(document, i, bounds, "–")) return false;
  if (!bounds.contains(i + 1) || document.words[i + 1].kind != WordKind::digits) return false;
  const bool tight = !document.words[i].space_before && !document.words[i + 1].space_before;
  const bool loose = document.words[i].space_before && document.words[i + 1].space_before;
  const bool third = bounds.contains(i + 2) && !document.words[i + 2].space_before &&
                     document.words[i + 2].kind != WordKind::arabic && !text_is(document, i + 2, bounds, "%") &&
                     !text_is(document, i + 2, bounds, ".") && !text_is(document, i + 2, bounds, "،");
  const bool noun = bounds.contains(i + 2) && document.words[i + 2].kind == WordKind::arabic;
  // "15- 35 كم"
  const bool leaning = !document.words[i].space_before && document.words[i + 1].space_before;
  return (tight && !third) || ((loose || leaning) && noun);
}

// The second number of a range whose first ends before word `end`; empty where there is none.
std::optional<NumberReading> second_of_range(const Document& document, const NumberLexicon& lexicon,
                                             const NumberReader& reader, const NumberReading& reading, Range bounds) {
  const uint32_t end = reading.end;
  const uint32_t before = reading.first;
  const auto between = backwards(document, lexicon.between, before, bounds);
  if (between) {
    // "بين 10 و20", "بين 10 قتلى و20", "ما بين 10 إلى 20"
    for (uint32_t at = end; at <= end + 2 && bounds.contains(at); ++at) {
      if (reader.joined(at) || reader.particle(at) & (number_particle::to | number_particle::alternative)) {
        return reader.read(reader.joined(at) ? at : at + 1);
      }
      if (reader.particle(at) & number_particle::conjunction) return reader.read(at + 1);
    }
    return std::nullopt;
  }
  if (reading.kind != NumberKind::cardinal && reading.kind != NumberKind::percent) return std::nullopt;
  if (dash_range(document, end, bounds)) {
    const bool part_of_more = before > bounds.first && !document.words[before].space_before &&
                              document.words[before - 1].kind != WordKind::arabic &&
                              !text_is(document, before - 1, bounds, "(");
    return part_of_more ? std::nullopt : reader.read(end + 1);
  }
  const uint16_t particle = reader.particle(end);
  if (particle & number_particle::alternative) return reader.read(end + 1);
  if (!(particle & number_particle::to)) return std::nullopt;
  const bool from = before > bounds.first && reader.particle(before - 1) & number_particle::from;
  if (from) {
    for (uint32_t k = before - 1; k > bounds.first && before - k < 8; --k) {
      const Word& word = document.words[k - 1];
      if ((lexicon.particle(word.base_id) | lexicon.particle(word.stem_id)) & number_particle::change)
        return std::nullopt;
    }
  }
  return reader.read(end + 1);
}

void join_range(const Document& document, const NumberReading& first, const NumberReading& second, Number& number) {
  double low = first.value;
  const double scale = second.value / std::max(low, 1.0);
  // "من 5 إلى 7 آلاف": the scale stands once.
  if (!second.digits && second.value >= 1000 && low < 1000 && scale > 100) {
    double unit = 1;
    while (second.value / (unit * 1000) >= 1) unit *= 1000;
    if (low < 1000) low *= unit;
  }
  if (second.value <= low) return;
  number.value = low;
  number.min = low;
  number.max = second.max ? *second.max : second.value;
  number.words.last = second.end;
  number.span.end = document.words[second.end - 1].span.end;
}

// "يفوق عدد عناصرها 40", "لا تزيد نسبته على 10": what is measured stands between the bound and its number. Moves start
// over the preposition.
std::optional<Bound> bound_around(const Document& document, const NumberLexicon& lexicon, const NumberReader& reader,
                                  uint32_t& start, Range bounds) {
  constexpr uint32_t farthest = 5;
  if (start == bounds.first) return std::nullopt;
  const bool on = reader.particle(start - 1) & number_particle::bound_on;
  const uint32_t end = on ? start - 1 : start;
  for (uint32_t at = end; at > bounds.first && end - at < farthest; --at) {
    if (document.words[at - 1].kind != WordKind::arabic) return std::nullopt;
    if (!(reader.particle(at - 1) & number_particle::measured)) continue;
    const auto found = backwards(document, on ? lexicon.bounds_around_on : lexicon.bounds_around, at - 1, bounds);
    if (!found) return std::nullopt;
    start = end;
    return static_cast<Bound>(found->value);
  }
  return std::nullopt;
}

}  // namespace

uint32_t bind_number(const Document& document, const NumberLexicon& lexicon, const NumberReader& reader,
                     const NumberReading& reading, Number& number, Range bounds) {
  uint32_t end = reading.end;
  uint32_t start = reading.first;
  if (reading.kind == NumberKind::ordinal) return end;
  if (const auto second = second_of_range(document, lexicon, reader, reading, bounds);
      second && second->kind == reading.kind && second->value > reading.value) {
    join_range(document, reading, *second, number);
    end = number.words.last;
  }
  const auto after_percent = forwards(document, lexicon.percent_after, end, bounds);
  const auto before_percent = backwards(document, lexicon.percent_before, start, bounds);
  if (after_percent || before_percent) {
    number.kind = NumberKind::percent;
    if (after_percent)
      end += after_percent->words;
    else
      start -= before_percent->words;
  }
  // A clitic or the article in digits ("لـ", "الـ") may stand between the bound and the number.
  if (start > bounds.first && reader.particle(start - 1) & number_particle::definite) --start;
  // A conjunction before the number parts it from what bounds the number before: "عشرة على الأقل وثلاثة".
  while (const auto bound =
             reader.joined(start) ? std::nullopt : backwards(document, lexicon.bounds_before, start, bounds)) {
    apply(number, static_cast<Bound>(bound->value));
    start -= bound->words;
  }
  if (!number.approximate && number.min && number.max && !reader.joined(start)) {
    if (const auto bound = bound_around(document, lexicon, reader, start, bounds)) apply(number, *bound);
  }
  number.phrase = {document.words[start].base.start, document.words[end - 1].span.end};
  // Behind the number its noun may stand before the bound: "27 شخصا على الأقل".
  for (uint32_t at = end; at < bounds.last && at <= end + 3; ++at) {
    const bool with_conjunction = document.words[at].proclitics & proclitic::conjunction;
    auto bound = forwards(document, lexicon.bounds_after, at, bounds);
    if (!bound && with_conjunction && !text_is(document, at + 1, bounds, "من")) {
      bound = forwards(document, lexicon.bounds_joined, at, bounds);
    }
    if (bound) {
      apply(number, static_cast<Bound>(bound->value));
      number.phrase.end = document.words[at + bound->words - 1].span.end;
      break;
    }
    if (document.words[at].kind != WordKind::arabic || reader.joined(at)) break;
  }
  return end;
}

}  // namespace isnad
