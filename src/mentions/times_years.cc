// Months, years, and parts of them: beginnings and ends, quarters, seasons, decades.
#include "mentions/times_reader.h"

#include <cmath>

namespace isnad {

namespace {

bool gregorian_year(int year) { return year >= 1900 && year <= 2100; }
// Years that reports of our time mean in the Hijri calendar where no mark tells.
bool hijri_year(int year) { return year >= 1350 && year <= 1450; }

}  // namespace

// One month under one or two names: "يناير", "كانون الثاني/يناير", "يناير (كانون الثاني)", "مارس آذار", "شهر 3".
std::optional<TimeReader::MonthFound> TimeReader::month(uint32_t i) const {
  uint32_t k = i;
  bool named_month = false;
  if (is(i, "شهر") || is(i, "بشهر") || is(i, "لشهر") || is(i, "الشهر")) {
    named_month = true;
    ++k;
  }
  const auto hit = at(TimeClass::month, k);
  if (!hit) {
    // "شهر ثلاثة": the month by its number, where nothing is counted behind it.
    const Number* number = named_month ? number_at(k) : nullptr;
    if (!number || number->kind != NumberKind::cardinal || number->value < 1 || number->value > 12) return std::nullopt;
    const uint32_t end = number->words.last;
    const bool counts =
        inside(end) && word(end).kind == WordKind::arabic && !at(TimeClass::year_word, end) && !is(end, "من");
    if (counts || number->value != std::floor(number->value)) return std::nullopt;
    return MonthFound{static_cast<int>(number->value), false, false, end};
  }
  MonthFound found{hit->entry.a, hit->entry.b != 0, hit->entry.c != 0 && !named_month, hit->end};
  uint32_t next = found.end;
  const bool bracket = is(next, "(");
  if (bracket || is(next, "/") || is(next, "-") || is(next, "ـ") || is(next, "–")) ++next;
  if (const auto other = at(TimeClass::month, next)) {
    const bool same = other->entry.a == found.month && (other->entry.b != 0) == found.hijri;
    if (same && (!bracket || is(other->end, ")"))) {
      found.end = other->end + (bracket ? 1 : 0);
      found.weak = false;
    }
  }
  return found;
}

// A year at i: four digits or the words of a number, with "م" or "هـ" behind; marked: a word for year stands before,
// so that "عام 67" is one too.
std::optional<std::pair<int, uint32_t>> TimeReader::year_number(uint32_t i, bool marked) const {
  if (const auto digits = digits_at(i)) {
    const bool four = document_.folded_form(word(i)).size() == 4;
    uint32_t end = i + 1;
    const auto hijri = at(TimeClass::hijri_mark, end);
    const auto gregorian = at(TimeClass::gregorian_mark, end);
    const bool touching = inside(end) && !word(end).space_before;
    if (four && *digits >= 1300 && *digits < 1500 && (hijri || (marked && hijri_year(*digits) && !gregorian))) {
      return std::pair{*digits, hijri ? hijri->end : end};
    }
    if (four && (gregorian_year(*digits) || (marked && *digits >= 1000 && *digits < 2200))) {
      return std::pair{*digits, gregorian && (touching || word(end).folded_size > 2) ? gregorian->end : end};
    }
    const bool two = document_.folded_form(word(i)).size() == 2;
    const bool counts = inside(end) && word(end).kind == WordKind::arabic && at(TimeClass::unit, end);
    if (marked && two && *digits >= 30 && !counts) return std::pair{1900 + *digits, end};
    return std::nullopt;
  }
  const Number* number = number_at(i);
  if (!number || number->kind != NumberKind::cardinal || number->value != std::floor(number->value))
    return std::nullopt;
  if (number->value < 1300 || number->value > 2100) return std::nullopt;
  return std::pair{static_cast<int>(number->value), number->words.last};
}

// An adjective that relates a month or a year to the report: "يناير الماضي".
bool TimeReader::add_relation(TimeFound& found, TimeUnit unit) const {
  const auto relation = at(TimeClass::relation, found.end);
  if (!relation || has_conjunction(found.end) || is(found.end, "هذا")) return false;
  found.reading.unit = unit;
  found.reading.offset = relation->entry.a;
  found.end = relation->end;
  return true;
}

// "5 ديسمبر 1391": behind a day and month of the Gregorian calendar any four digits that count nothing.
bool TimeReader::old_year(TimeFound& found, uint32_t i) const {
  const auto digits = digits_at(i);
  const bool counts = inside(i + 1) && word(i + 1).kind == WordKind::arabic;
  if (!digits || *digits < 1000 || *digits > 2200 || counts || found.reading.hijri || found.reading.day == 0)
    return false;
  found.reading.year = static_cast<int16_t>(*digits);
  found.end = i + 1;
  return true;
}

// A year behind a month: "2014", "، 2018", "من عام 2014", "من العام الماضي", "العام الماضي", "الماضي", "من هذا العام".
bool TimeReader::add_year(TimeFound& found) const {
  uint32_t k = found.end;
  if (add_relation(found, TimeUnit::month)) {
    // "من شهر مايو الماضي من عام 2014"
    return true;
  }
  if (is(k, "،") || is(k, ",") || is(k, "/") || is(k, "-")) ++k;
  if (has_conjunction(k)) return false;
  const auto take = [&](uint32_t from, bool marked) {
    // Behind a Hijri month a year needs no mark: "رمضان 1436".
    const bool four = inside(from) && document_.folded_form(word(from)).size() == 4;
    const auto year = year_number(from, marked || (found.reading.hijri && four));
    if (!year) return old_year(found, from);
    if (found.reading.hijri != hijri_year(year->first) && !(year->first >= 1300 && marked)) {
      if (found.reading.hijri || hijri_year(year->first)) return false;
    }
    found.reading.year = static_cast<int16_t>(year->first);
    found.end = year->second;
    return true;
  };
  if (take(k, false)) return true;
  uint32_t of = k;
  while (at(TimeClass::of, of) && of < k + 2) of = skip(TimeClass::of, of);
  if (of != k && take(of, true)) return true;
  if (const auto relative = relative_unit(of);
      relative && relative->reading.unit == TimeUnit::year && relative->reading.kind == TimeKind::relative) {
    found.reading.unit = TimeUnit::year;
    found.reading.offset = relative->reading.offset;
    found.end = relative->end;
    return true;
  }
  if (const auto relative = relative_unit(of);
      relative && relative->reading.year != 0 && relative->reading.hijri == found.reading.hijri) {
    found.reading.year = relative->reading.year;
    found.end = relative->end;
    return true;
  }
  if (const auto noun = at(TimeClass::year_word, of); noun && take(noun->end, true)) return true;
  return false;
}

// A month with or without its year: "مارس 2014", "أيار الماضي", "في مايو".
std::optional<TimeFound> TimeReader::month_expression(uint32_t i) const {
  const auto m = month(i);
  if (!m) return std::nullopt;
  TimeFound found{i, m->end, {}};
  found.reading.kind = TimeKind::date;
  found.reading.month = static_cast<int8_t>(m->month);
  found.reading.hijri = m->hijri;
  const bool year = add_year(found);
  if (m->weak && !year) {
    // "صفر" is also zero, "مارس" also "practised": a preposition of time must stand before.
    const bool introduced =
        i > bounds_.first && (is(i - 1, "في") || is(i - 1, "منذ") || is(i - 1, "خلال") || is(i - 1, "حتى"));
    if (!introduced || number_at(i)) return std::nullopt;
  }
  return found;
}

// "عام 2014", "سنة ألفين", "العام 1436هـ", "عامي 2013 و2014"
std::optional<TimeFound> TimeReader::year_expression(uint32_t i) const {
  if (const auto noun = at(TimeClass::year_word, i)) {
    const auto year = year_number(noun->end, true);
    if (!year || has_conjunction(noun->end)) return lone_year(i);
    TimeFound found{i, year->second, {}};
    found.reading.kind = TimeKind::date;
    found.reading.year = static_cast<int16_t>(year->first);
    // "عام 1453 م"
    const bool gregorian = at(TimeClass::gregorian_mark, year->second) ||
                           (year->second > noun->end + 1 && at(TimeClass::gregorian_mark, year->second - 1));
    found.reading.hijri = hijri_year(year->first) && !gregorian;
    add_pair(found);
    return found;
  }
  if (auto found = century(i)) return found;
  return lone_year(i);
}

// "القرن التاسع عشر", "القرن العشرين"
std::optional<TimeFound> TimeReader::century(uint32_t i) const {
  const auto hit = at(TimeClass::unit, i);
  if (!hit || hit->entry.a != static_cast<int16_t>(TimeUnit::century) || !(hit->entry.b & unit_form::definite))
    return std::nullopt;
  const Number* number = number_at(hit->end);
  if (!number || has_conjunction(hit->end) || number->value < 1 || number->value > 21 || digits_at(hit->end))
    return std::nullopt;
  if (number->kind != NumberKind::ordinal && number->value != 20) return std::nullopt;
  TimeFound found{i, number->words.last, {}};
  found.reading.kind = TimeKind::date;
  found.reading.unit = TimeUnit::century;
  found.reading.year = static_cast<int16_t>((number->value - 1) * 100);
  return found;
}

// Four digits that stand alone as a year: behind a preposition of time, in brackets, or with "م", "هـ".
std::optional<TimeFound> TimeReader::lone_year(uint32_t i) const {
  const auto year = year_number(i, false);
  const auto digits = digits_at(i);
  if (!year || !digits) return std::nullopt;
  const bool marked = year->second > i + 1;
  const bool touched = i > bounds_.first && !word(i).space_before && word(i - 1).kind != WordKind::arabic &&
                       !is(i - 1, "(") && !is(i - 1, "-");
  if (touched) return std::nullopt;
  const bool bracket = i > bounds_.first && is(i - 1, "(") && (is(year->second, ")") || is(year->second, "-"));
  const bool span_end = i >= bounds_.first + 3 && is(i - 1, "-") && year_number(i - 2, false) && is(year->second, ")");
  const auto before = at_backwards(TimeClass::before_year, i);
  const bool joined_year = has_conjunction(i) ||
                           (i > bounds_.first && is(i - 1, "و") && i >= bounds_.first + 2 && year_number(i - 2, false));
  bool counted = false;
  if (inside(year->second) && word(year->second).kind == WordKind::arabic) {
    // "في 2000 منزل": a noun behind it in the accusative, or a unit or percent, is counted.
    const Word& next = word(year->second);
    counted = document_.bytes(next.span).ends_with("ا") || document_.bytes(next.span).ends_with("اً") ||
              at(TimeClass::unit, year->second) || next.base_id == unknown_form;
  }
  const bool percent = is(year->second, "%") || is(year->second, "٪");
  const bool range = is(year->second, "-") && year_number(year->second + 1, false);
  if (percent ||
      !(marked || bracket || span_end || (before && !counted) || (joined_year && !counted) || (range && before))) {
    return std::nullopt;
  }
  if (joined_year && !before && !marked) {
    const bool after_year = i >= bounds_.first + 2 && year_number(is(i - 1, "و") ? i - 2 : i - 1, false);
    if (!after_year) return std::nullopt;
  }
  TimeFound found{i, year->second, {}};
  found.reading.kind = TimeKind::date;
  found.reading.year = static_cast<int16_t>(year->first);
  found.reading.hijri = hijri_year(year->first);
  return found;
}

// "أوائل يناير", "بداية العام الجاري", "منتصف 2014", "أواخر الأسبوع الماضي", "آخر يوم من شهر مارس"
std::optional<TimeFound> TimeReader::edge(uint32_t i) const {
  const auto hit = at(TimeClass::edge, i);
  if (!hit) {
    const auto weekend = at(TimeClass::weekend, i);
    if (!weekend) return std::nullopt;
    TimeFound found{i, weekend->end, {}};
    found.reading.kind = TimeKind::relative;
    found.reading.unit = TimeUnit::week;
    if (!add_relation(found, TimeUnit::week)) found.reading.offset = 0;
    return found;
  }
  uint32_t k = hit->end;
  const auto day_noun = at(TimeClass::unit, k);
  const bool last_day = day_noun && day_noun->entry.a == 1;
  if (last_day)
    k = skip(TimeClass::of, day_noun->end);
  else if (is(k, "من"))
    ++k;
  if (has_conjunction(k)) return std::nullopt;
  const auto with_edge = [&](std::optional<TimeFound> inner) {
    if (inner) inner->first = i;
    return inner;
  };
  if (auto inner = month_expression(k)) {
    if (last_day) {
      inner->reading.day = hit->entry.a == 3 ? int8_t{-1} : int8_t{1};
    }
    inner->reading.edge = true;
    return with_edge(inner);
  }
  // "نصف العام" is six months.
  if (last_day || document_.folded_form(word(i)) == "نصف") return std::nullopt;
  if (auto inner = decade(k)) return with_edge(inner);
  if (auto inner = year_expression(k)) return with_edge(inner);
  if (const auto year = year_number(k, false); year && digits_at(k)) {
    TimeFound found{i, year->second, {}};
    found.reading.kind = TimeKind::date;
    found.reading.year = static_cast<int16_t>(year->first);
    return found;
  }
  if (auto inner = relative_unit(k); inner && inner->reading.kind != TimeKind::duration) return with_edge(inner);
  if (auto inner = season(k)) return with_edge(inner);
  // "بداية العام", "مطلع الشهر", "نهاية الأسبوع": of the current one.
  const auto unit_hit = at(TimeClass::unit, k);
  const auto unit_of = unit_hit ? static_cast<TimeUnit>(unit_hit->entry.a) : TimeUnit::none;
  const bool whole = unit_of == TimeUnit::week || unit_of == TimeUnit::month || unit_of == TimeUnit::year;
  if (unit_hit && whole && unit_hit->entry.b == (unit_form::definite | (unit_hit->entry.b & unit_form::weak))) {
    TimeFound found{i, unit_hit->end, {}};
    found.reading.kind = TimeKind::relative;
    found.reading.unit = unit_of;
    return found;
  }
  return std::nullopt;
}

// "ثمانينيات القرن الماضي", "التسعينات"
std::optional<TimeFound> TimeReader::decade(uint32_t i) const {
  const auto hit = at(TimeClass::decade, i);
  if (!hit) return std::nullopt;
  // "الخمسينيات من عمره" is an age.
  const auto age = at(TimeClass::age_after, hit->end);
  if (age || (is(hit->end, "من") && at(TimeClass::age, hit->end + 1))) return std::nullopt;
  TimeFound found{i, hit->end, {}};
  found.reading.kind = TimeKind::date;
  found.reading.unit = TimeUnit::decade;
  found.reading.year = static_cast<int16_t>(1900 + 10 * hit->entry.a);
  const uint32_t of = is(found.end, "من") ? found.end + 1 : found.end;
  if (const auto century = at(TimeClass::unit, of); century && century->entry.a == 9) {
    found.end = century->end;
    TimeFound behind = found;
    if (add_relation(behind, TimeUnit::century)) {
      found.end = behind.end;
      if (behind.reading.offset == 0) found.reading.year = static_cast<int16_t>(found.reading.year + 100);
    } else if (const Number* number = number_at(found.end)) {
      found.reading.year = static_cast<int16_t>((number->value - 1) * 100 + 10 * hit->entry.a);
      found.end = number->words.last;
    }
  }
  return found;
}

// "الربع الأول من عام 2015", "النصف الثاني من العام الجاري"
std::optional<TimeFound> TimeReader::quarter(uint32_t i) const {
  const auto hit = at(TimeClass::quarter, i);
  if (!hit) return std::nullopt;
  TimeFound found{i, hit->end, {}};
  const Number* number = number_at(hit->end);
  int nth = 0;
  if (number && number->kind == NumberKind::ordinal && number->value <= hit->entry.a) {
    nth = static_cast<int>(number->value);
    found.end = number->words.last;
  } else if (const auto last = at(TimeClass::relation, hit->end);
             last && document_.bytes(word(hit->end).span).starts_with("الأخير")) {
    nth = hit->entry.a;
    found.end = last->end;
  }
  if (nth == 0 || !is(found.end, "من")) return std::nullopt;
  auto year = year_expression(found.end + 1);
  if (!year) year = lone_year(found.end + 1);
  const auto relative = relative_unit(found.end + 1);
  found.reading.kind = TimeKind::date;
  found.reading.unit = hit->entry.a == 4 ? TimeUnit::quarter : TimeUnit::half;
  found.reading.nth = static_cast<int8_t>(nth);
  if (year) {
    found.reading.year = year->reading.year;
    found.reading.hijri = year->reading.hijri;
    found.end = year->end;
    return found;
  }
  if (relative && relative->reading.year != 0) {
    found.reading.year = relative->reading.year;
    found.reading.hijri = relative->reading.hijri;
    found.end = relative->end;
    return found;
  }
  if (relative && relative->reading.unit == TimeUnit::year && relative->reading.kind == TimeKind::relative) {
    found.reading.offset = relative->reading.offset;
    found.end = relative->end;
    return found;
  }
  // "النصف الثاني من رمضان" is as precise as its month.
  if (const auto m = month(found.end + 1)) {
    TimeFound part{i, m->end, {}};
    part.reading.kind = TimeKind::date;
    part.reading.month = static_cast<int8_t>(m->month);
    part.reading.hijri = m->hijri;
    part.reading.edge = true;
    add_year(part);
    return part;
  }
  const auto noun = at(TimeClass::unit, found.end + 1);
  if (!noun || noun->entry.a != 4 || !(noun->entry.b & unit_form::definite)) return std::nullopt;
  found.end = noun->end;
  return found;
}

// "صيف 2014", "الشتاء المقبل", "ربيع العام الماضي"; a season alone only with its article.
std::optional<TimeFound> TimeReader::season(uint32_t i) const {
  const auto hit = at(TimeClass::season, i);
  if (!hit) return std::nullopt;
  TimeFound found{i, hit->end, {}};
  found.reading.kind = TimeKind::season;
  found.reading.nth = static_cast<int8_t>(hit->entry.a);
  const bool related = add_relation(found, TimeUnit::year);
  if (related || add_year(found)) return found;
  if (hit->entry.b && i > bounds_.first &&
      (is(i - 1, "في") || is(i - 1, "خلال") || document_.bytes(word(i).span).starts_with("فصل")))
    return found;
  return std::nullopt;
}

}  // namespace isnad
