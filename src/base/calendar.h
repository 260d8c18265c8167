// Days of the Gregorian calendar as numbers, and the Umm al-Qura calendar through ICU.
#pragma once

#include <cstdint>
#include <optional>

namespace isnad {

// Days since 1970-01-01 of a Gregorian day; month may be any number (13 is January of the next year).
int32_t day_number(int year, int month, int day);

struct CalendarDay {
  int year = 0;
  int month = 0;
  int day = 0;
};
CalendarDay calendar_day(int32_t day_number);

// 1 Monday to 7 Sunday.
int weekday_of(int32_t day_number);

int days_in_month(int year, int month);

struct IsoWeek {
  int year = 0;
  int week = 0;
};
IsoWeek iso_week(int32_t day_number);

// The Gregorian day of a Hijri one by the Umm al-Qura tables (ICU, islamic-umalqura); empty outside 1300 to 1600.
std::optional<int32_t> hijri_day_number(int year, int month, int day);
// The Hijri day of a Gregorian one.
CalendarDay hijri_day(int32_t day_number);

}  // namespace isnad
