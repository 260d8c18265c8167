// Days: relative ones, days of the week, dates.
#include "mentions/times_reader.h"

#include <charconv>
#include <cmath>

#include "lexicon/table.h"

namespace isnad {

namespace {

// A number of digits between separators; empty where it is none or too long.
std::optional<int> small_number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || text.size() > 4 || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// Year, month and day from three numbers as newsrooms write them: day first, or the year; the American order only
// where the middle number can be no month.
bool set_date(TimeReading& reading, int a, int b, int c, size_t digits_of_last) {
  if (a > 1000) {
    std::swap(a, c);
    if (a > 31 || b > 12) return false;
  } else if (c < 100 && digits_of_last == 2) {
    c += c < 50 ? 2000 : 1900;
  }
  if (b > 12 && a <= 12) std::swap(a, b);
  if (a < 1 || a > 31 || b < 1 || b > 12 || c < 1000 || c > 2200) return false;
  reading.day = static_cast<int8_t>(a);
  reading.month = static_cast<int8_t>(b);
  reading.year = static_cast<int16_t>(c);
  reading.hijri = c >= 1300 && c < 1500;
  return true;
}

}  // namespace

// A number from 1 to 31 that can be a day of the month: digits, or the words of a cardinal or ordinal.
std::optional<std::pair<int, uint32_t>> TimeReader::day_of_month(uint32_t i) const {
  if (inside(i) && numbers_.particle(word(i).form_id) & number_particle::definite) ++i;
  if (const auto digits = digits_at(i)) {
    if (*digits < 1 || *digits > 31) return std::nullopt;
    return std::pair{*digits, i + 1};
  }
  const Number* number = number_at(i);
  if (!number || number->value < 1 || number->value > 31 || number->value != std::floor(number->value))
    return std::nullopt;
  if (number->kind != NumberKind::cardinal && number->kind != NumberKind::ordinal) return std::nullopt;
  if (number->max && *number->max != number->value) return std::nullopt;
  uint32_t end = number->words.last;
  // "السابع عشرة": the second half of the teen in the other gender is still of the number.
  return std::pair{static_cast<int>(number->value), end};
}

// Day, then month, then year: "8 يناير 2014", "الثامن من يناير (كانون الثاني)", "2- أكتوبر", "16. نوفمبر. 2016".
std::optional<TimeFound> TimeReader::date(uint32_t i) const {
  const auto number = day_of_month(i);
  if (!number || (i > bounds_.first && at_backwards(TimeClass::named_after, i))) return std::nullopt;
  uint32_t at_month = number->second;
  const bool bracket = i > bounds_.first && is(i - 1, "(") && is(at_month, ")");  // "يوم (19) شوال"
  if (bracket || is(at_month, "-") || is(at_month, "/") || is(at_month, ".")) ++at_month;
  if (const auto day_word = at(TimeClass::unit, at_month); day_word && day_word->entry.a == 1) at_month = day_word->end;
  const uint32_t behind_of = skip(TimeClass::of, at_month);
  TimeFound found{i, number->second, {}};
  found.reading.kind = TimeKind::date;
  found.reading.day = static_cast<int8_t>(number->first);
  const auto named = [&](uint32_t k) {
    const auto m = month(k);
    return m && !has_conjunction(k) ? m : std::nullopt;
  };
  auto m = named(at_month);
  if (!m && behind_of != at_month) m = named(behind_of);
  if (m) {
    found.reading.month = static_cast<int8_t>(m->month);
    found.reading.hijri = m->hijri;
    found.end = m->end;
    if (is(found.end, ".") && digits_at(found.end + 1)) ++found.end;
    add_year(found);
    add_pair(found);
    return found;
  }
  // "السادس من الشهر الجاري", "التاسع عشر من هذا الشهر"
  if (behind_of == at_month) return std::nullopt;
  if (const auto month_unit = relative_unit(behind_of); month_unit && month_unit->reading.unit == TimeUnit::month) {
    found.reading.unit = TimeUnit::month;
    found.reading.offset = month_unit->reading.offset;
    found.reading.from_mention = month_unit->reading.kind == TimeKind::anaphor;
    found.end = month_unit->end;
    return found;
  }
  return std::nullopt;
}

// "يناير الثاني والعشرين، 2018", "يناير 22"
std::optional<TimeFound> TimeReader::month_first(uint32_t i) const {
  const auto m = month(i);
  if (!m || m->hijri) return std::nullopt;
  const auto number = day_of_month(m->end);
  if (!number || has_conjunction(m->end)) return std::nullopt;
  const Number* words = number_at(m->end);
  const bool ordinal = words && words->kind == NumberKind::ordinal;
  TimeFound found{i, number->second, {}};
  found.reading.kind = TimeKind::date;
  found.reading.day = static_cast<int8_t>(number->first);
  found.reading.month = static_cast<int8_t>(m->month);
  const bool year = add_year(found);
  // Behind a month a bare number counts something ("في يناير 12 قتيلا") unless a year follows it.
  return year || ordinal ? std::optional(found) : std::nullopt;
}

// "21-04-2016", "2016/4/21", "18-9-15", "21.04.2016"; "22/04" and "4.22" where a preposition or "يوم" stands before.
std::optional<TimeFound> TimeReader::numeric_date(uint32_t i) const {
  if (!inside(i) || word(i).kind != WordKind::digits) return std::nullopt;
  if (i > bounds_.first && !word(i).space_before && !is(i - 1, "(") && !is(i - 1, "\"") &&
      word(i - 1).kind != WordKind::arabic) {
    return std::nullopt;
  }
  TimeFound found{i, i + 1, {}};
  found.reading.kind = TimeKind::date;
  std::vector<std::string_view> parts = split(document_.folded_form(word(i)), '.');
  while (parts.size() == 1 || found.end > i + 1) {
    // Blanks around the marks only where a year of four digits ends the date: "8/ 11/ 1436".
    const bool mark = (is(found.end, "-") || is(found.end, "/")) && digits_at(found.end + 1);
    const bool tight = mark && !word(found.end).space_before && !word(found.end + 1).space_before;
    const bool year_ends = document_.folded_form(word(i)).size() == 4 ||
                           (digits_at(parts.size() == 1 ? found.end + 3 : found.end + 1).value_or(0) >= 1000);
    const bool loose = mark && year_ends;
    if (!(tight || loose) || parts.size() == 4) break;
    parts.push_back(document_.folded_form(word(found.end + 1)));
    found.end += 2;
  }
  std::optional<int> values[3];
  if (parts.size() < 2 || parts.size() > 3) return std::nullopt;
  for (size_t k = 0; k < parts.size(); ++k) {
    values[k] = small_number(parts[k]);
    if (!values[k]) return std::nullopt;
  }
  if (parts.size() == 3) {
    if (!set_date(found.reading, *values[0], *values[1], *values[2], parts[2].size())) return std::nullopt;
    if (const auto mark = at(TimeClass::hijri_mark, found.end))
      found.end = mark->end;
    else if (const auto gregorian = at(TimeClass::gregorian_mark, found.end))
      found.end = gregorian->end;
    add_pair(found);
    return found;
  }
  int a = *values[0], b = *values[1];
  if (b > 12 && a <= 12) std::swap(a, b);
  const bool ends = !inside(found.end) || word(found.end).kind == WordKind::punctuation;
  const bool dot = found.end == i + 1;
  const bool introduced = i > bounds_.first && !is(i - 1, "من") &&
                          (at_backwards(TimeClass::noun_of_day, i) || at_backwards(TimeClass::of, i));
  if (is(found.end, "%") || is(found.end, "٪")) return std::nullopt;
  const bool dash = !dot && is(i + 1, "-");
  if (a < 1 || a > 31 || b < 1 || b > 12 || !ends || dash || ((dot || a <= 12) && !introduced)) return std::nullopt;
  found.reading.day = static_cast<int8_t>(a);
  found.reading.month = static_cast<int8_t>(b);
  return found;
}

// "15 شعبان 1436 الموافق 2 يونيو 2015": two calendars, one time; the Gregorian one is kept.
void TimeReader::add_pair(TimeFound& found) const {
  uint32_t k = found.end;
  if (is(k, "،") || is(k, "-") || is(k, "(")) ++k;
  const auto pair = at(TimeClass::pairs, k);
  if (!pair && !is(found.end, "(")) return;
  k = pair ? pair->end : k;
  if (is(k, "لـ") || is(k, "ل")) ++k;
  if (const auto noun = at(TimeClass::noun_of_day, k)) k = noun->end;
  auto other = date(k);
  if (!other) other = numeric_date(k);
  if (!other) return;
  if (!pair && other->reading.hijri == found.reading.hijri) return;
  const int8_t weekday = found.reading.weekday;
  if (found.reading.hijri || found.reading.day == 0) {
    const TimeReading before = found.reading;
    found.reading = other->reading;
    found.reading.part = before.part;
    found.reading.hour = before.hour;
    found.reading.minute = before.minute;
  }
  if (weekday != 0) found.reading.weekday = weekday;
  found.end = other->end;
  if (!pair && is(found.end, ")")) ++found.end;
}

// A date behind a day: "السبت 8 يناير", "الأحد (20 يوليو)", "الاثنين، يناير 22", "الخميس الموافق 14 شباط".
void TimeReader::add_date(TimeFound& found) const {
  uint32_t k = found.end;
  const bool bracket = is(k, "(");
  if (bracket || is(k, "،") || is(k, ",") || is(k, "-")) ++k;
  if (!bracket && at(TimeClass::of, k) && !is(k, "من")) k = skip(TimeClass::of, k);
  if (const auto pair = at(TimeClass::pairs, k)) k = pair->end;
  if (is(k, "لـ") || is(k, "ل")) ++k;
  auto other = date(k);
  if (!other) other = numeric_date(k);
  if (!other) other = month_first(k);
  if (!other || has_conjunction(k)) return;
  if (bracket && !is(other->end, ")")) return;
  const TimeReading before = found.reading;
  found.reading = other->reading;
  found.reading.weekday = before.weekday;
  found.reading.part = before.part;
  if (before.kind == TimeKind::relative) {
    // "اليوم الاثنين 20 يوليو": the date is also the report's own.
    found.reading.unit = TimeUnit::day;
    found.reading.offset = before.offset;
  }
  found.end = other->end + (bracket ? 1 : 0);
  add_pair(found);
}

// "في 27.", "للثاني والعشرين": a day of the month alone, at the end of its clause.
std::optional<TimeFound> TimeReader::lone_day_of_month(uint32_t i) const {
  const auto number = day_of_month(i);
  if (!number || number->first < 13) return std::nullopt;
  if (inside(number->second) && word(number->second).kind != WordKind::punctuation) return std::nullopt;
  const Number* words = number_at(i);
  // "الثالثة عشرة" is a rank or an hour.
  const bool feminine_teen = number->first < 20 && words && words->words.size() > 1 &&
                             document_.folded_form(word(words->words.last - 1)) == "عشره";
  const bool ordinal = words && words->kind == NumberKind::ordinal && !feminine_teen;
  const bool in = i > bounds_.first && is(i - 1, "في");
  const bool preposition = i > bounds_.first && (is(i - 1, "إلى") || is(i - 1, "حتى") || in);
  const bool joined = word(i).proclitics & proclitic::preposition;
  if (!(ordinal && (preposition || joined)) && !(in && digits_at(i) && word(i).space_before)) return std::nullopt;
  TimeFound found{i, number->second, {}};
  found.reading.kind = TimeKind::date;
  found.reading.day = static_cast<int8_t>(number->first);
  found.reading.unit = TimeUnit::month;
  return found;
}

// "عيد الفطر", "ثاني أيام عيد الفطر"
std::optional<TimeFound> TimeReader::feast(uint32_t i) const {
  uint32_t name = i;
  int nth = 1;
  if (const Number* number = number_at(i); number && number->kind == NumberKind::ordinal && number->value <= 7) {
    const auto days = at(TimeClass::unit, number->words.last);
    if (!days || days->entry.a != 1) return std::nullopt;
    nth = static_cast<int>(number->value);
    name = is(days->end, "من") ? days->end + 1 : days->end;
  }
  const auto hit = at(TimeClass::feast, name);
  if (!hit) return std::nullopt;
  // "مهرجان عيد الفطر", "مهنئين بعيد الفطر": the feast, not its time.
  const bool timed = name != i || (i > bounds_.first && at_backwards(TimeClass::of_feast, i));
  TimeFound found{i, hit->end, {}};
  found.reading.kind = TimeKind::date;
  found.reading.month = static_cast<int8_t>(hit->entry.a);
  found.reading.day = static_cast<int8_t>(hit->entry.b + nth - 1);
  found.reading.hijri = hit->entry.c != 0;
  return add_year(found) || timed ? std::optional(found) : std::nullopt;
}

std::optional<TimeFound> TimeReader::day(uint32_t i) const {
  std::optional<TimeFound> best;
  const auto take = [&](std::optional<TimeFound> found) {
    if (found && (!best || found->end > best->end)) best = found;
  };
  const uint64_t bits = starts(i);
  if (bits & (TimeLexicon::bit(TimeClass::day) | TimeLexicon::bit(TimeClass::today))) take(today(i));
  take(weekday(i));
  take(nth_weekday(i));
  take(date(i));
  take(numeric_date(i));
  take(month_first(i));
  take(lone_day_of_month(i));
  // "يوم الـ10 من كانون الثاني", "يوم 5 مايو", "اليوم الأول من شهر مارس"
  if (const auto noun = at(TimeClass::noun_of_day, i); noun && !has_conjunction(noun->end)) {
    auto dated = date(noun->end);
    if (!dated) dated = numeric_date(noun->end);
    if (dated) {
      dated->first = i;
      take(dated);
    }
  }
  if (const auto number = number_at(i); number && number->kind == NumberKind::ordinal) {
    // "ثالث يوم من شهر", "آخر يوم": the word for day behind its ordinal
    if (const auto unit_hit = at(TimeClass::unit, number->words.last); unit_hit && unit_hit->entry.a == 1)
      take(date(i));
  }
  take(feast(i));
  if (!best) return best;
  add_part(*best);
  add_clock(*best);
  return best;
}

}  // namespace isnad
