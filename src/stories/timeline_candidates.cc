#include "stories/timeline_candidates.h"

#include <algorithm>

#include "stories/publication.h"

namespace isnad {
namespace {

constexpr size_t fewest_words = 4;
constexpr float least_stem_weight = 0.3F;

// A calendar date in a TIMEX3 value: "2022-01-06" of "2022-01-06TEV"; weeks and months as they are.
std::string date_of(const Time& time) {
  if (time.type != TimeType::date && time.type != TimeType::time) return {};
  if (time.reading.kind == TimeKind::clock) return {};
  if (time.value.size() < 7 || time.value[0] < '1' || time.value[0] > '2' || time.value[4] != '-') return {};
  return time.value.substr(0, time.value.find('T'));
}

bool is_day(const std::string& date) { return date.size() == 10; }

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

// A toll over "the past days" happened in the month of the report, one over "the past weeks" in its year.
std::string date_of_period(const Document& document, const Sentence& sentence) {
  const bool cumulative = std::any_of(document.figures.begin(), document.figures.end(), [&](const Figure& figure) {
    return figure.scope == Scope::cumulative && sentence.span.contains(figure.span);
  });
  if (!cumulative || !document.published.known()) return {};
  for (const Time& time : document.times) {
    if (!sentence.span.contains(time.span) || time.type != TimeType::duration) continue;
    if (time.value == "PXD") return iso_day(document.published).substr(0, 7);
    if (time.value == "PXW" || time.value == "PXM") return iso_day(document.published).substr(0, 4);
  }
  return {};
}

void add_candidates(const Document& document, const Sentence& sentence, TimelineMaterial& material) {
  TimelineSentence& told = material.sentences.back();
  const auto index = static_cast<uint32_t>(material.sentences.size() - 1);
  const std::vector<const Time*> times = dating_times(document, sentence);
  told.dated = !times.empty();
  for (const Time* time : times) {
    material.candidates.push_back(
        {date_of(*time), index, time_of_saying(document, *time), time != times.front(), false});
  }
  if (!times.empty()) return;
  if (const std::string period = date_of_period(document, sentence); !period.empty()) {
    material.candidates.push_back({period, index, false, false, false});
    told.dated = true;
  } else if (told.lead && document.published.known()) {
    material.candidates.push_back({iso_day(document.published), index, true, false, true});
  }
}

}  // namespace

std::vector<TimelineStem> stems_of(const std::vector<ReuseToken>& tokens, const Range& words) {
  std::vector<TimelineStem> stems;
  auto token = std::lower_bound(tokens.begin(), tokens.end(), words.first,
                                [](const ReuseToken& it, uint32_t word) { return it.word < word; });
  for (; token != tokens.end() && token->word < words.last; ++token) {
    if (token->weight >= least_stem_weight) stems.push_back({token->stem, token->weight});
  }
  std::sort(stems.begin(), stems.end(), [](const auto& a, const auto& b) { return a.stem < b.stem; });
  const auto last =
      std::unique(stems.begin(), stems.end(), [](const auto& a, const auto& b) { return a.stem == b.stem; });
  stems.erase(last, stems.end());
  return stems;
}

TimelineMaterial timeline_material(const Collection& collection, const Story& story, const Lexicon& lexicon) {
  TimelineMaterial material;
  for (const uint32_t d : story.documents) {
    const Document& document = collection.documents[d];
    const std::vector<ReuseToken> tokens = weighted_reuse_tokens(document, lexicon, 1);  // names tell an event
    bool lead = true;
    for (const Sentence& sentence : document.sentences) {
      if (document.lines[sentence.line].kind != LineKind::body || sentence.words.size() < fewest_words) continue;
      TimelineSentence told;
      told.passage = {d, sentence.span};
      told.stems = stems_of(tokens, sentence.words);
      told.lead = lead;
      lead = false;
      material.sentences.push_back(std::move(told));
      add_candidates(document, sentence, material);
    }
  }
  return material;
}

float common_weight(const std::vector<TimelineStem>& a, const std::vector<TimelineStem>& b) {
  float common = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (x->stem == y->stem) common += std::min(x->weight, y->weight);
    const bool forward = x->stem <= y->stem, other = y->stem <= x->stem;
    if (forward) ++x;
    if (other) ++y;
  }
  return common;
}

float likeness(const std::vector<TimelineStem>& a, const std::vector<TimelineStem>& b) {
  const auto sum = [](const std::vector<TimelineStem>& stems) {
    float weight = 0;
    for (const TimelineStem& it : stems) weight += it.weight;
    return weight;
  };
  const float less = std::min(sum(a), sum(b));
  return less > 0 ? common_weight(a, b) / less : 0;
}

}  // namespace isnad
