// Months, weekdays, relative days, parts of the day, units of duration: data/times/.
#pragma once

#include <array>

#include "lexicon/phrases.h"
#include "lexicon/table.h"
#include "lexicon/vocabulary.h"

namespace isnad {

// Classes of the words of time; data/times/words.tsv says what each means.
enum class TimeClass : uint8_t {
  day,
  today,
  part,
  part_adverb,
  part_definite,
  bare_part,
  relation,
  same,
  demonstrative,
  edge,
  reference,
  qualifier,
  late,
  vague,
  every,
  each,
  weekend,
  hour_word,
  zone,
  zone_local,
  year_word,
  hijri_mark,
  gregorian_mark,
  pairs,
  ago,
  since,
  after,
  from_now,
  before_year,
  future,
  age,
  age_after,
  minus,
  nth_last,
  noun_of_day,
  of,
  decade,
  quarter,
  plain_part,
  through,
  named_after,
  of_feast,
  // of the other tables
  month,
  weekday,
  weekday_bare,
  unit,
  season,
  feast,
  no_time,
  count
};

// What a row says of its phrase.
struct TimeEntry {
  int16_t a = 0, b = 0, c = 0;
};

// Bits of TimeEntry::b of a unit.
namespace unit_form {
inline constexpr int16_t definite = 1, dual = 2, plural = 4, weak = 8, construct = 16;
}  // namespace unit_form

struct TimeLexicon {
  std::array<PhraseTrie, static_cast<size_t>(TimeClass::count)> tries;  // values: index into entries
  std::vector<TimeEntry> entries;
  int latest_year = 0;           // no report is later
  int night_until = 0;           // hour before which "اليوم" is the day before the one in the metadata
  std::vector<uint64_t> starts;  // by FormId: bits of the classes of which a phrase begins with the form

  uint64_t starts_of(FormId form) const { return form < starts.size() ? starts[form] : 0; }
  static constexpr uint64_t bit(TimeClass c) { return uint64_t(1) << static_cast<unsigned>(c); }
};

TimeLexicon load_times(const TableSource& source, Vocabulary& vocabulary);

}  // namespace isnad
