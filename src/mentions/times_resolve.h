// Values of times: TIMEX3 from a reading, the day of the report and the dates mentioned before.
#pragma once

#include <optional>
#include <string>

#include "base/calendar.h"
#include "document/document.h"

namespace isnad {

// Resolves the times of one document in order; keeps the date mentioned last, to which "اليوم نفسه" refers.
class TimeResolver {
 public:
  explicit TimeResolver(const Day& published);

  // Sets value and anchor; without a known day only what the words themselves tell ("2014-03", "P2D").
  void resolve(Time& time);

 private:
  // A calendar value of some precision.
  struct Value {
    int year = 0, month = 0, day = 0;  // 0: less precise
    std::string other;                 // a week, decade, season: the value itself
    std::optional<int32_t> number;     // of a day
  };

  Value date(const TimeReading& reading) const;
  Value relative(const TimeReading& reading, int32_t from) const;
  Value weekday(const TimeReading& reading) const;
  Value hijri(const TimeReading& reading) const;
  Value nth_weekday(const TimeReading& reading, int year, int month) const;
  Value weekday_beside(const TimeReading& reading) const;
  Value season(const TimeReading& reading) const;
  Value clock_day(const TimeReading& reading) const;
  Value on_day(int32_t number) const;
  int year_of(const TimeReading& reading, int month, int day) const;
  int year_part(const TimeReading& reading) const;
  void duration(Time& time) const;
  std::string shown(const Value& value) const;

  std::optional<int32_t> today_;
  std::optional<int32_t> last_day_;  // the day mentioned last
  int last_year_ = 0, last_month_ = 0;
};

}  // namespace isnad
