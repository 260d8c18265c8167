// What one report's text tells of its own day: "اليوم السبت", "أمس الجمعة", a date at its head, days of the week that
// stand with a day of the month.
#pragma once

#include <optional>
#include <vector>

#include "document/document.h"

namespace isnad {

// A day of a month as the text writes it; 0 where a part is not written.
struct WrittenDay {
  int year = 0, month = 0, day = 0, weekday = 0;
};

struct DayClues {
  int weekday = 0;  // of the report's own day, from "اليوم السبت" or "أمس الجمعة"; 0: not told
  uint32_t weekday_time = none;  // the time that tells it
  std::vector<WrittenDay> days;  // Gregorian days and months of the text
  std::optional<int32_t> head;   // a whole date that stands alone at the head or foot, or "اليوم" with its date
  bool relative = false;         // "اليوم", "أمس" without a day of the week
  int latest_year = 0;           // the latest year that is named
};

DayClues find_day_clues(const Document& document);

// The day that a time names if the report is of that day; empty where it names none.
std::optional<int32_t> named_day(const TimeReading& reading, int32_t published);

}  // namespace isnad
