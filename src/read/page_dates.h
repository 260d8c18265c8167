// Dates as pages print them: "الأحد 27 ربيع الأول 1428 هـ الموافق 15 أبريل 2007", "19 مايو ,2024: 06:30 م",
// "25/1/2010".
//
// This finds the day of a page in its furniture; the dates in the words of the article are read by mentions/.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lexicon/pages.h"

namespace isnad {

struct PageDate {
  int year = 0;
  int month = 0;
  int day = 0;
  int hour = -1;  // -1: no time of day
  int minute = 0;
  DateLabel label = DateLabel::published;
  bool labelled = false;  // words before it tell what it is of
  bool weekday = false;   // a day of the week stands before it, and agrees
};

// The dates of a short text in order: a day, a month and a year each. Where the day and the month of "12/05/2013"
// cannot be told apart otherwise, a weekday beside it decides, then a Latin AM or PM (month first), else the day stands
// first. Hijri dates are given only where the text holds no Gregorian one, by the Umm al-Qura calendar.
std::vector<PageDate> page_dates(std::string_view text, const PageLexicon& lexicon);

// "2022-01-08" or "2022-01-08T14:05:00".
std::string iso_of(const PageDate& date);

// A date of metadata in ISO form: ISO with or without time and zone is given back trimmed, other forms are read as on a
// page, seconds or milliseconds since 1970 as UTC. Empty where it is no date between 1990 and 2100.
std::string iso_of_metadata(std::string_view text, const PageLexicon& lexicon);

// The day that an address bears ("/2015/07/20/", "/20150720", "05112022"); empty: none.
std::string iso_of_address(std::string_view url);

}  // namespace isnad
