// Relative days and days of the week, alone or with a date.
#include "mentions/times_reader.h"

namespace isnad {

// The day of the week behind a relative day: "أمس الجمعة", "اليوم (الاثنين)".
void TimeReader::add_weekday(TimeFound& found) const {
  uint32_t k = found.end;
  const bool quoted = (is(k, "\"") && is(k + 2, "\"")) || (is(k, "«") && is(k + 2, "»"));
  const bool bracket = is(k, "(") || quoted;
  if (bracket || is(k, "،") || is(k, "-")) ++k;
  if (const auto noun = at(TimeClass::noun_of_day, k); noun && at(TimeClass::weekday, noun->end)) k = noun->end;
  const auto hit = at(TimeClass::weekday, k);
  if (!hit || has_conjunction(k) || (word(k).proclitics & proclitic::preposition)) return;
  const bool closed = is(hit->end, ")") || quoted;
  if (bracket && !closed) {
    TimeFound inner{k, hit->end, found.reading};
    add_date(inner);
    if (!is(inner.end, ")")) return;
    found.reading = inner.reading;
    found.reading.weekday = static_cast<int8_t>(hit->entry.a);
    found.end = inner.end + 1;
    return;
  }
  if (!bracket && k != found.end && !is(found.end, "-")) {
    // "اليوم، الاثنين،": an apposition is closed by a second comma.
    if (!is(hit->end, "،")) return;
  }
  if (is(found.end, "-") && !is(hit->end, "-")) return;
  found.reading.weekday = static_cast<int8_t>(hit->entry.a);
  found.end = hit->end + (bracket ? 1 : 0);
}

std::optional<TimeFound> TimeReader::today(uint32_t i) const {
  if (const auto hit = at(TimeClass::day, i)) {
    TimeFound found{i, hit->end, {}};
    found.reading.kind = TimeKind::relative;
    found.reading.unit = TimeUnit::day;
    found.reading.offset = hit->entry.a;
    found.reading.part = static_cast<DayPart>(hit->entry.b);
    add_weekday(found);
    const TimeReading before = found.reading;
    add_date(found);
    if (found.reading.kind != before.kind) found.reading.part = before.part;
    return found;
  }
  const auto hit = at(TimeClass::today, i);
  if (!hit) return std::nullopt;
  TimeFound found{i, hit->end, {}};
  found.reading.kind = TimeKind::relative;
  found.reading.unit = TimeUnit::day;
  if (const auto same = at(TimeClass::same, hit->end)) {
    found.reading.from_mention = true;
    found.reading.kind = TimeKind::anaphor;
    found.end = same->end;
    return found;
  }
  if (const auto relation = at(TimeClass::relation, hit->end); relation && !has_conjunction(hit->end)) {
    // "اليوم الأخير من شهر مارس"
    const bool final_one = document_.folded_form(word(hit->end)) == "الاخير";
    if (final_one) {
      const uint32_t of = skip(TimeClass::of, relation->end);
      auto month_found = of != relation->end ? month_expression(of) : std::nullopt;
      if (!month_found) return std::nullopt;
      month_found->first = i;
      month_found->reading.day = -1;
      return month_found;
    }
    found.reading.offset = relation->entry.a;
    found.reading.kind = relation->entry.b || relation->entry.a < 0 ? TimeKind::anaphor : TimeKind::relative;
    found.end = relation->end;
    return found;
  }
  if (const auto last = at(TimeClass::nth_last, i)) return std::nullopt;
  // "اليوم الثالث من أكتوبر" is a date, "لليوم الثالث" a rank.
  if (const Number* number = number_at(hit->end); number && number->kind == NumberKind::ordinal &&
                                                  !has_conjunction(hit->end) &&
                                                  word(hit->end).proclitics & proclitic::al) {
    auto dated = date(hit->end);
    if (dated) dated->first = i;
    return dated;
  }
  add_weekday(found);
  add_date(found);
  if (found.end == hit->end && i > bounds_.first && (is(i - 1, "في") || is(i - 1, "فى")) &&
      !(word(i).proclitics & proclitic::preposition)) {
    // "ثلاث مرات في اليوم"
    found.reading.kind = TimeKind::repetition;
    found.reading.count = 1;
  }
  return found;
}

// "الأحد", "يوم الأحد المقبل", "السبت الثامن من يناير", "الاثنين من هذا الأسبوع"
std::optional<TimeFound> TimeReader::weekday(uint32_t i) const {
  uint32_t k = i;
  if (const auto noun = at(TimeClass::noun_of_day, i))
    k = noun->end;
  else if (const auto construct = at(TimeClass::unit, i);
           construct && construct->entry.a == 1 && construct->entry.b & unit_form::construct)
    k = construct->end;
  if (k != i && has_conjunction(k)) return std::nullopt;
  auto hit = at(TimeClass::weekday, k);
  if (!hit && (k != i || at(TimeClass::weekday_bare, k))) {
    hit = at(TimeClass::weekday_bare, k);
    // "احد الاسبوع الماضي", "يوم جمعة": without article only before its week or behind "يوم".
    if (hit && k == i && !(relative_unit(hit->end) && relative_unit(hit->end)->reading.unit == TimeUnit::week))
      return std::nullopt;
  }
  if (!hit) return std::nullopt;
  TimeFound found{i, hit->end, {}};
  found.reading.kind = TimeKind::weekday;
  found.reading.weekday = static_cast<int8_t>(hit->entry.a);
  found.reading.future = future_before(i);
  if (const auto relation = at(TimeClass::relation, hit->end); relation && !has_conjunction(hit->end)) {
    found.reading.offset = relation->entry.a;
    found.reading.from_mention = relation->entry.b != 0;
    found.end = relation->end;
    add_date(found);
    return found;
  }
  const uint32_t week_at = is(found.end, "من") || is(found.end, "في") ? found.end + 1 : found.end;
  if (const auto week = relative_unit(week_at);
      week && week->reading.unit == TimeUnit::week && !has_conjunction(week_at)) {
    found.reading.unit = TimeUnit::week;
    found.reading.offset = week->reading.offset;
    found.end = week->end;
    return found;
  }
  // "السبت السادس عشر", "يوم الأحد الثاني", "الجمعة 15"
  if (const auto nth = nth_weekday(i)) return nth;
  add_date(found);
  if (found.reading.kind == TimeKind::weekday) {
    uint32_t at_day = is(found.end, "في") ? found.end + 1 : found.end;
    const auto number = has_conjunction(at_day) ? std::nullopt : day_of_month(at_day);
    const Number* words = number_at(at_day);
    const bool ends = number && (!inside(number->second) || word(number->second).kind == WordKind::punctuation);
    if (number && ends &&
        (digits_at(at_day) || (words && (words->kind == NumberKind::ordinal || at_day != found.end)))) {
      found.reading.kind = TimeKind::date;
      found.reading.day = static_cast<int8_t>(number->first);
      found.end = number->second;
    }
  }
  return found;
}

// "أول جمعة من يوليو", "آخر اثنين من شهر مارس", "الثلاثاء الثالث من أيلول 2014", "ثالث يوم من", "يوم الأحد الثاني"
std::optional<TimeFound> TimeReader::nth_weekday(uint32_t i) const {
  uint32_t k = i;
  int nth = 0;
  TimeFound found{i, i, {}};
  const auto ordinal = [&](uint32_t at_word) {
    const Number* number = number_at(at_word);
    if (number && number->kind == NumberKind::ordinal && number->value <= 5)
      return std::pair{int(number->value), number->words.last};
    const auto last = at(TimeClass::nth_last, at_word);
    if (last) return std::pair{-1, last->end};
    const auto relation = at(TimeClass::relation, at_word);
    const bool final_one = relation && document_.folded_form(word(at_word)) == "الاخير";
    return final_one ? std::pair{-1, relation->end} : std::pair{0, at_word};
  };
  const auto before = ordinal(k);
  if (before.first != 0) {
    nth = before.first;
    k = before.second;
  }
  if (const auto noun = at(TimeClass::noun_of_day, k);
      noun && (at(TimeClass::weekday, noun->end) || at(TimeClass::weekday_bare, noun->end))) {
    k = noun->end;
  }
  const auto day = at(TimeClass::weekday, k) ? at(TimeClass::weekday, k) : at(TimeClass::weekday_bare, k);
  if (!day) return std::nullopt;
  k = day->end;
  if (nth == 0) {
    const auto behind = ordinal(k);
    if (behind.first == 0 || has_conjunction(k)) return std::nullopt;
    nth = behind.first;
    k = behind.second;
  }
  found.reading.kind = TimeKind::date;
  found.reading.weekday = static_cast<int8_t>(day->entry.a);
  found.reading.nth = static_cast<int8_t>(nth);
  found.end = k;
  const uint32_t of = skip(TimeClass::of, k);
  if (const auto m = month(of); m && of != k) {
    found.reading.month = static_cast<int8_t>(m->month);
    found.reading.hijri = m->hijri;
    found.end = m->end;
    add_year(found);
    return found;
  }
  if (const auto unit_found = relative_unit(of); unit_found && of != k && unit_found->reading.unit == TimeUnit::month) {
    found.reading.unit = TimeUnit::month;
    found.reading.offset = unit_found->reading.offset;
    found.end = unit_found->end;
    return found;
  }
  // "أول جمعة بعد عيد الفطر", "ثالث ثلاثاء قبل 5 مايو"
  if (const bool after = is(k, "بعد"); nth > 0 && (after || is(k, "قبل"))) {
    auto base = date(k + 1);
    if (!base) base = feast(k + 1);
    if (base && base->reading.kind == TimeKind::date && base->reading.day > 0) {
      base->first = i;
      base->reading.weekday = found.reading.weekday;
      base->reading.nth = found.reading.nth;
      base->reading.beside = after ? 1 : -1;
      return base;
    }
  }
  // Without its month only where the ordinal stands behind the day, and nothing follows.
  const bool ends = !inside(found.end) || word(found.end).kind == WordKind::punctuation;
  if (before.first != 0 || !ends || of != k) return std::nullopt;
  found.reading.unit = TimeUnit::month;
  return found;
}

}  // namespace isnad
