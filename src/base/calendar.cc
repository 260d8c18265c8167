#include "base/calendar.h"

#include <unicode/calendar.h>

#include <chrono>
#include <memory>

namespace isnad {
namespace {

constexpr double milliseconds_per_day = 86400000.0;

// ICU's calendars may not be shared between threads.
icu::Calendar& umm_al_qura() {
  thread_local const std::unique_ptr<icu::Calendar> calendar = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::Calendar> made(icu::Calendar::createInstance(
        icu::TimeZone::getGMT()->clone(), icu::Locale("ar@calendar=islamic-umalqura"), status));
    return made;
  }();
  return *calendar;
}

}  // namespace

int32_t day_number(int year, int month, int day) {
  using namespace std::chrono;
  const int months = month - 1;
  const int shift = months >= 0 ? months / 12 : -((11 - months) / 12);
  const year_month_day first{std::chrono::year(year + shift),
                             std::chrono::month(static_cast<unsigned>(months - shift * 12 + 1)), std::chrono::day(1)};
  return static_cast<int32_t>(sys_days(first).time_since_epoch().count()) + day - 1;
}

CalendarDay calendar_day(int32_t number) {
  using namespace std::chrono;
  const year_month_day day{sys_days(days(number))};
  return {int(day.year()), static_cast<int>(unsigned(day.month())), static_cast<int>(unsigned(day.day()))};
}

int weekday_of(int32_t number) { return ((number + 3) % 7 + 7) % 7 + 1; }

int days_in_month(int year, int month) { return day_number(year, month + 1, 1) - day_number(year, month, 1); }

IsoWeek iso_week(int32_t number) {
  const int32_t thursday = number - weekday_of(number) + 4;
  const int year = calendar_day(thursday).year;
  return {year, (thursday - day_number(year, 1, 1)) / 7 + 1};
}

std::optional<int32_t> hijri_day_number(int year, int month, int day) {
  if (year < 1300 || year > 1600 || month < 1 || month > 12 || day < 1 || day > 30) return std::nullopt;
  icu::Calendar& calendar = umm_al_qura();
  calendar.clear();
  calendar.set(UCAL_EXTENDED_YEAR, year);
  calendar.set(UCAL_MONTH, month - 1);
  calendar.set(UCAL_DATE, day);
  UErrorCode status = U_ZERO_ERROR;
  const double time = calendar.getTime(status);
  if (U_FAILURE(status)) return std::nullopt;
  return static_cast<int32_t>(time / milliseconds_per_day);
}

CalendarDay hijri_day(int32_t number) {
  icu::Calendar& calendar = umm_al_qura();
  UErrorCode status = U_ZERO_ERROR;
  calendar.setTime(number * milliseconds_per_day, status);
  CalendarDay day;
  day.year = calendar.get(UCAL_EXTENDED_YEAR, status);
  day.month = calendar.get(UCAL_MONTH, status) + 1;
  day.day = calendar.get(UCAL_DATE, status);
  return day;
}

}  // namespace isnad
