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
  Span phrase;         // with "نحو", "أكثر من", "على الأقل"
  double value = 0;    // of a range or a vague word its lower end
  std::optional<double> min, max;  // empty: open
  bool approximate = false;
  NumberKind kind = NumberKind::cardinal;
};

enum class TimeType : uint8_t { date, time, duration, set };

// How a time expression is read before the day of the report is known; mentions/times.h says what the fields mean.
struct TimeReading {
  uint8_t kind = 0;
  int32_t a = 0, b = 0, c = 0, d = 0;
};

struct Time {
  Span span;
  Range words;
  TimeType type = TimeType::date;
  std::string value;  // TIMEX3; empty until it is resolved
  TimeReading reading;
};

enum class MentionType : uint8_t { person, organization, location };

struct Mention {
  Span span;  // the name alone
  Range words;
  MentionType type = MentionType::person;
  Span with_title;        // the noun phrase with title and office: "الرئيس الروسي فلاديمير بوتين"; span where none
  std::string known_id;   // the gazetteer's id ("city:aleppo"); empty: not in it
  float confidence = 1;
  uint32_t entity = none;  // index into Collection::entities, set when entities are linked
};

}  // namespace isnad
