#include "stories/published_clues.h"

#include <array>

#include "base/calendar.h"

namespace isnad {
namespace {

constexpr uint32_t dateline_bytes = 160;  // a line that is hardly more than its date

bool whole_date(const TimeReading& reading) {
  return reading.kind == TimeKind::date && reading.year != 0 && reading.month != 0 && reading.day > 0 &&
         !reading.hijri && reading.nth == 0 && reading.day <= days_in_month(reading.year, reading.month);
}

// A date that is the line: a dateline, a credit. Menus and the text itself hold dates of other things.
bool stands_alone(const Document& document, const Time& time) {
  const uint32_t line = line_at(document, time.span.start);
  if (line == none) return false;
  const Span& span = document.lines[line].span;
  const bool edge = line < 4 || line + 3 > document.lines.size();
  return edge && span.size() <= dateline_bytes && span.size() <= 4 * time.span.size() &&
         document.lines[line].kind != LineKind::title;
}

// Quotation marks that were opened before the time in its sentence are still open.
bool quoted(const Document& document, const Time& time) {
  const uint32_t sentence = sentence_at(document, time.span.start);
  if (sentence == none) return false;
  int angular = 0, straight = 0;
  for (uint32_t w = document.sentences[sentence].words.first; w < time.words.first; ++w) {
    const std::string_view mark = document.bytes(document.words[w].span);
    if (mark == "«" || mark == "“") ++angular;
    if (mark == "»" || mark == "”") --angular;
    if (mark == "\"") ++straight;
  }
  return angular > 0 || straight % 2 == 1;
}

}  // namespace

DayClues find_day_clues(const Document& document) {
  DayClues clues;
  std::array<int, 8> votes{};
  std::array<uint32_t, 8> first{};
  for (uint32_t i = 0; i < document.times.size(); ++i) {
    const Time& time = document.times[i];
    const TimeReading& reading = time.reading;
    if (reading.kind == TimeKind::relative && reading.unit == TimeUnit::day) {
      if (reading.weekday == 0) {
        clues.relative = clues.relative || reading.offset <= 0;
        continue;
      }
      // "غدا (السبت)" in what somebody said yesterday is not counted from the report's day.
      if (reading.offset > 0 && quoted(document, time)) continue;
      // The night after midnight still bears the name of the day before: "الليلة الماضية (الثلاثاء)".
      const int weekday = (reading.weekday - reading.offset - 1 + 7) % 7 + 1;
      if (votes[static_cast<size_t>(weekday)]++ == 0) first[static_cast<size_t>(weekday)] = i;
    }
    if (reading.kind != TimeKind::date || reading.hijri) continue;
    if (reading.year != 0) clues.latest_year = std::max<int>(clues.latest_year, reading.year);
    if (reading.month != 0 && reading.day > 0 && reading.nth == 0) {
      clues.days.push_back({reading.year, reading.month, reading.day, reading.weekday});
    }
    if (!clues.head && whole_date(reading) && (reading.unit == TimeUnit::day || stands_alone(document, time))) {
      clues.head =
          day_number(reading.year, reading.month, reading.day) - (reading.unit == TimeUnit::day ? reading.offset : 0);
    }
  }
  for (int weekday = 1; weekday <= 7; ++weekday) {
    if (votes[static_cast<size_t>(weekday)] > (clues.weekday ? votes[static_cast<size_t>(clues.weekday)] : 0)) {
      clues.weekday = weekday;
      clues.weekday_time = first[static_cast<size_t>(weekday)];
    }
  }
  return clues;
}

std::optional<int32_t> named_day(const TimeReading& reading, int32_t published) {
  if (reading.kind == TimeKind::relative && reading.unit == TimeUnit::day) return published + reading.offset;
  if (reading.kind == TimeKind::weekday && reading.unit == TimeUnit::none && reading.offset <= 0 && !reading.future) {
    const int32_t from = published + reading.offset;
    return from - (weekday_of(from) - reading.weekday + 7) % 7;
  }
  if (reading.kind == TimeKind::date && !reading.hijri && reading.month != 0 && reading.day > 0 && reading.nth == 0) {
    const int year = reading.year != 0 ? reading.year : calendar_day(published).year;
    if (reading.day <= days_in_month(year, reading.month)) return day_number(year, reading.month, reading.day);
  }
  return std::nullopt;
}

}  // namespace isnad
