// Units of time: relative ones ("الأسبوع الماضي"), durations ("ثلاثة أيام"), repetition ("كل أسبوع").
#include "mentions/times_reader.h"

#include <cmath>

namespace isnad {

namespace {

TimeUnit unit_of(const TimeEntry& entry) { return static_cast<TimeUnit>(entry.a); }
bool plural(const TimeEntry& entry) { return entry.b & unit_form::plural; }
bool dual(const TimeEntry& entry) { return entry.b & unit_form::dual; }
bool definite(const TimeEntry& entry) { return entry.b & unit_form::definite; }

}  // namespace

// Vague adjectives behind a plural ("القليلة"), and words that change nothing ("متتالية").
uint32_t TimeReader::add_vague(uint32_t i, bool& vague) const {
  while (inside(i) && !has_conjunction(i)) {
    const auto hit = at(TimeClass::vague, i);
    if (!hit || hit->entry.b == 0) return i;
    vague = true;
    i = hit->end;
  }
  return i;
}

// "الأسبوع الماضي", "هذا العام", "الأيام القليلة الماضية", "السنوات الخمس الأخيرة", "اليوم نفسه", "ذلك العام"
std::optional<TimeFound> TimeReader::relative_unit(uint32_t i) const {
  uint32_t k = i;
  const auto demonstrative = at(TimeClass::demonstrative, i);
  if (demonstrative) k = demonstrative->end;
  const auto hit = at(TimeClass::unit, k);
  if (!hit || (k != i && has_conjunction(k)) || !definite(hit->entry)) {
    // "نفس اليوم", "ذات العام"
    const bool today_word = demonstrative && at(TimeClass::today, k);
    if (!today_word) return std::nullopt;
  }
  const TimeEntry entry = hit ? hit->entry : TimeEntry{static_cast<int16_t>(TimeUnit::day), unit_form::definite, 0};
  TimeFound found{i, hit ? hit->end : k + 1, {}};
  TimeReading& reading = found.reading;
  reading.unit = unit_of(entry);
  const bool singular = !plural(entry) && !dual(entry);
  if (reading.unit == TimeUnit::minute || reading.unit == TimeUnit::second ||
      (reading.unit == TimeUnit::hour && singular)) {
    return std::nullopt;
  }
  if (singular ? add_relation_of_unit(found) : add_relation_of_units(found, entry)) return found;
  if (!singular) return std::nullopt;
  const auto same = has_conjunction(found.end) ? std::nullopt : at(TimeClass::same, found.end);
  if (!same && !demonstrative) return std::nullopt;
  if (same) found.end = same->end;
  reading.kind = same || demonstrative->entry.b ? TimeKind::anaphor : TimeKind::relative;
  if (reading.unit == TimeUnit::night) {
    reading.unit = TimeUnit::day;
    reading.part = DayPart::night;
  }
  return found;
}

// The adjective behind one unit: "العام الماضي", "اليوم التالي", "العام الماضي 2014م".
bool TimeReader::add_relation_of_unit(TimeFound& found) const {
  const auto relation = has_conjunction(found.end) ? std::nullopt : at(TimeClass::relation, found.end);
  if (!relation || is(found.end, "هذا")) return false;
  TimeReading& reading = found.reading;
  found.end = relation->end;
  reading.kind = relation->entry.b ? TimeKind::anaphor : TimeKind::relative;
  reading.offset = relation->entry.a;
  const auto year =
      reading.unit == TimeUnit::year && digits_at(found.end) ? year_number(found.end, false) : std::nullopt;
  if (year) {
    reading.kind = TimeKind::date;
    reading.unit = TimeUnit::none;
    reading.offset = 0;
    reading.year = static_cast<int16_t>(year->first);
    reading.hijri = year->first < 1500;
    found.end = year->second;
  }
  if (reading.unit == TimeUnit::night) {
    reading.unit = TimeUnit::day;
    reading.part = DayPart::night;
  }
  return true;
}

// The number and the adjectives behind several units: "الأيام القليلة الماضية", "السنوات الخمس الأخيرة".
bool TimeReader::add_relation_of_units(TimeFound& found, const TimeEntry& units) const {
  bool vague = false;
  const Number* number = number_at(found.end);
  if (number && !has_conjunction(found.end) && number->kind == NumberKind::cardinal)
    found.end = number->words.last;
  else
    number = nullptr;
  found.end = add_vague(found.end, vague);
  const auto relation = has_conjunction(found.end) ? std::nullopt : at(TimeClass::relation, found.end);
  if (!relation) {
    // "خلال السنوات الثلاث التي"
    if (!number) return false;
    found.reading.kind = TimeKind::duration;
    found.reading.count = number->value;
    return true;
  }
  found.end = add_vague(relation->end, vague);
  found.reading.kind = TimeKind::duration;
  found.reading.count = number ? number->value : dual(units) ? 2 : -1;
  return true;
}

// Words of age before or behind: "البالغ من العمر 30 عاما", "(30 عاما)", "، 30 عاما،".
bool TimeReader::is_age(uint32_t first, uint32_t end, TimeUnit unit) const {
  if (unit != TimeUnit::year && unit != TimeUnit::month) return false;
  if (at(TimeClass::age_after, end)) return true;
  const bool bracket = first > bounds_.first && is(first - 1, "(") && is(end, ")");
  const bool commas =
      first > bounds_.first && (is(first - 1, "،") || is(first - 1, ",")) && (is(end, "،") || is(end, ","));
  const auto dash = [&](uint32_t k) { return is(k, "-") || is(k, "–"); };
  const bool dashes = first > bounds_.first && dash(first - 1) && dash(end);
  if (bracket || commas || dashes) return true;
  for (uint32_t k = first; k > bounds_.first && first - k < 5; --k) {
    const auto age = at(TimeClass::age, k - 1);
    if (!age) continue;
    // "عن", "ذي" and the like only just before: "عن 70 عاما"
    const bool weak = word(k - 1).folded_size <= 6 && !is(k - 1, "عمر") && !is(k - 1, "سنه");
    // "لا تقل عن خمس سنوات": the preposition belongs to the bound.
    const Number* number = number_at(first);
    if (weak && number && number->phrase.start < number->span.start) continue;
    if (!weak || k == first || (k + 1 == first && numbers_.particle(word(k).form_id) & number_particle::definite))
      return true;
  }
  return false;
}

// What may stand behind a duration: "ونصف", "و21 يوما", "متتالية", "من الآن"; and its direction before it ("قبل",
// "بعد").
void TimeReader::finish_duration(TimeFound& found) const {
  TimeReading& reading = found.reading;
  if (const Number* half = number_at(found.end);
      half && half->kind == NumberKind::fraction && has_conjunction(found.end)) {
    reading.count += half->value;
    found.end = half->words.last;
    if (const auto again = at(TimeClass::unit, found.end); again && unit_of(again->entry) == reading.unit)
      found.end = again->end;
  } else {
    const bool apart = is(found.end, "و");
    const uint32_t next = apart ? found.end + 1 : found.end;
    const Number* more = apart || has_conjunction(next) ? number_at(next) : nullptr;
    if (more && reading.count >= 0 && more->kind == NumberKind::cardinal) {
      const auto unit_hit = at(TimeClass::unit, more->words.last);
      if (unit_hit && unit_of(unit_hit->entry) != reading.unit && !definite(unit_hit->entry) &&
          !has_conjunction(more->words.last)) {
        if (reading.more_unit == TimeUnit::none) {
          reading.more_count = more->value;
          reading.more_unit = unit_of(unit_hit->entry);
        } else {
          reading.more_days = unit_of(unit_hit->entry) == TimeUnit::day ? more->value : 0;
        }
        found.end = unit_hit->end;
        finish_duration(found);
        return;
      }
    }
  }
  while (at(TimeClass::plain_part, found.end) && !has_conjunction(found.end))
    found.end = skip(TimeClass::plain_part, found.end);
  const auto from_now = at(TimeClass::from_now, found.end);
  const auto ago = at_backwards(TimeClass::ago, found.first);
  const auto since = at_backwards(TimeClass::since, found.first);
  const auto after = at_backwards(TimeClass::after, found.first);
  const bool event = is(found.end, "من") || is(found.end, "على") || is(found.end, "عن");
  if (from_now) {
    reading.offset = after || reading.future ? 1 : -1;
    found.end = from_now->end;
  } else if (!event) {
    const bool ends = !inside(found.end) || word(found.end).kind == WordKind::punctuation;
    reading.offset = ago || (since && (!is(found.first - 1, "من") || ends)) ? -1
                     : after && future_before(found.first)                  ? 1
                                                                            : 0;
  }
}

// A number or a vague word with its unit: "ثلاثة أيام", "16 شهرا", "بضعة أعوام", "أكثر من 24 ساعة".
std::optional<TimeFound> TimeReader::counted(uint32_t i) const {
  uint32_t k = i;
  TimeFound found{i, i, {}};
  TimeReading& reading = found.reading;
  reading.kind = TimeKind::duration;
  const Number* number = nullptr;
  if (inside(k) && numbers_.particle(word(k).form_id) & number_particle::definite) ++k;
  if (const auto vague = at(TimeClass::vague, k); vague && vague->entry.b == 0) {
    k = vague->end;
    reading.count = -1;
  } else {
    number = number_at(k);
    if (!number || number->kind == NumberKind::percent || number->kind == NumberKind::ordinal) return std::nullopt;
    k = number->words.last;
    reading.count = number->kind == NumberKind::vague ? -1 : number->value;
    if (number->min && number->max && *number->min != *number->max && number->kind != NumberKind::vague)
      reading.count = *number->max;
  }
  if (!inside(k) || word(k).proclitics & (proclitic::conjunction | proclitic::preposition)) return std::nullopt;
  const auto hit = at(TimeClass::unit, k);
  const bool fraction = number && number->kind == NumberKind::fraction;
  if (!hit || (definite(hit->entry) && !fraction) || hit->entry.b & unit_form::construct || dual(hit->entry))
    return std::nullopt;
  if (fraction && definite(hit->entry) && unit_of(hit->entry) != TimeUnit::hour) return std::nullopt;
  if (reading.count < 0 && !plural(hit->entry) && number == nullptr) return std::nullopt;
  reading.unit = unit_of(hit->entry);
  found.end = hit->end;
  if (is_age(i, found.end, reading.unit)) return std::nullopt;
  // "ثلاثة أيام الجمعة"? no: a noun in the genitive behind the plural makes it a name ("أيام التشريق").
  bool vague = false;
  if (plural(hit->entry)) found.end = add_vague(found.end, vague);
  finish_duration(found);
  return found;
}

// A unit that stands alone: "يومين", "أيام", "منذ عام", "عام ونصف".
std::optional<TimeFound> TimeReader::lone_unit(uint32_t i) const {
  const auto hit = at(TimeClass::unit, i);
  if (!hit || definite(hit->entry) || hit->entry.b & unit_form::construct) return std::nullopt;
  // A number before it was judged with it: "(4 أعوام)" is an age.
  if (i > bounds_.first && number_ends_at(i)) return std::nullopt;
  TimeFound found{i, hit->end, {}};
  TimeReading& reading = found.reading;
  reading.kind = TimeKind::duration;
  reading.unit = unit_of(hit->entry);
  reading.count = dual(hit->entry) ? 2 : plural(hit->entry) ? -1 : 1;
  const bool weak = hit->entry.b & unit_form::weak;
  // "من أسبوع" is "since" only where nothing follows.
  const bool clause_ends = !inside(found.end) || word(found.end).kind == WordKind::punctuation;
  const bool introduced = at_backwards(TimeClass::through, i) || word(i).proclitics & (proclitic::li | proclitic::bi) ||
                          (clause_ends && i > bounds_.first && is(i - 1, "من"));
  bool vague = false;
  if (plural(hit->entry)) found.end = add_vague(found.end, vague);
  const Number* next = number_at(found.end);
  const bool half = next && next->kind == NumberKind::fraction && has_conjunction(found.end);
  const uint32_t more_at = is(found.end, "و") ? found.end + 1 : found.end;
  const Number* more = more_at != found.end || has_conjunction(more_at) ? number_at(more_at) : nullptr;
  const bool compound = more && at(TimeClass::unit, more->words.last) && !plural(hit->entry);
  const bool one = next && next->value == 1 && next->kind == NumberKind::cardinal && !has_conjunction(found.end);
  const bool whole = at(TimeClass::plain_part, found.end) && !has_conjunction(found.end);
  // A singular needs a word that makes it a stretch of time; "أيام العيد", "عام الفيل" are names.
  const Word* behind = inside(found.end) ? &word(found.end) : nullptr;
  const bool genitive = behind && !at(TimeClass::weekday, found.end) && behind->kind == WordKind::arabic &&
                        behind->proclitics & proclitic::al &&
                        !(behind->proclitics & (proclitic::conjunction | proclitic::preposition));
  // "أيام الجمعة", "شهر رمضان"
  const bool named_unit = (reading.unit == TimeUnit::day && at(TimeClass::weekday, found.end)) ||
                          (reading.unit == TimeUnit::month && at(TimeClass::month, found.end));
  if (named_unit || year_number(found.end, true)) return std::nullopt;
  if (genitive && !dual(hit->entry)) return std::nullopt;
  const bool noun_behind = behind && !vague && behind->pos == PartOfSpeech::noun && behind->proclitics == 0 &&
                           !at(TimeClass::plain_part, found.end);
  if (plural(hit->entry) && (at(TimeClass::feast, found.end) || (noun_behind && !introduced))) return std::nullopt;
  if (dual(hit->entry) && weak && genitive && !introduced) return std::nullopt;
  if (half && weak && !introduced && reading.count == 1) return std::nullopt;
  if (!dual(hit->entry) && !half && !vague && !compound) {
    if (!plural(hit->entry) && !introduced && !whole && !one) return std::nullopt;
    if (plural(hit->entry) && weak && !introduced && reading.unit != TimeUnit::year) return std::nullopt;
    // "بعد يوم من الحادث"
    const bool from_event = (is(found.end, "من") || is(found.end, "على")) &&
                            (at_backwards(TimeClass::after, i) || at_backwards(TimeClass::ago, i));
    if (!plural(hit->entry) && reading.unit == TimeUnit::day && !one && !whole && !from_event &&
        !at_backwards(TimeClass::since, i)) {
      return std::nullopt;
    }
  }
  if (next && next->kind == NumberKind::ordinal && !has_conjunction(found.end)) return std::nullopt;
  if (one) found.end = next->words.last;
  if (is_age(i, found.end, reading.unit)) return std::nullopt;
  finish_duration(found);
  return found;
}

// "يوميا", "كل أسبوع", "كل يوم جمعة", "كل ثلاثة أيام"
std::optional<TimeFound> TimeReader::repetition(uint32_t i) const {
  if (const auto each = at(TimeClass::each, i)) {
    // "كل عام 2014"? no number may follow.
    TimeFound found{i, each->end, {}};
    found.reading.kind = TimeKind::repetition;
    found.reading.unit = static_cast<TimeUnit>(each->entry.a);
    found.reading.count = 1;
    if (at(TimeClass::weekday, found.end) || at(TimeClass::weekday_bare, found.end)) {
      const auto day = at(TimeClass::weekday, found.end) ? at(TimeClass::weekday, found.end)
                                                         : at(TimeClass::weekday_bare, found.end);
      found.reading.weekday = static_cast<int8_t>(day->entry.a);
      found.end = day->end;
    }
    return found;
  }
  const auto every = at(TimeClass::every, i);
  if (!every) return std::nullopt;
  const auto day =
      at(TimeClass::weekday, every->end) ? at(TimeClass::weekday, every->end) : at(TimeClass::weekday_bare, every->end);
  if (day) {
    TimeFound found{i, day->end, {}};
    found.reading.kind = TimeKind::repetition;
    found.reading.weekday = static_cast<int8_t>(day->entry.a);
    return found;
  }
  auto inner = counted(every->end);
  if (!inner) {
    const auto hit = at(TimeClass::unit, every->end);
    if (!hit || definite(hit->entry) || plural(hit->entry)) return std::nullopt;
    inner = TimeFound{i, hit->end, {}};
    inner->reading.unit = unit_of(hit->entry);
    inner->reading.count = dual(hit->entry) ? 2 : 1;
  }
  inner->first = i;
  inner->reading.kind = TimeKind::repetition;
  return inner;
}

std::optional<TimeFound> TimeReader::unit(uint32_t i) const {
  if (auto found = relative_unit(i)) {
    // "الأسبوع القادم الأحد"
    const auto weekday_hit = found->reading.unit == TimeUnit::week ? at(TimeClass::weekday, found->end) : std::nullopt;
    if (weekday_hit && !has_conjunction(found->end)) {
      found->reading.kind = TimeKind::weekday;
      found->reading.weekday = static_cast<int8_t>(weekday_hit->entry.a);
      found->end = weekday_hit->end;
    }
    return found;
  }
  auto found = counted(i);
  const auto alone = lone_unit(i);
  return alone && (!found || alone->end > found->end) ? alone : found;
}

}  // namespace isnad
