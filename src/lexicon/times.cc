#include "lexicon/times.h"

#include <algorithm>
#include <string>

#include "base/error.h"
#include "base/fold.h"

namespace isnad {
namespace {

// In the order of TimeClass.
constexpr std::array<std::string_view, 42> class_names = {
    "day",         "today",          "part",    "part_adverb", "part_definite", "bare_part",   "relation",
    "same",        "this",           "edge",    "reference",   "qualifier",     "late",        "vague",
    "every",       "each",           "weekend", "hour_word",   "zone",          "zone_local",  "year_word",
    "hijri_mark",  "gregorian_mark", "pairs",   "ago",         "since",         "after",       "from_now",
    "before_year", "future",         "age",     "age_after",   "minus",         "nth_last",    "noun_of_day",
    "of",          "decade",         "quarter", "plain_part",  "through",       "named_after", "of_feast"};
static_assert(class_names.size() == static_cast<size_t>(TimeClass::month));

void add(TimeLexicon& lexicon, Vocabulary& vocabulary, TimeClass kind, std::string_view phrase, TimeEntry entry) {
  const std::vector<FormId> forms = vocabulary.add_phrase(phrase);
  if (forms.empty()) return;
  lexicon.tries[static_cast<size_t>(kind)].add(forms, static_cast<uint32_t>(lexicon.entries.size()));
  lexicon.entries.push_back(entry);
  if (forms[0] >= lexicon.starts.size()) lexicon.starts.resize(forms[0] + 1);
  lexicon.starts[forms[0]] |= TimeLexicon::bit(kind);
}

int16_t whole(const Table& table, size_t row, std::string_view column) {
  return table.cell(row, column).empty() ? int16_t{0} : static_cast<int16_t>(table.number(row, column));
}

void load_words(const Table& table, TimeLexicon& lexicon, Vocabulary& vocabulary) {
  for (size_t row = 0; row < table.size(); ++row) {
    const auto found = std::find(class_names.begin(), class_names.end(), table.cell(row, "class"));
    if (found == class_names.end()) {
      throw Error(ErrorCode::bad_format, table.place(row),
                  "'" + std::string(table.cell(row, "class")) + "' is no class of words of time");
    }
    const auto kind = static_cast<TimeClass>(found - class_names.begin());
    for (const std::string_view phrase : table.alternatives(row, "phrases")) {
      add(lexicon, vocabulary, kind, phrase, {whole(table, row, "a"), whole(table, row, "b"), 0});
    }
  }
}

void load_months(const Table& table, TimeLexicon& lexicon, Vocabulary& vocabulary) {
  for (size_t row = 0; row < table.size(); ++row) {
    const TimeEntry entry{whole(table, row, "month"), static_cast<int16_t>(table.cell(row, "calendar") == "hijri"),
                          whole(table, row, "weak")};
    for (const std::string_view name : table.alternatives(row, "names")) {
      add(lexicon, vocabulary, TimeClass::month, name, entry);
    }
  }
}

void load_weekdays(const Table& table, TimeLexicon& lexicon, Vocabulary& vocabulary) {
  for (size_t row = 0; row < table.size(); ++row) {
    const TimeEntry entry{whole(table, row, "day"), 0, 0};
    for (const auto name : table.alternatives(row, "names")) add(lexicon, vocabulary, TimeClass::weekday, name, entry);
    for (const auto name : table.alternatives(row, "bare"))
      add(lexicon, vocabulary, TimeClass::weekday_bare, name, entry);
  }
}

void load_units(const Table& table, TimeLexicon& lexicon, Vocabulary& vocabulary) {
  constexpr std::array<std::pair<std::string_view, int16_t>, 3> columns = {
      {{"singular", int16_t{0}}, {"dual", unit_form::dual}, {"plural", unit_form::plural}}};
  for (size_t row = 0; row < table.size(); ++row) {
    for (const auto& [column, form] : columns) {
      for (const std::string_view name : table.alternatives(row, column)) {
        const bool weak = whole(table, row, "weak") != 0;
        // "يومي", "شهري": the dual before its noun, and an adjective.
        const bool construct = form == unit_form::dual && name.ends_with("ي");
        const auto flags =
            static_cast<int16_t>(form | (weak ? unit_form::weak : 0) | (construct ? unit_form::construct : 0));
        const int16_t unit = whole(table, row, "unit");
        add(lexicon, vocabulary, TimeClass::unit, name, {unit, flags, 0});
        if (construct) continue;
        add(lexicon, vocabulary, TimeClass::unit, "ال" + std::string(name),
            {unit, static_cast<int16_t>(flags | unit_form::definite), 0});
      }
    }
  }
}

void load_seasons(const Table& table, TimeLexicon& lexicon, Vocabulary& vocabulary) {
  constexpr std::array<std::string_view, 4> seasons = {"SP", "SU", "FA", "WI"};
  for (size_t row = 0; row < table.size(); ++row) {
    const auto season = std::find(seasons.begin(), seasons.end(), table.cell(row, "value"));
    for (const std::string_view name : table.alternatives(row, "names")) {
      if (table.cell(row, "kind") == "season") {
        const bool definite = name.starts_with("ال") || name.starts_with("فصل");
        add(lexicon, vocabulary, TimeClass::season, name,
            {static_cast<int16_t>(season - seasons.begin() + 1), definite, 0});
      } else {
        add(lexicon, vocabulary, TimeClass::feast, name,
            {whole(table, row, "month"), whole(table, row, "day"),
             static_cast<int16_t>(table.cell(row, "kind") == "hijri")});
      }
    }
  }
}

}  // namespace

TimeLexicon load_times(const TableSource& source, Vocabulary& vocabulary) {
  TimeLexicon lexicon;
  load_words(source.table("times/words"), lexicon, vocabulary);
  load_months(source.table("times/months"), lexicon, vocabulary);
  load_weekdays(source.table("times/weekdays"), lexicon, vocabulary);
  load_units(source.table("times/units"), lexicon, vocabulary);
  load_seasons(source.table("times/seasons"), lexicon, vocabulary);
  const Table settings = source.table("times/published");
  for (size_t row = 0; row < settings.size(); ++row) {
    const bool year = settings.cell(row, "setting") == "latest_year";
    (year ? lexicon.latest_year : lexicon.night_until) = static_cast<int>(settings.number(row, "value"));
  }
  const Table phrases = source.table("times/no_times");
  for (size_t row = 0; row < phrases.size(); ++row) {
    for (const auto phrase : phrases.alternatives(row, "phrases"))
      add(lexicon, vocabulary, TimeClass::no_time, phrase, {});
  }
  return lexicon;
}

}  // namespace isnad
