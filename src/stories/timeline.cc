#include "stories/timeline.h"

#include <algorithm>

#include "stories/publication.h"
#include "stories/timeline_candidates.h"

// A sentence of a report that names a day tells an event of that day; sentences of several reports about one day that
// share enough of their words tell one event. Reports that tell an event without its date are found by its words: the
// date is that of the reports that give it. Of a report only the clearest passage counts.

namespace isnad {
namespace {

constexpr float same_event = 0.34F;  // likeness of sentences that give the same date
constexpr float retold = 0.4F;       // of a sentence that gives no date to one that does
constexpr float least_in_common = 3.5F;

struct Event {
  std::string date;
  bool announced = false;
  std::vector<const TimelineCandidate*> candidates;
  std::vector<uint32_t> sentences;  // evidence, one of a report
};

class TimelineBuilder {
 public:
  TimelineBuilder(const Collection& collection, uint32_t story, const Lexicon& lexicon)
      : collection_(collection),
        story_(story),
        material_(timeline_material(collection, collection.stories[story], lexicon)) {}

  std::vector<TimelineEvent> build() {
    drop_repetitions();
    join_same_events();
    join_vague_dates();
    add_retellings();
    return finish();
  }

 private:
  const TimelineSentence& sentence(const TimelineCandidate& candidate) const {
    return material_.sentences[candidate.sentence];
  }
  uint32_t document(uint32_t index) const { return material_.sentences[index].passage.document; }

  // A date beside another that a sentence of its own gives as well; the lead where a dated sentence tells the same.
  void drop_repetitions() {
    const std::vector<TimelineCandidate>& all = material_.candidates;
    std::vector<TimelineCandidate> kept;
    for (const TimelineCandidate& candidate : all) {
      const bool repeated = std::any_of(all.begin(), all.end(), [&](const TimelineCandidate& other) {
        if (&other == &candidate || document(other.sentence) != document(candidate.sentence)) return false;
        if (candidate.beside) return !other.beside && other.date == candidate.date;
        return candidate.own_day && likeness(sentence(other).stems, sentence(candidate).stems) >= same_event;
      });
      if (!repeated) kept.push_back(candidate);
    }
    material_.candidates = std::move(kept);
    std::stable_sort(material_.candidates.begin(), material_.candidates.end(),
                     [](const TimelineCandidate& a, const TimelineCandidate& b) { return a.date < b.date; });
  }

  bool holds_document(const Event& event, uint32_t index) const {
    return std::any_of(event.sentences.begin(), event.sentences.end(),
                       [&](uint32_t other) { return document(other) == document(index); });
  }

  float likeness_to(const Event& event, const std::vector<TimelineStem>& stems) const {
    float most = 0;
    for (const TimelineCandidate* member : event.candidates)
      most = std::max(most, likeness(sentence(*member).stems, stems));
    return most;
  }

  void join_same_events() {
    for (const TimelineCandidate& candidate : material_.candidates) {
      const auto found = std::find_if(events_.begin(), events_.end(), [&](const Event& event) {
        return event.date == candidate.date && !holds_document(event, candidate.sentence) &&
               likeness(sentence(*event.candidates.front()).stems, sentence(candidate).stems) >= same_event;
      });
      if (found == events_.end()) {
        events_.push_back({candidate.date, candidate.announced, {&candidate}, {candidate.sentence}});
      } else {
        found->candidates.push_back(&candidate);
        found->sentences.push_back(candidate.sentence);
      }
    }
  }

  // "In early May" tells the event that another report dates to a day of May.
  void join_vague_dates() {
    for (Event& vague : events_) {
      if (vague.date.size() >= 10) continue;
      for (Event& exact : events_) {
        const bool within = exact.date.size() == 10 && exact.date.starts_with(vague.date);
        if (!within || likeness_to(exact, sentence(*vague.candidates.front()).stems) < same_event) continue;
        for (const uint32_t index : vague.sentences) {
          if (!holds_document(exact, index)) exact.sentences.push_back(index);
        }
        vague.sentences.clear();
        break;
      }
    }
    std::erase_if(events_, [](const Event& event) { return event.sentences.empty(); });
  }

  // The sentence of each other report that tells the event most fully without its date.
  void add_retellings() {
    for (Event& event : events_) {
      if (event.announced) continue;
      for (const uint32_t d : collection_.stories[story_].documents) {
        const std::string day = iso_day(collection_.documents[d].published);
        if (day.empty() || day < event.date) continue;
        if (const uint32_t index = best_retelling(event, d); index != none) event.sentences.push_back(index);
      }
    }
  }

  uint32_t best_retelling(const Event& event, uint32_t d) const {
    uint32_t best = none;
    float most = retold;
    for (uint32_t i = 0; i < material_.sentences.size(); ++i) {
      const TimelineSentence& other = material_.sentences[i];
      if (other.passage.document != d) continue;
      if (holds_document(event, i)) return none;
      if (dates_otherwise(i)) continue;
      for (const TimelineCandidate* member : event.candidates) {
        const float value = common_weight(sentence(*member).stems, other.stems) < least_in_common
                                ? 0
                                : likeness(sentence(*member).stems, other.stems);
        if (value > most) {
          most = value;
          best = i;
        }
      }
    }
    return best;
  }

  // True where the sentence says that what it tells happened on another day; the day of saying does not say so.
  bool dates_otherwise(uint32_t index) const {
    return std::any_of(material_.candidates.begin(), material_.candidates.end(),
                       [&](const TimelineCandidate& it) { return it.sentence == index && !it.announced; });
  }

  std::vector<TimelineEvent> finish() {
    std::vector<TimelineEvent> timeline;
    for (const Event& event : events_) {
      TimelineEvent told;
      const Passage& first = material_.sentences[event.sentences.front()].passage;
      told.story = story_;
      told.date = event.date;
      told.event = collection_.documents[first.document].bytes(first.span);
      told.announced = event.announced;
      for (const uint32_t index : event.sentences) told.evidence.push_back(material_.sentences[index].passage);
      timeline.push_back(std::move(told));
    }
    return timeline;
  }

  const Collection& collection_;
  uint32_t story_;
  TimelineMaterial material_;
  std::vector<Event> events_;
};

}  // namespace

void build_timeline(Collection& collection, const Lexicon& lexicon) {
  for (uint32_t s = 0; s < collection.stories.size(); ++s) {
    std::vector<TimelineEvent> events = TimelineBuilder(collection, s, lexicon).build();
    std::move(events.begin(), events.end(), std::back_inserter(collection.timeline));
  }
}

}  // namespace isnad
