#include "mentions/times_reader.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace isnad {

namespace {

constexpr uint64_t beginnings = [] {
  uint64_t bits = 0;
  for (const TimeClass c :
       {TimeClass::day,           TimeClass::today,       TimeClass::part,          TimeClass::part_adverb,
        TimeClass::part_definite, TimeClass::bare_part,   TimeClass::demonstrative, TimeClass::edge,
        TimeClass::reference,     TimeClass::qualifier,   TimeClass::late,          TimeClass::vague,
        TimeClass::every,         TimeClass::each,        TimeClass::weekend,       TimeClass::hour_word,
        TimeClass::year_word,     TimeClass::decade,      TimeClass::quarter,       TimeClass::month,
        TimeClass::weekday,       TimeClass::unit,        TimeClass::season,        TimeClass::feast,
        TimeClass::no_time,       TimeClass::noun_of_day, TimeClass::nth_last}) {
    bits |= TimeLexicon::bit(c);
  }
  return bits;
}();

}  // namespace

uint64_t TimeReader::starts(uint32_t i) const {
  if (!inside(i)) return 0;
  const Word& w = word(i);
  return lexicon_.starts_of(w.base_id) | lexicon_.starts_of(w.form_id);
}

std::optional<TimeReader::Hit> TimeReader::at(TimeClass kind, uint32_t i) const {
  if (!(starts(i) & TimeLexicon::bit(kind))) return std::nullopt;
  const PhraseTrie& trie = lexicon_.tries[static_cast<size_t>(kind)];
  const auto base = trie.longest([&](uint32_t k) { return inside(i + k) ? word(i + k).base_id : unknown_form; });
  const auto form = trie.longest([&](uint32_t k) { return inside(i + k) ? word(i + k).form_id : unknown_form; });
  const auto& best = !base || (form && form->words > base->words) ? form : base;
  if (!best) return std::nullopt;
  // Inside a phrase a conjunction begins something new: "أول وأمس".
  return Hit{lexicon_.entries[best->value], i + best->words};
}

// The word or phrase of that class that ends just before i (phrases of one or two words).
std::optional<TimeReader::Hit> TimeReader::at_backwards(TimeClass kind, uint32_t i) const {
  for (uint32_t words = 2; words >= 1; --words) {
    if (i < bounds_.first + words) continue;
    const auto hit = at(kind, i - words);
    if (hit && hit->end == i) return hit;
  }
  return std::nullopt;
}

const Number* TimeReader::number_at(uint32_t i) const {
  const auto& numbers = document_.numbers;
  const auto found = std::lower_bound(numbers.begin(), numbers.end(), i,
                                      [](const Number& number, uint32_t at) { return number.words.first < at; });
  return found != numbers.end() && found->words.first == i ? &*found : nullptr;
}

bool TimeReader::number_ends_at(uint32_t i) const {
  const auto& numbers = document_.numbers;
  const auto behind = std::lower_bound(numbers.begin(), numbers.end(), i,
                                       [](const Number& number, uint32_t at) { return number.words.first < at; });
  return behind != numbers.begin() && (behind - 1)->words.last == i;
}

std::optional<int> TimeReader::digits_at(uint32_t i) const {
  if (!inside(i) || word(i).kind != WordKind::digits) return std::nullopt;
  const std::string_view text = document_.folded_form(word(i));
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

uint32_t TimeReader::skip(TimeClass kind, uint32_t i) const {
  const auto hit = at(kind, i);
  return hit ? hit->end : i;
}

// Behind an opening bracket.
uint32_t TimeReader::skip_open(uint32_t i) const { return is(i, "(") || is(i, "[") ? i + 1 : i; }

// The clause speaks of what is to come: a verb of the future or "من المقرر" stands shortly before.
bool TimeReader::future_before(uint32_t i) const {
  for (uint32_t k = i; k > bounds_.first && i - k < 12; --k) {
    const Word& w = word(k - 1);
    if (w.kind == WordKind::punctuation && document_.bytes(w.span) != "\"" && document_.bytes(w.span) != "،")
      return false;
    if (w.proclitics & proclitic::sa) return true;
    if ((lexicon_.starts_of(w.base_id) | lexicon_.starts_of(w.form_id)) & TimeLexicon::bit(TimeClass::future))
      return true;
  }
  return false;
}

bool TimeReader::may_begin(uint32_t i) const {
  const Word& w = word(i);
  if (w.kind == WordKind::digits) return true;
  return w.kind == WordKind::arabic &&
         ((starts(i) & beginnings) || numbers_.word(w.base_id).kind != NumberClass::none ||
          numbers_.particle(w.form_id) & number_particle::definite);
}

uint32_t TimeReader::no_time(uint32_t i) const {
  const auto hit = at(TimeClass::no_time, i);
  return hit ? hit->end - i : 0;
}

std::optional<TimeFound> TimeReader::read(uint32_t i) const {
  using Method = std::optional<TimeFound> (TimeReader::*)(uint32_t) const;
  constexpr Method methods[] = {&TimeReader::qualified, &TimeReader::part,
                                &TimeReader::clock,     &TimeReader::repetition,
                                &TimeReader::day,       &TimeReader::quarter,
                                &TimeReader::edge,      &TimeReader::decade,
                                &TimeReader::season,    &TimeReader::month_expression,
                                &TimeReader::unit,      &TimeReader::year_expression};
  std::optional<TimeFound> best;
  for (const Method method : methods) {
    auto found = (this->*method)(i);
    if (found && (!best || found->end > best->end)) best = found;
  }
  if (best) return best;
  if (const auto hit = at(TimeClass::reference, i)) {
    const bool behind_in = i > bounds_.first && (is(i - 1, "في") || is(i - 1, "فى"));
    const bool ends =
        !inside(hit->end) || word(hit->end).kind != WordKind::arabic || !(word(hit->end).proclitics & proclitic::al);
    if (hit->entry.b != 0 && !(behind_in && ends)) return std::nullopt;
    TimeFound found{i, hit->end, {}};
    found.reading.kind = TimeKind::reference;
    found.reading.offset = hit->entry.a == 0 ? 0 : hit->entry.a == 1 ? -1 : 1;
    return found;
  }
  return std::nullopt;
}

TimeType type_of(const TimeReading& reading) {
  if (reading.kind == TimeKind::duration) return TimeType::duration;
  if (reading.kind == TimeKind::repetition) return TimeType::set;
  if (reading.kind == TimeKind::clock || reading.part != DayPart::none || reading.hour >= 0) return TimeType::time;
  return TimeType::date;
}

}  // namespace isnad
