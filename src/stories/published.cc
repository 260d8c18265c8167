#include "stories/published.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/calendar.h"
#include "stories/published_clues.h"
#include "stories/published_events.h"
#include "stories/published_given.h"

namespace isnad {
namespace {

constexpr int first_year = 1990;             // of the years that a day of the week may decide
constexpr size_t story_size = 400;           // up to so many reports without metadata are read as one story
constexpr double least_vote = 0.06;          // likeness of sentences and of the words near the times, multiplied
constexpr double least_vote_against = 0.15;  // against metadata
constexpr double clear_lead = 1.5;

struct State {
  DayClues clues;
  std::optional<int32_t> given;  // day of the metadata
  int given_hour = -1;
  std::optional<int32_t> day;  // decided
  bool certain = false;        // told by the text itself or by metadata that the text agrees with
};

void decide(Document& document, State& state, int32_t day, PublishedBasis basis, std::string reason, bool certain) {
  const CalendarDay found = calendar_day(day);
  document.published = {found.year, static_cast<unsigned>(found.month), static_cast<unsigned>(found.day)};
  document.published_basis = basis;
  document.published_reason = std::move(reason);
  // The clock time of the metadata is not of another day.
  if (state.given && *state.given != day) document.published_time.clear();
  state.day = day;
  state.certain = certain;
}

std::string quoted(const Document& document, uint32_t time) {
  return "\"" + std::string(document.bytes(document.times[time].span)) + "\"";
}

std::string written(int32_t day) {
  const CalendarDay found = calendar_day(day);
  return fmt::format("{:04}-{:02}-{:02}", found.year, found.month, found.day);
}

int32_t on_or_before(int32_t day, int weekday) { return day - (weekday_of(day) - weekday + 7) % 7; }

int32_t nearest(int32_t day, int weekday) {
  const int32_t before = on_or_before(day, weekday);
  return day - before <= 3 ? before : before + 7;
}

// Metadata corrected by the text: often they hold the time at which a page was saved.
void decide_from_given(Document& document, State& state, const TimeLexicon& lexicon) {
  const DayClues& clues = state.clues;
  const int32_t given = *state.given;
  if (clues.weekday != 0) {
    int32_t day = on_or_before(given, clues.weekday);
    // A zone east of the metadata's may already have the next day.
    if (given - day == 6 && state.given_hour >= 20) day = given + 1;
    if (day == given) {
      return decide(document, state, day, PublishedBasis::metadata,
                    fmt::format("The metadata give {}, and the text says {}.", written(given),
                                quoted(document, clues.weekday_time)),
                    true);
    }
    return decide(document, state, day, PublishedBasis::text,
                  fmt::format("The text says {}, which is {}; the metadata ({}) are later.",
                              quoted(document, clues.weekday_time), written(day), document.published_given),
                  true);
  }
  if (clues.head && *clues.head <= given + 1 && given - *clues.head <= 30) {
    return decide(document, state, *clues.head, *clues.head == given ? PublishedBasis::metadata : PublishedBasis::page,
                  fmt::format("The report bears the date {}.", written(*clues.head)), true);
  }
  if (clues.relative && state.given_hour >= 0 && state.given_hour < lexicon.night_until) {
    return decide(
        document, state, given - 1, PublishedBasis::text,
        fmt::format(
            "The metadata give {}, at night; what the text calls today or yesterday is counted from the day before.",
            document.published_given),
        false);
  }
  decide(document, state, given, PublishedBasis::metadata,
         fmt::format("The metadata give {}.", document.published_given), false);
}

// Years in which most of the days of the week fit their days of the month; the latest of them, or the one that
// follows the latest year that is named.
std::optional<int> fitting_year(const std::vector<WrittenDay>& days, int latest_named, const TimeLexicon& lexicon) {
  int best_fits = 0;
  std::vector<int> years;
  for (int year = std::max(first_year, latest_named); year <= lexicon.latest_year; ++year) {
    int fits = 0;
    for (const WrittenDay& day : days) {
      if (day.weekday == 0 || day.day > days_in_month(year, day.month)) continue;
      if (day.year != 0 && day.year != year) continue;
      fits += weekday_of(day_number(year, day.month, day.day)) == day.weekday;
    }
    if (fits > best_fits) years.clear();
    best_fits = std::max(best_fits, fits);
    if (fits == best_fits && fits > 0) years.push_back(year);
  }
  if (years.empty()) return std::nullopt;
  return latest_named != 0 && years.front() - latest_named <= 2 ? years.front() : years.back();
}

// The reports without metadata, read as one story: a year from all their days of the week that stand with a day of
// the month, a day from each one's own words.
void decide_without_given(Collection& collection, std::vector<State>& states, const TimeLexicon& lexicon) {
  std::vector<uint32_t> open;
  std::vector<WrittenDay> days;
  int latest_named = 0;
  for (uint32_t d = 0; d < states.size(); ++d) {
    if (states[d].day) continue;
    if (states[d].clues.head) {
      decide(collection.documents[d], states[d], *states[d].clues.head, PublishedBasis::page,
             fmt::format("The report bears the date {}.", written(*states[d].clues.head)), true);
      continue;
    }
    open.push_back(d);
  }
  const auto read_alone = [&](uint32_t d, std::optional<int> year) {
    State& state = states[d];
    const Document& document = collection.documents[d];
    // The day of the month whose day of the week the text gives, or the only one near which its own day can lie.
    std::optional<int32_t> near;
    for (const WrittenDay& day : state.clues.days) {
      const int in = day.year != 0 ? day.year : year.value_or(0);
      if (in == 0 || day.day > days_in_month(in, day.month)) continue;
      const int32_t number = day_number(in, day.month, day.day);
      const bool fits = day.weekday != 0 && weekday_of(number) == day.weekday;
      if (!near || fits) near = number;
      if (fits) break;
    }
    if (!near) return;
    const bool story = !fitting_year(state.clues.days, state.clues.latest_year, lexicon);
    const int32_t day = state.clues.weekday != 0 ? nearest(*near, state.clues.weekday) : *near;
    std::string reason = fmt::format("The text names {}", written(*near));
    if (state.clues.weekday != 0) reason += fmt::format(" and says {}", quoted(document, state.clues.weekday_time));
    reason += fmt::format(
        "; the year is the one in which {} agree.",
        story ? "the other reports' days of the week and of the month" : "the days of the week and of the month");
    if (state.clues.weekday == 0 && !story && state.clues.relative) return;
    decide(collection.documents[d], state, day, story ? PublishedBasis::story : PublishedBasis::text, std::move(reason),
           state.clues.weekday != 0);
  };
  const bool one_story = open.size() <= story_size;
  for (const uint32_t d : open) {
    latest_named =
        std::max(latest_named, states[d].clues.latest_year <= lexicon.latest_year ? states[d].clues.latest_year : 0);
    days.insert(days.end(), states[d].clues.days.begin(), states[d].clues.days.end());
  }
  const auto common = one_story ? fitting_year(days, latest_named, lexicon) : std::nullopt;
  for (const uint32_t d : open) {
    const auto own = fitting_year(states[d].clues.days, states[d].clues.latest_year, lexicon);
    read_alone(d, own ? own : common);
  }
}

// Reports that have only a day of the week: the day nearest to the others of their story.
void decide_by_neighbours(Collection& collection, std::vector<State>& states) {
  std::vector<int32_t> known;
  size_t open = 0;
  for (const State& state : states) {
    if (state.day)
      known.push_back(*state.day);
    else
      ++open;
  }
  if (known.empty() || open == 0 || states.size() > story_size) return;
  std::nth_element(known.begin(), known.begin() + known.size() / 2, known.end());
  const int32_t middle = known[known.size() / 2];
  for (uint32_t d = 0; d < states.size(); ++d) {
    if (states[d].day || states[d].clues.weekday == 0) continue;
    const int32_t day = nearest(middle, states[d].clues.weekday);
    decide(collection.documents[d], states[d], day, PublishedBasis::story,
           fmt::format("The text says {}; the other reports are of about {}.",
                       quoted(collection.documents[d], states[d].clues.weekday_time), written(middle)),
           true);
  }
}

// Reports that say "اليوم" or "أمس" and no more: by the sentences of other reports that tell the same.
void decide_by_events(Collection& collection, std::vector<State>& states) {
  const bool any =
      std::any_of(states.begin(), states.end(), [](const State& s) { return !s.certain && s.clues.relative; });
  if (!any || states.size() < 2) return;
  const DatedSentences sentences(collection);
  std::vector<DatedSentences::Known> known(states.size());
  std::optional<int32_t> lowest, highest;
  for (size_t d = 0; d < states.size(); ++d) {
    if (!states[d].day) continue;
    known[d] = {states[d].day, states[d].certain};
    lowest = lowest ? std::min(*lowest, *states[d].day) : *states[d].day;
    highest = highest ? std::max(*highest, *states[d].day) : *states[d].day;
  }
  if (!lowest) return;
  for (uint32_t d = 0; d < states.size(); ++d) {
    State& state = states[d];
    if (state.certain || !state.clues.relative) continue;
    const int32_t from = state.given ? *state.given - 2 : *lowest - 3;
    const int32_t to = state.given ? *state.given : *highest + 7;
    const auto votes = sentences.days_of(collection, d, from, to, known);
    if (votes.empty() || votes[0].weight < least_vote) continue;
    const auto own = std::find_if(votes.begin(), votes.end(), [&](const auto& vote) { return vote.day == state.day; });
    // What the metadata say stands unless the words of other reports clearly speak against it.
    if (votes[0].day == state.day || (own != votes.end() && votes[0].weight < clear_lead * own->weight)) continue;
    const bool split = votes.size() > 1 && votes[0].weight < clear_lead * votes[1].weight;
    if (state.day && (split || votes[0].weight < least_vote_against)) continue;
    decide(collection.documents[d], state, votes[0].day, PublishedBasis::story,
           fmt::format("Report {} tells the same of a day it names, which makes this report of {}.",
                       collection.documents[votes[0].from].id, written(votes[0].day)),
           false);
  }
}

// What is left open in a story whose reports lie within days of each other: the day most of them have.
void decide_by_majority(Collection& collection, std::vector<State>& states) {
  std::map<int32_t, size_t> counts;
  for (const State& state : states) {
    if (state.day) ++counts[*state.day];
  }
  if (counts.empty() || states.size() > story_size || counts.rbegin()->first - counts.begin()->first > 14) return;
  const auto most =
      std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  for (uint32_t d = 0; d < states.size(); ++d) {
    if (states[d].day || !states[d].clues.relative) continue;
    decide(collection.documents[d], states[d], most->first, PublishedBasis::story,
           fmt::format("Most of the other reports are of {}.", written(most->first)), false);
  }
}

}  // namespace

void infer_published(Collection& collection, const Lexicon& lexicon) {
  std::vector<State> states(collection.documents.size());
  for (size_t d = 0; d < states.size(); ++d) {
    Document& document = collection.documents[d];
    states[d].clues = find_day_clues(document);
    const auto given = read_given_date(document.published_given);
    if (!given) {
      const auto address = day_of_address(document.url);
      if (!address) continue;
      // The text's own day of the week corrects an address by a day, as where midnight lies between.
      int32_t day = day_number(address->year, static_cast<int>(address->month), static_cast<int>(address->day));
      if (states[d].clues.weekday != 0 && day - on_or_before(day, states[d].clues.weekday) <= 1) {
        day = on_or_before(day, states[d].clues.weekday);
      }
      decide(document, states[d], day, PublishedBasis::page,
             fmt::format("The address bears the date {}.", written(day)), true);
      continue;
    }
    states[d].given = day_number(given->day.year, static_cast<int>(given->day.month), static_cast<int>(given->day.day));
    states[d].given_hour = given->hour;
    document.published_time = given->time;
    decide_from_given(document, states[d], lexicon.times);
  }
  decide_without_given(collection, states, lexicon.times);
  decide_by_neighbours(collection, states);
  decide_by_events(collection, states);
  decide_by_majority(collection, states);
}

}  // namespace isnad
