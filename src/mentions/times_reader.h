// Reads time expressions from the words of one sentence: which words belong to one expression, and what they say
// before the day of the report is known. Five files: dates, days of the week, months and years, units, clock times.
#pragma once

#include <optional>

#include "document/document.h"
#include "lexicon/lexicon.h"

namespace isnad {

struct TimeFound {
  uint32_t first = 0;
  uint32_t end = 0;  // index of the first word behind it
  TimeReading reading;
};

class TimeReader {
 public:
  TimeReader(const Document& document, const Lexicon& lexicon, Range bounds)
      : document_(document), lexicon_(lexicon.times), numbers_(lexicon.numbers), bounds_(bounds) {}

  // The time expression that begins at word i; empty where none does.
  std::optional<TimeFound> read(uint32_t i) const;
  // True where a time expression may begin with the word: a cheap test for the loop over all words.
  bool may_begin(uint32_t i) const;
  // Number of words of a phrase at i that names no time though its words could ("الوقت نفسه").
  uint32_t no_time(uint32_t i) const;

 private:
  struct Hit {
    TimeEntry entry;
    uint32_t end = 0;
  };
  struct MonthFound {
    int month = 0;
    bool hijri = false;
    bool weak = false;
    uint32_t end = 0;
  };

  // words and marks
  bool inside(uint32_t i) const { return bounds_.contains(i); }
  const Word& word(uint32_t i) const { return document_.words[i]; }
  uint64_t starts(uint32_t i) const;
  std::optional<Hit> at(TimeClass kind, uint32_t i) const;
  std::optional<Hit> at_backwards(TimeClass kind, uint32_t i) const;
  bool is(uint32_t i, std::string_view mark) const { return inside(i) && document_.bytes(word(i).span) == mark; }
  bool has_conjunction(uint32_t i) const { return inside(i) && word(i).proclitics & proclitic::conjunction; }
  const Number* number_at(uint32_t i) const;
  bool number_ends_at(uint32_t i) const;
  std::optional<int> digits_at(uint32_t i) const;
  uint32_t skip(TimeClass kind, uint32_t i) const;
  uint32_t skip_open(uint32_t i) const;
  bool future_before(uint32_t i) const;

  // days and dates
  std::optional<TimeFound> day(uint32_t i) const;
  std::optional<TimeFound> weekday(uint32_t i) const;
  std::optional<TimeFound> today(uint32_t i) const;
  std::optional<TimeFound> date(uint32_t i) const;
  std::optional<TimeFound> month_first(uint32_t i) const;
  std::optional<TimeFound> numeric_date(uint32_t i) const;
  std::optional<TimeFound> nth_weekday(uint32_t i) const;
  std::optional<TimeFound> feast(uint32_t i) const;
  std::optional<TimeFound> lone_day_of_month(uint32_t i) const;
  std::optional<std::pair<int, uint32_t>> day_of_month(uint32_t i) const;
  void add_weekday(TimeFound& found) const;
  void add_date(TimeFound& found) const;
  void add_pair(TimeFound& found) const;
  void add_night_of_two_days(TimeFound& found) const;

  // months and years
  std::optional<MonthFound> month(uint32_t i) const;
  std::optional<TimeFound> month_expression(uint32_t i) const;
  std::optional<TimeFound> year_expression(uint32_t i) const;
  bool add_year(TimeFound& found) const;
  bool old_year(TimeFound& found, uint32_t i) const;
  bool add_relation(TimeFound& found, TimeUnit unit) const;
  std::optional<std::pair<int, uint32_t>> year_number(uint32_t i, bool marked) const;
  std::optional<TimeFound> lone_year(uint32_t i) const;
  std::optional<TimeFound> edge(uint32_t i) const;
  std::optional<TimeFound> decade(uint32_t i) const;
  std::optional<TimeFound> century(uint32_t i) const;
  std::optional<TimeFound> quarter(uint32_t i) const;
  std::optional<TimeFound> season(uint32_t i) const;

  // units
  std::optional<TimeFound> unit(uint32_t i) const;
  std::optional<TimeFound> relative_unit(uint32_t i) const;
  bool add_relation_of_unit(TimeFound& found) const;
  bool add_relation_of_units(TimeFound& found, const TimeEntry& units) const;
  std::optional<TimeFound> counted(uint32_t i) const;
  std::optional<TimeFound> lone_unit(uint32_t i) const;
  std::optional<TimeFound> repetition(uint32_t i) const;
  void finish_duration(TimeFound& found) const;
  bool is_age(uint32_t first, uint32_t end, TimeUnit unit) const;
  uint32_t add_vague(uint32_t i, bool& vague) const;

  // parts of the day and the clock
  std::optional<TimeFound> part(uint32_t i) const;
  std::optional<TimeFound> qualified(uint32_t i) const;
  std::optional<TimeFound> clock(uint32_t i) const;
  std::optional<TimeFound> read_clock(uint32_t i) const;
  bool clock_digits(uint32_t i, TimeFound& found) const;
  bool clock_words(uint32_t i, bool named, TimeFound& found) const;
  void add_part_of_day(TimeFound& found) const;
  void add_day_of_clock(TimeFound& found) const;
  void add_minutes(TimeFound& found) const;
  void add_clock(TimeFound& found) const;
  void add_part(TimeFound& found) const;
  void add_zone(TimeFound& found) const;

  const Document& document_;
  const TimeLexicon& lexicon_;
  const NumberLexicon& numbers_;
  Range bounds_;
  mutable uint32_t depth_ = 0;  // of clock times inside days inside clock times: bounded, as real text nests two
};

// TIMEX3 type of a reading.
TimeType type_of(const TimeReading& reading);

}  // namespace isnad
