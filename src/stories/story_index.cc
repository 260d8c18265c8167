#include "stories/story_index.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "base/assert.h"
#include "stories/stories_linkage.h"
#include "stories/story_candidates.h"
#include "stories/story_evidence.h"

namespace isnad {
namespace {

constexpr double least_link = 0.02;   // probability below which a pair is no evidence
constexpr double least_touch = 0.15;  // probability from which a report's story is grouped anew
constexpr double judged = 1e6;        // likeness that a person's judgement stands for

struct Link {
  uint32_t other = 0;
  double log_odds = 0;
  int8_t judgement = 0;  // a person's: 1 together, -1 apart
};

// Parts of regrouped reports with the story each part is to be, and the stories before.
struct Regrouping {
  std::vector<std::vector<uint32_t>> parts;
  std::vector<uint32_t> story_of_part;
};

}  // namespace

struct StoryIndex::State {
  explicit State(const StoryLexicon& known) : lexicon(&known), counts(known) {}

  const StoryLexicon* lexicon;
  TermCounts counts;
  StoryCandidates candidates;
  std::vector<StoryVectors> vectors;
  std::vector<std::vector<Link>> links;
  std::vector<uint32_t> story_of;
  std::vector<std::vector<uint32_t>> stories;

  double likeness(const Link& link) const {
    if (link.judgement != 0) return judged * link.judgement;
    return probability(link.log_odds + collection_prior(vectors.size()));
  }
  uint32_t append(const StoryProfile& profile, std::span<const CopiedShare> copies);
  std::vector<uint32_t> touched_by(uint32_t report) const;
  StoryUpdate regroup(const std::vector<uint32_t>& touched, uint32_t fresh);
  Regrouping partition(const std::vector<uint32_t>& reports);
  double mean_likeness(uint32_t report, const std::vector<uint32_t>& others) const;
  void tell(const Regrouping& now, uint32_t fresh, StoryUpdate& update) const;
};

// Takes the report in with its links; it is in no story yet.
uint32_t StoryIndex::State::append(const StoryProfile& profile, std::span<const CopiedShare> copies) {
  const auto report = static_cast<uint32_t>(vectors.size());
  counts.count(profile);
  vectors.push_back(weigh(profile, counts));
  story_of.push_back(none);
  links.emplace_back();
  std::map<uint32_t, double> compared;
  for (const uint32_t other : candidates.add(report, vectors.back())) compared[other] = 0;
  for (const CopiedShare& copy : copies) {
    ISNAD_INVARIANT(copy.report < report);
    compared[copy.report] = copy.share;
  }
  for (const auto& [other, share] : compared) {
    if (!may_tell_one_story(vectors[other], vectors[report], share)) continue;
    const double odds = log_odds(story_clues(vectors[other], vectors[report], share), lexicon->clue_weights);
    if (probability(odds + collection_prior(1)) < least_link) continue;
    links[report].push_back({other, odds});
    links[other].push_back({report, odds});
  }
  return report;
}

std::vector<uint32_t> StoryIndex::State::touched_by(uint32_t report) const {
  std::vector<uint32_t> touched;
  for (const Link& link : links[report]) {
    if (likeness(link) >= least_touch) touched.push_back(story_of[link.other]);
  }
  std::sort(touched.begin(), touched.end());
  touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
  return touched;
}

// Groups the reports by the links among them, and gives each part the story that most of it was in.
Regrouping StoryIndex::State::partition(const std::vector<uint32_t>& reports) {
  std::vector<StoryEdge> edges;
  const auto place = [&](uint32_t report) {
    const auto at = std::lower_bound(reports.begin(), reports.end(), report);
    return at != reports.end() && *at == report ? static_cast<uint32_t>(at - reports.begin()) : none;
  };
  for (uint32_t i = 0; i < reports.size(); ++i) {
    for (const Link& link : links[reports[i]]) {
      if (const uint32_t k = place(link.other); k != none && k < i) edges.push_back({k, i, likeness(link)});
    }
  }
  Regrouping now;
  now.parts = link_by_average(static_cast<uint32_t>(reports.size()), edges, least_average_likeness);
  std::vector<std::tuple<uint32_t, uint32_t, uint32_t>> claims;  // reports less than all, story, part
  for (uint32_t p = 0; p < now.parts.size(); ++p) {
    std::map<uint32_t, uint32_t> from;
    for (uint32_t& report : now.parts[p]) {
      report = reports[report];
      if (story_of[report] != none) ++from[story_of[report]];
    }
    for (const auto& [story, count] : from) claims.emplace_back(none - count, story, p);
  }
  std::sort(claims.begin(), claims.end());
  now.story_of_part.assign(now.parts.size(), none);
  std::set<uint32_t> taken;
  for (const auto& [rank, story, part] : claims) {
    if (now.story_of_part[part] == none && taken.insert(story).second) now.story_of_part[part] = story;
  }
  for (uint32_t& story : now.story_of_part) {
    if (story != none) continue;
    story = static_cast<uint32_t>(stories.size());
    stories.emplace_back();
  }
  return now;
}

double StoryIndex::State::mean_likeness(uint32_t report, const std::vector<uint32_t>& others) const {
  double sum = 0;
  size_t count = 0;
  for (const uint32_t other : others) count += other != report;
  for (const Link& link : links[report]) {
    if (std::binary_search(others.begin(), others.end(), link.other)) sum += std::clamp(likeness(link), 0.0, 1.0);
  }
  return count == 0 ? 0 : sum / static_cast<double>(count);
}

// Decisions: what became of each story before, then of the new report.
void StoryIndex::State::tell(const Regrouping& now, uint32_t fresh, StoryUpdate& update) const {
  for (uint32_t p = 0; p < now.parts.size(); ++p) {
    const uint32_t story = now.story_of_part[p];
    std::map<uint32_t, std::vector<uint32_t>> from;
    for (const uint32_t report : now.parts[p]) {
      if (report == fresh) {
        const bool alone = now.parts[p].size() == 1;
        update.decisions.push_back({alone ? StoryEvent::founded : StoryEvent::joined, story, none, report,
                                    mean_likeness(report, now.parts[p])});
      } else if (story_of[report] != story) {
        from[story_of[report]].push_back(report);
      }
    }
    const bool is_new = stories[story].empty();
    for (const auto& [old, reports] : from) {
      const double likeness = mean_likeness(reports.front(), now.parts[p]);
      if (stories[old].size() == reports.size() && !is_new) {
        update.decisions.push_back({StoryEvent::merged, story, old, none, likeness});
      } else if (is_new) {
        update.decisions.push_back({StoryEvent::split, story, old, none, likeness});
      } else {
        for (const uint32_t report : reports) {
          update.decisions.push_back({StoryEvent::moved, story, old, report, mean_likeness(report, now.parts[p])});
        }
      }
    }
  }
}

StoryUpdate StoryIndex::State::regroup(const std::vector<uint32_t>& touched, uint32_t fresh) {
  StoryUpdate update;
  update.report = fresh;
  std::vector<uint32_t> reports;
  if (fresh != none) reports.push_back(fresh);
  for (const uint32_t story : touched) reports.insert(reports.end(), stories[story].begin(), stories[story].end());
  std::sort(reports.begin(), reports.end());
  const Regrouping now = partition(reports);
  tell(now, fresh, update);
  std::map<uint32_t, std::vector<uint32_t>> after;
  for (const uint32_t story : touched) after[story];
  for (uint32_t p = 0; p < now.parts.size(); ++p) after[now.story_of_part[p]] = now.parts[p];
  for (auto& [story, members] : after) {
    if (stories[story] == members) continue;
    update.changed.push_back(story);
    for (const uint32_t report : members) story_of[report] = story;
    stories[story] = std::move(members);
  }
  return update;
}

StoryIndex::StoryIndex(const StoryLexicon& lexicon) : state_(std::make_unique<State>(lexicon)) {}
StoryIndex::~StoryIndex() = default;
StoryIndex::StoryIndex(StoryIndex&&) noexcept = default;
StoryIndex& StoryIndex::operator=(StoryIndex&&) noexcept = default;

StoryUpdate StoryIndex::add(const StoryProfile& profile, std::span<const CopiedShare> copies) {
  const uint32_t report = state_->append(profile, copies);
  return state_->regroup(state_->touched_by(report), report);
}

void StoryIndex::restore(const StoryProfile& profile, std::span<const CopiedShare> copies, uint32_t story) {
  const uint32_t report = state_->append(profile, copies);
  if (story >= state_->stories.size()) state_->stories.resize(story + 1);
  state_->stories[story].push_back(report);
  state_->story_of[report] = story;
}

StoryUpdate StoryIndex::decide(uint32_t a, uint32_t b, bool together) {
  ISNAD_INVARIANT(a < state_->vectors.size() && b < state_->vectors.size() && a != b);
  for (const auto& [from, to] : {std::pair{a, b}, std::pair{b, a}}) {
    std::vector<Link>& links = state_->links[from];
    auto link = std::find_if(links.begin(), links.end(), [&](const Link& each) { return each.other == to; });
    if (link == links.end()) link = links.insert(links.end(), Link{to, 0, 0});
    link->judgement = together ? 1 : -1;
  }
  std::vector<uint32_t> touched{state_->story_of[a], state_->story_of[b]};
  std::sort(touched.begin(), touched.end());
  touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
  return state_->regroup(touched, none);
}

uint32_t StoryIndex::report_count() const { return static_cast<uint32_t>(state_->vectors.size()); }
uint32_t StoryIndex::story_count() const { return static_cast<uint32_t>(state_->stories.size()); }
uint32_t StoryIndex::story_of(uint32_t report) const { return state_->story_of[report]; }
const std::vector<uint32_t>& StoryIndex::reports(uint32_t story) const { return state_->stories[story]; }

}  // namespace isnad
