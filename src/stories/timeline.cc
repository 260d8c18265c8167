#include "stories/timeline.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "stories/reuse_tokens.h"

// A sentence of a report that names a day tells an event of that day. Sentences of several reports about one day that
// share enough of their words tell one event.

namespace isnad {
namespace {

constexpr double same_event = 0.34;  // shared weight of words, of the shorter sentence
constexpr size_t fewest_words = 4;

struct Candidate {
  std::string date;
  Passage passage;
  std::vector<uint64_t> stems;  // sorted, rare words only
  bool announced = false;       // the time is the one of saying
};

// A calendar date in a TIMEX3 value: "2022-01-06" of "2022-01-06TEV"; weeks and months as they are.
std::string date_of(const Time& time) {
  if (time.type != TimeType::date && time.type != TimeType::time) return {};
  if (time.value.size() < 7 || time.value[0] < '1' || time.value[0] > '2' || time.value[4] != '-') return {};
  return time.value.substr(0, time.value.find('T'));
}

bool is_day(const std::string& date) { return date.size() == 10; }

std::string day_text(const Day& day) { return fmt::format("{:04}-{:02}-{:02}", day.year, day.month, day.day); }

// The times that date what the sentence tells, one for each date: the days named; a week or month where no day is.
std::vector<const Time*> dating_times(const Document& document, const Sentence& sentence) {
  std::vector<const Time*> days, vague;
  for (const Time& time : document.times) {
    if (!sentence.span.contains(time.span)) continue;
    const std::string date = date_of(time);
    std::vector<const Time*>& list = is_day(date) ? days : vague;
    const bool known =
        std::any_of(list.begin(), list.end(), [&](const Time* other) { return date_of(*other) == date; });
    if (!date.empty() && !known) list.push_back(&time);
  }
  if (days.empty() && vague.size() > 1) vague.resize(1);
  return days.empty() ? vague : days;
}

bool time_of_saying(const Document& document, const Time& time) {
  return std::any_of(document.statements.begin(), document.statements.end(), [&](const Statement& statement) {
    return join(statement.cue, statement.content).contains(time.span) && !statement.content.contains(time.span);
  });
}

std::vector<uint64_t> rare_stems(const std::vector<ReuseToken>& tokens, const Range& words) {
  std::vector<uint64_t> stems;
  for (const ReuseToken& token : tokens) {
    if (words.contains(token.word) && token.weight >= 1) stems.push_back(token.stem);
  }
  std::sort(stems.begin(), stems.end());
  stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
  return stems;
}

// Sentences that tell an event, with its date. A report's first sentence tells what happened on the report's own day
// where it names none.
std::vector<Candidate> candidates_of(const Collection& collection, const Story& story) {
  std::vector<Candidate> candidates;
  for (const uint32_t d : story.documents) {
    const Document& document = collection.documents[d];
    const std::vector<ReuseToken> tokens = reuse_tokens(document);
    bool lead = true;
    for (const Sentence& sentence : document.sentences) {
      const LineKind kind = document.lines[sentence.line].kind;
      if (!is_content(kind) || sentence.words.size() < fewest_words) continue;
      const bool is_lead = lead && kind == LineKind::body;
      if (is_lead) lead = false;
      const std::vector<const Time*> times = dating_times(document, sentence);
      const std::vector<uint64_t> stems = rare_stems(tokens, sentence.words);
      for (const Time* time : times) {
        candidates.push_back({date_of(*time), {d, sentence.span}, stems, time_of_saying(document, *time)});
      }
      if (times.empty() && is_lead && document.published.known()) {
        candidates.push_back({day_text(document.published), {d, sentence.span}, stems, true});
      }
    }
  }
  return candidates;
}

double shared(const std::vector<uint64_t>& a, const std::vector<uint64_t>& b) {
  size_t common = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (*x == *y) ++common;
    if (*x <= *y) {
      const uint64_t value = *x;
      ++x;
      if (*y == value) ++y;
    } else {
      ++y;
    }
  }
  return static_cast<double>(common) / static_cast<double>(std::max<size_t>(1, std::min(a.size(), b.size())));
}

}  // namespace

void build_timeline(Collection& collection, const Lexicon&) {
  for (uint32_t s = 0; s < collection.stories.size(); ++s) {
    std::vector<Candidate> candidates = candidates_of(collection, collection.stories[s]);
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate& a, const Candidate& b) { return a.date < b.date; });
    std::vector<std::vector<const Candidate*>> events;
    for (const Candidate& candidate : candidates) {
      const auto found = std::find_if(events.begin(), events.end(), [&](const auto& event) {
        return event.front()->date == candidate.date && shared(event.front()->stems, candidate.stems) >= same_event &&
               std::none_of(event.begin(), event.end(), [&](const Candidate* other) {
                 return other->passage.document == candidate.passage.document;
               });
      });
      if (found == events.end()) {
        events.push_back({&candidate});
      } else {
        found->push_back(&candidate);
      }
    }
    for (const auto& members : events) {
      TimelineEvent event;
      event.story = s;
      event.date = members.front()->date;
      event.event = collection.documents[members.front()->passage.document].bytes(members.front()->passage.span);
      event.announced = members.front()->announced;
      for (const Candidate* member : members) event.evidence.push_back(member->passage);
      collection.timeline.push_back(std::move(event));
    }
  }
}

}  // namespace isnad
