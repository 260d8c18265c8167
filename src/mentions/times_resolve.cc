#include "mentions/times_resolve.h"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <cstdlib>

namespace isnad {
namespace {

constexpr int months_ahead = 7;  // a day without its year lies at most so far ahead, else in the year before

std::string_view part_code(DayPart part) {
  constexpr std::array<std::string_view, 5> codes = {"", "TMO", "TAF", "TEV", "TNI"};
  return codes[static_cast<size_t>(part)];
}

std::string clock_code(const TimeReading& reading) {
  if (reading.hour < 0) return std::string(part_code(reading.part));
  std::string code = fmt::format("T{:02}:{:02}", reading.hour, reading.minute < 0 ? 0 : reading.minute);
  if (reading.zone == 0) return code + "Z";
  if (reading.zone != no_zone) {
    code += fmt::format("{}{:02}:{:02}", reading.zone < 0 ? '-' : '+', std::abs(reading.zone) / 60,
                        std::abs(reading.zone) % 60);
  }
  return code;
}

std::string_view unit_code(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::day:
    case TimeUnit::night: return "D";
    case TimeUnit::week: return "W";
    case TimeUnit::month: return "M";
    case TimeUnit::year: return "Y";
    case TimeUnit::hour: return "H";
    case TimeUnit::minute: return "M";
    case TimeUnit::second: return "S";
    case TimeUnit::decade: return "DE";
    case TimeUnit::century: return "CE";
    default: return "";
  }
}

bool clock_unit(TimeUnit unit) {
  return unit == TimeUnit::hour || unit == TimeUnit::minute || unit == TimeUnit::second;
}

std::string number_code(double count) {
  if (count < 0) return "X";
  return fmt::format("{:.15g}", std::round(count * 1000) / 1000);
}

// "P1Y6M" for a year and a half, "PT1H30M" for an hour and a half: the half in the next smaller unit.
std::string period(const TimeReading& reading) {
  std::string date, time;
  const auto add = [&](double count, TimeUnit unit) {
    std::string& out = clock_unit(unit) ? time : date;
    const double whole = std::floor(count);
    const double rest = count < 0 ? 0 : count - whole;
    const bool splits = rest > 0 && (unit == TimeUnit::hour || unit == TimeUnit::year || unit == TimeUnit::minute);
    if (!splits) {
      out += number_code(count) + std::string(unit_code(unit));
      return;
    }
    if (whole > 0) out += number_code(whole) + std::string(unit_code(unit));
    out += number_code(std::round(rest * (unit == TimeUnit::year ? 12 : 60)));
    out += unit == TimeUnit::minute ? "S" : "M";
  };
  add(reading.count, reading.unit);
  if (reading.more_unit != TimeUnit::none) add(reading.more_count, reading.more_unit);
  if (reading.more_days > 0) add(reading.more_days, TimeUnit::day);
  return "P" + date + (time.empty() ? "" : "T" + time);
}

constexpr double longest_reach = 365.0 * 1500;  // days that a period may lead away from the day of the report

// The days of a period to an order of magnitude.
double rough_days(TimeUnit unit, double count) {
  switch (unit) {
    case TimeUnit::none: return 0;
    case TimeUnit::week: return count * 7;
    case TimeUnit::month: return count * 30;
    case TimeUnit::year: return count * 365;
    case TimeUnit::decade: return count * 3650;
    case TimeUnit::century: return count * 36500;
    case TimeUnit::hour: return count / 24;
    case TimeUnit::minute:
    case TimeUnit::second: return 0;
    default: return count;
  }
}

// The day that lies a period from another, which is no longer than longest_reach.
int32_t moved(int32_t from, TimeUnit unit, double count) {
  const CalendarDay day = calendar_day(from);
  const int whole = static_cast<int>(std::lround(count));
  const auto by_months = [&](int months) {
    const int32_t first = day_number(day.year, day.month + months, 1);
    const CalendarDay month = calendar_day(first);
    return first + std::min(day.day, days_in_month(month.year, month.month)) - 1;
  };
  switch (unit) {
    case TimeUnit::week: return from + static_cast<int>(std::lround(count * 7));
    case TimeUnit::month: return by_months(whole);
    case TimeUnit::year: return by_months(static_cast<int>(std::lround(count * 12)));
    case TimeUnit::decade: return by_months(whole * 120);
    case TimeUnit::century: return by_months(whole * 1200);
    case TimeUnit::hour: return from + static_cast<int>(std::trunc(count / 24));
    case TimeUnit::minute:
    case TimeUnit::second: return from;
    default: return from + whole;
  }
}

// The weekday nearest to a day.
int32_t nearest(int32_t day, int weekday) {
  const int forward = (weekday - weekday_of(day) + 7) % 7;
  return forward <= 3 ? day + forward : day + forward - 7;
}

int32_t on_or_before(int32_t day, int weekday) { return day - (weekday_of(day) - weekday + 7) % 7; }

}  // namespace

TimeResolver::TimeResolver(const Day& published) {
  if (published.known()) {
    today_ = day_number(published.year, static_cast<int>(published.month), static_cast<int>(published.day));
  }
}

TimeResolver::Value TimeResolver::on_day(int32_t number) const {
  const CalendarDay day = calendar_day(number);
  return {day.year, day.month, day.day, {}, number};
}

// The year of a day or month written without it.
int TimeResolver::year_of(const TimeReading& reading, int month, int day) const {
  if (!today_) return 0;
  const CalendarDay today = calendar_day(*today_);
  if (day == 0 && reading.nth == 0 && !(reading.edge && month - today.month <= 6)) {
    return month > today.month && !reading.future ? today.year - 1 : today.year;
  }
  if (reading.weekday != 0 && reading.nth == 0) {
    // The day of the week tells it: the nearest year in which they agree.
    for (const int year : {today.year, today.year - 1, today.year + 1}) {
      if (day <= days_in_month(year, month) && weekday_of(day_number(year, month, day)) == reading.weekday) {
        return year;
      }
    }
  }
  if (reading.nth != 0) return today.year;
  const int ahead = month - today.month;
  if (ahead > months_ahead && !reading.future) return today.year - 1;
  if (ahead < -months_ahead - 1 && reading.future) return today.year + 1;
  return today.year;
}

TimeResolver::Value TimeResolver::nth_weekday(const TimeReading& reading, int year, int month) const {
  if (year == 0) return {};
  const int days = days_in_month(year, month);
  int32_t day;
  if (reading.nth < 0) {
    day = on_or_before(day_number(year, month, days), reading.weekday);
  } else {
    const int32_t first = day_number(year, month, 1);
    day = first + (reading.weekday - weekday_of(first) + 7) % 7 + 7 * (reading.nth - 1);
  }
  if (calendar_day(day).month != month) return {year, month, 0, {}, {}};
  return on_day(day);
}

// A Hijri date as a Gregorian one; a Hijri month without its day as the Gregorian month it begins in, a Hijri year as
// the Gregorian year in which its middle lies.
TimeResolver::Value TimeResolver::hijri(const TimeReading& reading) const {
  int year = reading.year;
  if (year == 0 && today_) {
    const CalendarDay today = hijri_day(*today_);
    year = today.year + (reading.unit == TimeUnit::year ? reading.offset : 0);
    const bool later = reading.month > today.month + (reading.day > 0 || reading.future ? 5 : 0);
    if (later && reading.unit == TimeUnit::none && !reading.future) --year;
    if (reading.unit == TimeUnit::month && reading.offset < 0 && reading.month >= today.month) --year;
    if (reading.unit == TimeUnit::month && reading.offset > 0 && reading.month <= today.month) ++year;
  }
  const auto number = hijri_day_number(year, reading.month > 0 ? reading.month : 7, std::max<int>(reading.day, 1));
  if (!number) return {};
  Value value = on_day(*number);
  if (reading.day <= 0) {
    value.day = 0;
    value.number.reset();
  }
  if (reading.month == 0) value.month = 0;
  return value;
}

int TimeResolver::year_part(const TimeReading& reading) const {
  if (reading.year != 0) return reading.year;
  return today_ ? calendar_day(*today_).year + reading.offset : 0;
}

// The nth weekday before or behind a date: "أول جمعة بعد عيد الفطر".
TimeResolver::Value TimeResolver::weekday_beside(const TimeReading& reading) const {
  TimeReading base = reading;
  base.beside = base.nth = base.weekday = 0;
  const Value value = date(base);
  if (!value.number) return {};
  const int32_t first = reading.beside > 0 ? on_or_before(*value.number + 7, reading.weekday)
                                           : on_or_before(*value.number - 1, reading.weekday);
  return on_day(first + 7 * reading.beside * (reading.nth - 1));
}

TimeResolver::Value TimeResolver::date(const TimeReading& reading) const {
  if (reading.beside != 0) return weekday_beside(reading);
  if (reading.hijri) return hijri(reading);
  if (reading.unit == TimeUnit::decade) return {0, 0, 0, fmt::format("{}", reading.year / 10), {}};
  if (reading.unit == TimeUnit::century) return {0, 0, 0, fmt::format("{:02}", reading.year / 100), {}};
  if (reading.unit == TimeUnit::quarter || reading.unit == TimeUnit::half) {
    const int year = year_part(reading);
    if (year == 0) return {};
    return {0, 0, 0, fmt::format("{}-{}{}", year, reading.unit == TimeUnit::quarter ? 'Q' : 'H', reading.nth), {}};
  }
  int year = reading.year, month = reading.month, day = reading.day;
  if (reading.unit == TimeUnit::month && today_) {
    const CalendarDay today = calendar_day(*today_);
    if (month == 0) {
      // "السادس من الشهر الماضي", "يوم الجمعة 15"
      const CalendarDay base =
          reading.from_mention && last_month_ != 0 ? CalendarDay{last_year_, last_month_, 1} : today;
      const CalendarDay shifted = calendar_day(day_number(base.year, base.month + reading.offset, 1));
      year = shifted.year;
      month = shifted.month;
    } else {
      // "يناير الماضي": the last one before this month, or this month itself where it is "الجاري".
      year = today.year;
      if (reading.offset < 0 && (month > today.month || (month == today.month && (day == 0 || day >= today.day))))
        --year;
      if (reading.offset > 0 && (month < today.month || (month == today.month && day <= today.day))) ++year;
    }
  } else if (reading.unit == TimeUnit::year && today_) {
    year = calendar_day(*today_).year + reading.offset;
  }
  if (month == 0 && day == 0) return {year, 0, 0, {}, {}};
  if (month == 0) {
    // "السبت السادس عشر": this month, or the nearest in which the day of the week agrees.
    if (!today_) return {};
    const CalendarDay today = calendar_day(*today_);
    for (const int shift : {0, -1, 1}) {
      const CalendarDay first = calendar_day(day_number(today.year, today.month + shift, 1));
      const bool exists = day <= days_in_month(first.year, first.month);
      if (exists && (reading.weekday == 0 || weekday_of(day_number(first.year, first.month, day)) == reading.weekday)) {
        return on_day(day_number(first.year, first.month, day));
      }
    }
    return on_day(day_number(today.year, today.month, std::min(day, days_in_month(today.year, today.month))));
  }
  if (year == 0) year = year_of(reading, month, day);
  if (reading.nth != 0 && reading.weekday != 0) return nth_weekday(reading, year, month);
  if (year == 0) return {0, month, day, {}, {}};
  if (day < 0) day = days_in_month(year, month);
  if (day == 0 || day > days_in_month(year, month)) return {year, month, 0, {}, {}};
  return on_day(day_number(year, month, day));
}

TimeResolver::Value TimeResolver::relative(const TimeReading& reading, int32_t from) const {
  const CalendarDay day = calendar_day(from);
  switch (reading.unit) {
    case TimeUnit::day: {
      const int32_t number = from + reading.offset;
      // "غدا (السبت)": the day of the week stands for itself where the two disagree.
      return on_day(reading.weekday == 0 ? number : nearest(number, reading.weekday));
    }
    case TimeUnit::week: {
      // On Saturday and Sunday the week of work that has just passed is "last week".
      const bool weekend = weekday_of(from) >= 6;
      const int32_t number = from + 7 * (reading.offset + (weekend && reading.offset == -1 ? 1 : 0));
      const IsoWeek week = iso_week(number);
      return {0, 0, 0, fmt::format("{}-W{:02}", week.year, week.week), {}};
    }
    case TimeUnit::month: {
      const CalendarDay month = calendar_day(day_number(day.year, day.month + reading.offset, 1));
      return {month.year, month.month, 0, {}, {}};
    }
    case TimeUnit::year: return {day.year + reading.offset, 0, 0, {}, {}};
    case TimeUnit::decade: return {0, 0, 0, fmt::format("{}", day.year / 10 + reading.offset), {}};
    case TimeUnit::century: return {0, 0, 0, fmt::format("{}", day.year / 100 + reading.offset), {}};
    default: return {};
  }
}

TimeResolver::Value TimeResolver::weekday(const TimeReading& reading) const {
  if (!today_) return {0, 0, 0, fmt::format("XXXX-WXX-{}", reading.weekday), {}};
  if (reading.unit == TimeUnit::week) {
    const int32_t monday = *today_ - weekday_of(*today_) + 1;
    return on_day(monday + 7 * reading.offset + reading.weekday - 1);
  }
  if (reading.from_mention && last_day_) return on_day(on_or_before(*last_day_ + 7, reading.weekday));
  if (reading.offset > 0) return on_day(on_or_before(*today_ + 7 * reading.offset, reading.weekday));
  if (reading.offset < 0) return on_day(on_or_before(*today_ - 1 + 7 * (reading.offset + 1), reading.weekday));
  if (reading.future) return on_day(on_or_before(*today_ + 6, reading.weekday));
  return on_day(on_or_before(*today_, reading.weekday));
}

TimeResolver::Value TimeResolver::season(const TimeReading& reading) const {
  constexpr std::array<std::string_view, 5> codes = {"", "SP", "SU", "FA", "WI"};
  constexpr std::array<int, 5> first_month = {0, 3, 6, 9, 12};
  int year = reading.year;
  if (year == 0 && today_) {
    const CalendarDay today = calendar_day(*today_);
    const bool not_yet = first_month[static_cast<size_t>(reading.nth)] > today.month;
    year = today.year;
    if (reading.unit == TimeUnit::year) year += reading.offset;
    // "الصيف الماضي" in autumn is this year's, "الشتاء المقبل" the one that is to begin.
    const bool over = first_month[static_cast<size_t>(reading.nth)] + 3 <= today.month;
    if (reading.unit == TimeUnit::month && reading.offset < 0 && !over) --year;
    if (reading.unit == TimeUnit::month && reading.offset > 0 && !not_yet) ++year;
    if (reading.unit == TimeUnit::none && not_yet) --year;
  }
  if (year == 0) return {0, 0, 0, fmt::format("XXXX-{}", codes[static_cast<size_t>(reading.nth)]), {}};
  return {0, 0, 0, fmt::format("{}-{}", year, codes[static_cast<size_t>(reading.nth)]), {}};
}

// The day of a clock time or part of the day that stands alone: the day mentioned last, else the report's; a night
// of which the report of the same day speaks is the one before.
TimeResolver::Value TimeResolver::clock_day(const TimeReading& reading) const {
  if (!today_) return {};
  const bool recent = last_day_ && *last_day_ <= *today_ && *today_ - *last_day_ <= 10;
  const bool night = reading.part == DayPart::night && reading.hour < 0 && !reading.future;
  if (night && (!recent || *last_day_ == *today_)) return on_day(*today_ - 1);
  return on_day(recent ? *last_day_ : *today_);
}

std::string TimeResolver::shown(const Value& value) const {
  if (!value.other.empty()) return value.other;
  const std::string year = value.year != 0 ? fmt::format("{:04}", value.year) : "XXXX";
  if (value.day > 0) return fmt::format("{}-{:02}-{:02}", year, value.month, value.day);
  if (value.month > 0) return fmt::format("{}-{:02}", year, value.month);
  return value.year != 0 ? year : "XXXX-XX-XX";
}

void TimeResolver::duration(Time& time) const {
  const TimeReading& reading = time.reading;
  time.value = period(reading);
  if (reading.offset == 0 || !today_) return;
  // "بضعة أيام" is three at least.
  const double count = reading.count < 0 ? 3 : reading.count;
  // "قبل 125 مليون عام": beyond what a calendar has days for.
  if (rough_days(reading.unit, count) + rough_days(reading.more_unit, reading.more_count) + reading.more_days >
      longest_reach) {
    return;
  }
  int32_t day = *today_;
  // The larger unit first, as one counts on a calendar.
  if (reading.more_unit != TimeUnit::none) day = moved(day, reading.more_unit, reading.offset * reading.more_count);
  day = moved(day, reading.unit, reading.offset * count) + static_cast<int32_t>(reading.offset * reading.more_days);
  if (clock_unit(reading.unit)) return;
  time.anchor = shown(on_day(day));
}

void TimeResolver::resolve(Time& time) {
  const TimeReading& reading = time.reading;
  constexpr std::array<std::string_view, 3> references = {"PAST_REF", "PRESENT_REF", "FUTURE_REF"};
  Value value;
  switch (reading.kind) {
    case TimeKind::none: return;
    case TimeKind::reference: time.value = references[static_cast<size_t>(reading.offset) + 1]; return;
    case TimeKind::duration: return duration(time);
    case TimeKind::repetition:
      time.value = reading.weekday != 0 ? fmt::format("XXXX-WXX-{}", reading.weekday) : period(reading);
      return;
    case TimeKind::date: value = date(reading); break;
    case TimeKind::weekday: value = weekday(reading); break;
    case TimeKind::season: value = season(reading); break;
    case TimeKind::clock: value = clock_day(reading); break;
    case TimeKind::relative:
      if (today_) value = relative(reading, *today_);
      break;
    case TimeKind::anaphor:
      if (const auto from = last_day_ ? last_day_ : today_) value = relative(reading, *from);
      if (reading.unit == TimeUnit::month && last_month_ != 0) {
        const CalendarDay month = calendar_day(day_number(last_year_, last_month_ + reading.offset, 1));
        value = {month.year, month.month, 0, {}, {}};
      }
      if (reading.unit == TimeUnit::year && last_year_ != 0) value = {last_year_ + reading.offset, 0, 0, {}, {}};
      break;
  }
  time.value = shown(value) + clock_code(reading);
  if (value.number) last_day_ = value.number;
  if (value.year != 0) last_year_ = value.year;
  if (value.month != 0 && value.year != 0) last_month_ = value.month;
}

}  // namespace isnad
