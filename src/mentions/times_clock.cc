// Parts of the day and clock times.
#include "mentions/times_reader.h"

#include <cmath>

namespace isnad {

namespace {

// A clock of twelve hours and the part of the day give the hour from 0 to 24.
int hour_of_day(int hour, DayPart part) {
  if (hour > 12) return hour;
  switch (part) {
    case DayPart::morning: return hour == 12 ? 0 : hour;
    case DayPart::afternoon: return hour >= 10 ? hour : hour + 12;
    case DayPart::evening: return hour == 12 ? 0 : hour + 12;
    case DayPart::night: return hour == 12 ? 0 : hour >= 6 ? hour + 12 : hour;
    case DayPart::none: break;
  }
  return hour;
}

}  // namespace

// A part of the day with its day ("مساء الخميس", "فجر اليوم") or alone ("منتصف الليل", "صباحا").
std::optional<TimeFound> TimeReader::part(uint32_t i) const {
  if (const auto hit = at(TimeClass::part, i)) {
    uint32_t k = is(hit->end, "من") ? hit->end + 1 : hit->end;
    if (is(k, "،") && at(TimeClass::today, k + 1)) ++k;  // "مساء، اليوم الاثنين،"
    auto inner = has_conjunction(k) ? std::nullopt : day(k);
    if (inner && inner->reading.hour < 0 &&
        (inner->reading.part == DayPart::none || inner->reading.kind != TimeKind::clock)) {
      inner->first = i;
      inner->reading.part = static_cast<DayPart>(hit->entry.a);
      if (inner->reading.part == DayPart::night) add_night_of_two_days(*inner);
      return inner;
    }
  }
  for (const TimeClass kind : {TimeClass::bare_part, TimeClass::part_definite, TimeClass::part_adverb}) {
    const auto hit = at(kind, i);
    // "لئلا" folds to "ليلا".
    if (!hit || document_.bytes(word(i).span).find("ئ") != std::string_view::npos) continue;
    TimeFound found{i, hit->end, {}};
    found.reading.kind = TimeKind::clock;
    found.reading.part = static_cast<DayPart>(hit->entry.a);
    uint32_t k = is(found.end, "من") ? found.end + 1 : found.end;
    if (auto inner = has_conjunction(k) ? std::nullopt : day(k); inner && inner->reading.hour < 0) {
      inner->first = i;
      if (inner->reading.part == DayPart::none) inner->reading.part = found.reading.part;
      return inner;
    }
    // "مساء", "الظهر" alone could be a name or an adverb of another word: only adverbs and nouns of a stretch.
    if (kind == TimeClass::part_adverb && !document_.bytes(word(i).span).ends_with("ا") &&
        !document_.bytes(word(i).span).ends_with("ً") && found.end == i + 1 && !is(i, "مساء")) {
      return std::nullopt;
    }
    if (kind == TimeClass::part_definite && i > bounds_.first && !(word(i).proclitics & proclitic::preposition) &&
        word(i - 1).kind == WordKind::arabic && found.end == i + 1 && !at_backwards(TimeClass::of, i) &&
        !at_backwards(TimeClass::through, i)) {
      return std::nullopt;
    }
    add_clock(found);
    return found;
  }
  return std::nullopt;
}

// "ليل الأحد - الاثنين": the night that begins on the first day.
void TimeReader::add_night_of_two_days(TimeFound& found) const {
  if (found.reading.weekday == 0) return;
  uint32_t k = found.end;
  const bool mark = is(k, "-") || is(k, "/") || is(k, "–") || is(k, "ـ") || is(k, "_");
  if (mark || is(k, "إلى")) ++k;
  const auto second = at(TimeClass::weekday, k);
  if (!second || (has_conjunction(k) && !(word(k).proclitics & proclitic::wa))) return;
  if (second->entry.a == found.reading.weekday % 7 + 1) found.end = second->end;
}

// "وقت سابق أمس", "وقت متأخر من مساء السبت"
std::optional<TimeFound> TimeReader::qualified(uint32_t i) const {
  const auto qualifier = at(TimeClass::qualifier, i);
  const auto late = qualifier ? std::nullopt : at(TimeClass::late, i);
  if (!qualifier && !late) return std::nullopt;
  const uint32_t end = qualifier ? qualifier->end : late->end;
  const uint32_t k = is(end, "من") || is(end, "في") ? end + 1 : end;
  std::optional<TimeFound> inner;
  if (!has_conjunction(k)) {
    inner = part(k);
    if (!inner) inner = day(k);
    if (!inner) inner = relative_unit(k);
    if (!inner && late) {
      if (const auto noun =
              at(TimeClass::part_definite, k) ? at(TimeClass::part_definite, k) : at(TimeClass::bare_part, k)) {
        inner = TimeFound{i, noun->end, {}};
        inner->reading.kind = TimeKind::clock;
        inner->reading.part = static_cast<DayPart>(noun->entry.a);
      }
    }
  }
  if (inner && inner->reading.kind != TimeKind::duration) {
    inner->first = i;
    if (late && inner->reading.part == DayPart::none) inner->reading.part = static_cast<DayPart>(late->entry.a);
    return inner;
  }
  if (!qualifier) return std::nullopt;
  TimeFound found{i, qualifier->end, {}};
  found.reading.kind = TimeKind::reference;
  found.reading.offset = qualifier->entry.a == 1 ? -1 : 1;
  return found;
}

// Hours and minutes in digits: "18:00", "04.17" behind "الساعة".
bool TimeReader::clock_digits(uint32_t i, TimeFound& found) const {
  const bool named = found.end > found.first || at_backwards(TimeClass::hour_word, i);
  const auto hour = digits_at(i);
  if (hour && is(i + 1, ":") && !word(i + 1).space_before && digits_at(i + 2) && !word(i + 2).space_before) {
    const int minute = *digits_at(i + 2);
    const bool third = is(i + 3, ":") && digits_at(i + 4);
    const bool touches = i > bounds_.first && !word(i).space_before && is(i - 1, ":");
    if (*hour > 24 || minute > 59 || document_.folded_form(word(i + 2)).size() != 2 || touches) return false;
    found.reading.hour = static_cast<int8_t>(*hour);
    found.reading.minute = static_cast<int8_t>(minute);
    found.end = third ? i + 5 : i + 3;
    return true;
  }
  if (!inside(i) || word(i).kind != WordKind::digits) return false;
  const std::string_view text = document_.folded_form(word(i));
  // "الساعة 1438 بتوقيت جرينتش"
  const bool four = text.size() == 4 && hour && *hour / 100 < 24 && *hour % 100 < 60;
  if (four && named && at(TimeClass::zone, i + 1)) {
    found.reading.hour = static_cast<int8_t>(*hour / 100);
    found.reading.minute = static_cast<int8_t>(*hour % 100);
    found.end = i + 1;
    return true;
  }
  const size_t point = text.find_first_of(".,");
  const bool shaped = point != std::string_view::npos && point >= 1 && point <= 2 && text.size() == point + 3;
  const bool zone = at(TimeClass::zone, i + 1) || at(TimeClass::zone_local, i + 1);
  if (shaped && (named || zone)) {
    const int h = std::stoi(std::string(text.substr(0, point)));
    const int m = std::stoi(std::string(text.substr(point + 1)));
    if (h > 24 || m > 59) return false;
    found.reading.hour = static_cast<int8_t>(h);
    found.reading.minute = static_cast<int8_t>(m);
    found.end = i + 1;
    return true;
  }
  return false;
}

// "وعشر دقائق", "ونصف", "والربع", "إلا ثلثا"
void TimeReader::add_minutes(TimeFound& found) const {
  TimeReading& reading = found.reading;
  const bool minus = at(TimeClass::minus, found.end).has_value();
  const uint32_t k = minus || is(found.end, "و") ? found.end + 1 : found.end;
  if (!minus && !has_conjunction(k) && k == found.end) return;
  const NumberWord* part = inside(k) ? &numbers_.word(word(k).base_id) : nullptr;
  const bool fraction = part && (part->kind == NumberClass::fraction) && part->value <= 0.5;
  const Number* number = number_at(k);
  if (fraction) {
    // "والنصف", "وربع", "إلا ثلثا"
    const auto minutes = static_cast<int>(std::lround(part->value * 60));
    if (minus) reading.hour = static_cast<int8_t>(reading.hour == 0 ? 23 : reading.hour - 1);
    reading.minute = static_cast<int8_t>(minus ? 60 - minutes : minutes);
    found.end = k + 1;
    return;
  }
  if (!number) return;
  double minutes = number->value;
  uint32_t end = number->words.last;
  const auto unit_hit = at(TimeClass::unit, end);
  if (!unit_hit || unit_hit->entry.a != 6) return;
  end = unit_hit->end;
  if (minutes < 1 || minutes > 59) return;
  if (minus) {
    reading.hour = static_cast<int8_t>(reading.hour == 0 ? 23 : reading.hour - 1);
    minutes = 60 - minutes;
  }
  reading.minute = static_cast<int8_t>(minutes);
  found.end = end;
}

// A part of the day behind a day or an hour: "أمس صباحا", "الثامنة مساء", "الثامنة من مساء الخميس".
void TimeReader::add_part(TimeFound& found) const {
  if (found.reading.part != DayPart::none || found.reading.kind == TimeKind::duration || has_conjunction(found.end))
    return;
  const uint32_t k = is(found.end, "في") ? found.end + 1 : found.end;
  const auto hit = at(TimeClass::part_adverb, k);
  if (!hit) return;
  // "مساء الخميس" behind a day is an expression of its own.
  if (at(TimeClass::part, k) && at(TimeClass::weekday, at(TimeClass::part, k)->end)) return;
  found.reading.part = static_cast<DayPart>(hit->entry.a);
  found.end = hit->end;
}

// The zone behind a clock time, and a second time in brackets with its own: "(18:00 تغ)".
void TimeReader::add_zone(TimeFound& found) const {
  if (const auto local = at(TimeClass::zone_local, found.end)) found.end = local->end;
  if (const auto zone = at(TimeClass::zone, found.end)) {
    found.reading.zone = zone->entry.a;
    found.end = zone->end;
  }
  uint32_t k = found.end;
  const bool bracket = is(k, "(");
  if (bracket || is(k, "،")) ++k;
  if (k == found.end) return;
  TimeFound second{k, k, {}};
  const uint32_t start = at(TimeClass::hour_word, k) ? at(TimeClass::hour_word, k)->end : k;
  if (start != k) second.end = start;
  const auto hour = digits_at(start);
  if (!clock_digits(start, second)) {
    if (!hour || *hour > 24 || !at(TimeClass::zone, start + 1)) return;
    second.reading.hour = static_cast<int8_t>(*hour);
    second.reading.minute = 0;
    second.end = start + 1;
  }
  const auto zone = at(TimeClass::zone, second.end);
  if (!zone) return;
  if (bracket && !is(zone->end, ")")) return;
  // The universal time tells more than the local one.
  found.reading.hour = second.reading.hour;
  found.reading.minute = second.reading.minute;
  found.reading.zone = zone->entry.a;
  found.reading.part = DayPart::none;
  found.end = zone->end + (bracket ? 1 : 0);
}

// The hour in words or bare digits, with its minutes: "الثامنة والنصف", "3 و15 دقيقة"; named: "الساعة" stands before.
bool TimeReader::clock_words(uint32_t i, bool named, TimeFound& found) const {
  TimeReading& reading = found.reading;
  const Number* number = number_at(i);
  const auto digits = digits_at(i);
  const bool ordinal = number && number->kind == NumberKind::ordinal && document_.bytes(word(i).span).ends_with("ة");
  const bool counted_hour = named && number && number->kind == NumberKind::cardinal;
  if (!ordinal && !digits && !counted_hour) return false;
  double value = digits ? *digits : number->value;
  uint32_t end = digits ? i + 1 : number->words.last;
  // "الرابعة وأربعون دقيقة": the minutes were read with the hour.
  const auto minute_word = at(TimeClass::unit, end);
  const int below = static_cast<int>(value) % 10;
  if (value > 20 && value < 60 && below != 0 && minute_word && minute_word->entry.a == 6) {
    reading.minute = static_cast<int8_t>(value - below);
    value = below;
    end = minute_word->end;
  }
  if (value < 1 || value > 24 || value != std::floor(value) || (ordinal && value > 12)) return false;
  reading.hour = static_cast<int8_t>(value);
  if (reading.minute < 0) reading.minute = 0;
  found.end = end;
  add_minutes(found);
  return true;
}

// The part of the day with its day behind an hour: "الثامنة من مساء الخميس", "الثالثة فجر اليوم".
void TimeReader::add_part_of_day(TimeFound& found) const {
  add_part(found);
  if (found.reading.part != DayPart::none) return;
  const uint32_t of = is(found.end, "من") ? found.end + 1 : found.end;
  const auto inner = has_conjunction(of) ? std::nullopt : part(of);
  if (!inner || inner->reading.hour >= 0) return;
  const TimeReading before = found.reading;
  found.reading = inner->reading;
  found.reading.hour = before.hour;
  found.reading.minute = before.minute;
  found.end = inner->end;
}

// The day behind a clock time: "الساعة 18:00 يوم الأحد".
void TimeReader::add_day_of_clock(TimeFound& found) const {
  if (found.reading.kind != TimeKind::clock || has_conjunction(found.end)) return;
  const uint32_t of = is(found.end, "من") ? found.end + 1 : found.end;
  auto inner = at(TimeClass::day, of) || at(TimeClass::today, of) ? today(of) : weekday(of);
  if (!inner && at(TimeClass::noun_of_day, of)) inner = day(of);
  if (!inner) return;
  const TimeReading before = found.reading;
  found.reading = inner->reading;
  found.reading.minute = before.minute;
  found.reading.zone = before.zone;
  const bool open = before.part == DayPart::none;
  found.reading.hour = static_cast<int8_t>(open ? hour_of_day(before.hour, inner->reading.part) : before.hour);
  found.end = inner->end;
}

// "الساعة الثامنة مساء", "18:00 تغ", "الثالثة فجرا", "الساعة 3 و15 دقيقة عصرا", "الثامنة من مساء الأحد"
std::optional<TimeFound> TimeReader::clock(uint32_t i) const {
  if (depth_ > 3) return std::nullopt;
  ++depth_;
  auto found = read_clock(i);
  --depth_;
  return found;
}

std::optional<TimeFound> TimeReader::read_clock(uint32_t i) const {
  TimeFound found{i, i, {}};
  TimeReading& reading = found.reading;
  reading.kind = TimeKind::clock;
  const auto named = at(TimeClass::hour_word, i);
  if (named) found.end = named->end;
  const uint32_t at_hour = found.end;
  const bool in_digits = clock_digits(at_hour, found);
  if (!in_digits && !clock_words(at_hour, named.has_value(), found)) return std::nullopt;
  const bool in_words = !in_digits && !digits_at(at_hour);
  const uint32_t before_part = found.end;
  add_part_of_day(found);
  const bool with_part = found.end != before_part;
  add_zone(found);
  if (!named && !in_digits && !with_part) {
    const auto tonight = at(TimeClass::day, found.end);
    if (!(in_words && tonight && tonight->entry.b != 0)) return std::nullopt;
  }
  if (reading.zone == no_zone || reading.part != DayPart::none) {
    // Without a word for the part of the day the hours of work are meant: "الساعة الثالثة".
    const bool spoken = in_words && reading.zone == no_zone && reading.part == DayPart::none && reading.hour <= 6;
    reading.hour = static_cast<int8_t>(hour_of_day(reading.hour, spoken ? DayPart::afternoon : reading.part));
  }
  add_day_of_clock(found);
  return found;
}

// A clock time behind a day: "الخميس الساعة 8", "أمس عند الساعة الثامنة مساء".
void TimeReader::add_clock(TimeFound& found) const {
  if (found.reading.kind == TimeKind::duration || found.reading.hour >= 0 || has_conjunction(found.end)) return;
  uint32_t k = found.end;
  if (is(k, "عند") || is(k, "في") || is(k, "،")) ++k;
  if (is(k, "تمام")) ++k;
  if (!at(TimeClass::hour_word, k)) return;
  const auto inner = clock(k);
  if (!inner || inner->reading.kind != TimeKind::clock) return;
  found.reading.hour = inner->reading.hour;
  found.reading.minute = inner->reading.minute;
  found.reading.zone = inner->reading.zone;
  found.reading.part = inner->reading.part;
  found.end = inner->end;
}

}  // namespace isnad
