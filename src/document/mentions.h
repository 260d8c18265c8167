// Numbers, times and names of a document.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/span.h"

namespace isnad {

enum class NumberKind : uint8_t { cardinal, ordinal, fraction, percent, vague, dual };

// A number as the text writes it. The span is of the number alone; approximating and bounding words stand before or
// behind it and are in `phrase`.
struct Number {
  Span span;
  Range words;
  Span phrase;                     // with "نحو", "أكثر من", "على الأقل"
  double value = 0;                // of a range or a vague word its lower end
  std::optional<double> min, max;  // empty: open
  bool approximate = false;
  NumberKind kind = NumberKind::cardinal;
};

enum class TimeType : uint8_t { date, time, duration, set };

enum class TimeUnit : uint8_t {
  none,
  day,
  week,
  month,
  year,
  hour,
  minute,
  second,
  decade,
  century,
  night,
  quarter,
  half
};
enum class DayPart : uint8_t { none, morning, afternoon, evening, night };
enum class TimeKind : uint8_t {
  none,
  date,       // calendar parts as written: year, month, day, weekday, nth
  relative,   // `unit` at `offset` from the report's own: "أمس", "العام الماضي"
  weekday,    // a day of the week without a date; offset -1 last, 1 coming, 0 as news reads it
  anaphor,    // `unit` at `offset` from the one mentioned last: "اليوم نفسه", "اليوم التالي"
  clock,      // a time or part of the day alone
  reference,  // offset -1 past, 0 present, 1 future
  duration,  // `count` units, negative where left open; offset -1 before, 1 behind the report's day ("قبل أسبوع")
  repetition,  // every `count` units, or every weekday
  season       // `nth` 1 spring to 4 winter
};

inline constexpr int16_t no_zone = 0x7fff;

// How a time expression is read before the day of the report is known. Parts that are not written are 0 (hour and
// minute: -1).
struct TimeReading {
  TimeKind kind = TimeKind::none;
  TimeUnit unit = TimeUnit::none;  // of a date: the part that is relative ("مارس من العام الماضي": year at -1)
  DayPart part = DayPart::none;
  bool hijri = false;
  bool future = false;        // the clause speaks of what is to come
  bool edge = false;          // beginning, middle or end of a month: as near ahead as behind
  bool from_mention = false;  // `unit` is counted from the date mentioned last
  int8_t weekday = 0;         // 1 Monday to 7
  int8_t nth = 0;             // the nth weekday of the month, -1 the last; part of the year of quarter and half
  int8_t month = 0, day = 0;
  int8_t beside = 0;  // the nth weekday lies before (-1) or behind (1) this date
  int8_t hour = -1, minute = -1;
  int16_t zone = no_zone;  // minutes from UTC
  int16_t year = 0;
  int32_t offset = 0;
  double count = 0;
  double more_count = 0;  // of a second unit: "شهر و21 يوما"
  TimeUnit more_unit = TimeUnit::none;
  double more_days = 0;  // behind two units: "شهر وسنتان و21 يوما"
};

struct Time {
  Span span;
  Range words;
  TimeType type = TimeType::date;
  std::string value;   // TIMEX3; empty until it is resolved
  std::string anchor;  // of a duration that reaches a day ("قبل أسبوع"): that day; else empty
  TimeReading reading;
};

enum class MentionType : uint8_t { person, organization, location };

struct Mention {
  Span span;  // the name alone
  Range words;
  MentionType type = MentionType::person;
  Span with_title;  // the noun phrase with title and office: "الرئيس الروسي فلاديمير بوتين"; span where none
  std::string known_id;  // the gazetteer's id ("city:aleppo"); empty: not in it
  float confidence = 1;
  uint32_t entity = none;  // index into Collection::entities, set when entities are linked
};

}  // namespace isnad
