#include "stories/relations.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

#include "stories/intervals.h"
#include "stories/publication.h"
#include "stories/saying.h"

namespace isnad {
namespace {

constexpr double approximate_reach = 0.1;

struct Voice {
  FigureRef ref;
  const Figure* figure;
  Said said;
};

bool is_range(const Figure& f) { return f.min && f.max && *f.min != *f.max; }

// One digit and noughts, from 100 on: said beside "dozens" it is as rough as the word.
bool is_round(const Figure& f) {
  if (!f.min || f.min != f.max || *f.min < 100) return false;
  double value = *f.min;
  while (value >= 10 && std::fmod(value, 10) == 0) value /= 10;
  return value < 10;
}

// A headline's "dozens" stands for the number of its own report.
bool can_both_hold(const Voice& a, const Voice& b) {
  if (compatible(*a.figure, *b.figure)) return true;
  return a.ref.document == b.ref.document && is_range(*a.figure) != is_range(*b.figure) &&
         upper_end(*a.figure) * (1 + approximate_reach) >= lower_end(*b.figure) &&
         upper_end(*b.figure) * (1 + approximate_reach) >= lower_end(*a.figure);
}

bool higher(const Figure& a, const Figure& b) { return lower_end(a) > lower_end(b) || upper_end(a) > upper_end(b); }

bool was_moved(const Voice& it) { return it.said.update == Update::updated || it.said.update == Update::corrected; }

// The later one of two figures that can't both hold says more: the count rose.
bool rose(const Voice& a, const Voice& b) {
  const bool a_first = a.said.update == Update::initial, b_first = b.said.update == Update::initial;
  if (a_first && !b_first) return higher(*b.figure, *a.figure);
  if (b_first && !a_first) return higher(*a.figure, *b.figure);
  if (said_before(a.said, b.said)) return was_moved(b) || lower_end(*b.figure) > lower_end(*a.figure);
  if (said_before(b.said, a.said)) return was_moved(a) || lower_end(*a.figure) > lower_end(*b.figure);
  return (was_moved(a) && higher(*a.figure, *b.figure)) || (was_moved(b) && higher(*b.figure, *a.figure));
}

// Counts that could both hold still tell a rise where both begin at a number of their own: "at least 20", then 27.
bool tells_rise(const Voice& a, const Voice& b) {
  const auto vague = [](const Figure& f) { return f.approximate || is_range(f); };
  return !vague(*a.figure) && !vague(*b.figure) && lower_end(*a.figure) != lower_end(*b.figure);
}

class Reasons {
 public:
  Reasons(const Collection& collection, const InterfaceText& words) : collection_(collection), words_(words) {}

  RelationReason conflict(const Voice& a, const Voice& b) const {
    return two("reason.conflict", Relation::conflict, a, b);
  }

  // first and last: of the movement of the counts that give a number of their own, where there are two of them.
  RelationReason revised(const Voice& first, const Voice& last) const {
    return two(last.said.update == Update::corrected ? "reason.corrected" : "reason.revised", Relation::revised, first,
               last);
  }

  RelationReason agreement(const std::vector<Voice>& voices) const {
    if (voices.size() < 2) return {};
    const auto differs = std::find_if(voices.begin(), voices.end(), [&](const Voice& voice) {
      return voice.figure->min != voices.front().figure->min || voice.figure->max != voices.front().figure->max;
    });
    if (differs != voices.end()) return two("reason.compatible", Relation::agree, voices.front(), *differs);
    const Figure& figure = *voices.front().figure;
    return {Relation::agree,
            words_.text("reason.same", Language::english, interval_text(figure, false)),
            words_.text("reason.same", Language::arabic, interval_text(figure, true)),
            {}};
  }

 private:
  std::string who(const Voice& it) const {
    const std::string day = iso_day(it.said.day);
    const std::string label = source_label(collection_, it.ref);
    return day.empty() ? label : label + ", " + day;
  }

  std::string who_arabic(const Voice& it) const {
    const std::string day = iso_day(it.said.day);
    const std::string label = source_label(collection_, it.ref);
    return day.empty() ? label : label + "، " + day;
  }

  RelationReason two(std::string_view key, Relation relation, const Voice& a, const Voice& b) const {
    return {relation,
            words_.text(key, Language::english,
                        {interval_text(*a.figure, false), who(a), interval_text(*b.figure, false), who(b)}),
            words_.text(key, Language::arabic,
                        {interval_text(*a.figure, true), who_arabic(a), interval_text(*b.figure, true), who_arabic(b)}),
            {a.ref, b.ref}};
  }

  const Collection& collection_;
  const InterfaceText& words_;
};

std::vector<Voice> voices_of(const Collection& collection, const CopiedFigures& copies,
                             const std::vector<FigureRef>& figures) {
  std::vector<Voice> voices;
  for (const FigureRef& ref : figures) {
    voices.push_back({ref, &collection.documents[ref.document].figures[ref.figure], said_of(collection, copies, ref)});
  }
  return voices;
}

Movement movement_between(const Figure& before, const Figure& now) {
  const double low = lower_end(now) - lower_end(before);
  const bool up = upper_end(now) > upper_end(before), down = upper_end(now) < upper_end(before);
  if (low >= 0 && (up || low > 0) && !down) return Movement::raised;
  if (low <= 0 && (down || low < 0) && !up) return Movement::lowered;
  if (!compatible(before, now)) return low > 0 ? Movement::raised : Movement::lowered;
  return up ? Movement::widened : Movement::narrowed;
}

// By the time of saying; of one time by what the reports call them, then by size: the count of an event rises.
void sort_by_saying(std::vector<Voice>& voices) {
  std::stable_sort(voices.begin(), voices.end(), [](const Voice& a, const Voice& b) {
    const auto stage = [](const Voice& it) { return it.said.update == Update::initial ? 0 : was_moved(it) ? 2 : 1; };
    const auto key = [&](const Voice& it) {
      return std::tuple(it.said.day, stage(it), it.said.published, it.said.time, lower_end(*it.figure));
    };
    return key(a) < key(b);
  });
}

// The voices at which the value moves: it can't hold together with the one before, or begins above all before.
std::vector<const Voice*> steps_of(const std::vector<Voice>& voices) {
  std::vector<const Voice*> steps;
  double highest = 0;
  for (const Voice& voice : voices) {
    const bool same = std::any_of(steps.begin(), steps.end(), [&](const Voice* step) {
      return step->said.day == voice.said.day && step->figure->min == voice.figure->min &&
             step->figure->max == voice.figure->max;
    });
    const bool moves = steps.empty() || !compatible(*steps.back()->figure, *voice.figure) ||
                       (lower_end(*voice.figure) > highest && !is_range(*voice.figure));
    if (same || !moves) continue;
    highest = std::max(highest, lower_end(*voice.figure));
    steps.push_back(&voice);
  }
  return steps;
}

// The first and last step of the counts that give a number of their own, or of all where these do not move.
std::pair<const Voice*, const Voice*> ends_of(const std::vector<const Voice*>& steps) {
  std::vector<const Voice*> own;
  for (const Voice* step : steps) {
    if (!is_range(*step->figure)) own.push_back(step);
  }
  const std::vector<const Voice*>& used = own.size() >= 2 ? own : steps;
  return {used.front(), used.back()};
}

}  // namespace

bool compatible(const Figure& a, const Figure& b) {
  const bool a_soft = a.approximate || (is_round(a) && is_range(b));
  const bool b_soft = b.approximate || (is_round(b) && is_range(a));
  const auto low = [](const Figure& f, bool soft) {
    return soft ? lower_end(f) * (1 - approximate_reach) : lower_end(f);
  };
  const auto high = [](const Figure& f, bool soft) {
    return soft ? upper_end(f) * (1 + approximate_reach) : upper_end(f);
  };
  return low(a, a_soft) <= high(b, b_soft) && low(b, b_soft) <= high(a, a_soft);
}

RelationReason relate(const Collection& collection, const CopiedFigures& copies, const std::vector<FigureRef>& figures,
                      const InterfaceText& words) {
  std::vector<Voice> voices = voices_of(collection, copies, figures);
  sort_by_saying(voices);
  const Reasons reasons(collection, words);
  bool moved = false;
  for (size_t i = 0; i < voices.size(); ++i) {
    for (size_t k = i + 1; k < voices.size(); ++k) {
      const bool risen = rose(voices[i], voices[k]);
      const bool both = can_both_hold(voices[i], voices[k]);
      if (!both && !risen) return reasons.conflict(voices[i], voices[k]);
      moved = moved || (risen && (!both || tells_rise(voices[i], voices[k])));
    }
  }
  if (!moved) return reasons.agreement(voices);
  const auto [first, last] = ends_of(steps_of(voices));
  return reasons.revised(*first, *last);
}

std::vector<HistoryStep> history_of(const Collection& collection, const CopiedFigures& copies,
                                    const std::vector<FigureRef>& figures) {
  std::vector<Voice> voices = voices_of(collection, copies, figures);
  sort_by_saying(voices);
  std::vector<HistoryStep> steps;
  const Figure* before = nullptr;
  for (const Voice* voice : steps_of(voices)) {
    HistoryStep step;
    step.said = iso_day(voice->said.day);
    step.figure = voice->ref;
    step.by = source_label(collection, voice->ref);
    if (before) step.movement = movement_between(*before, *voice->figure);
    steps.push_back(std::move(step));
    before = voice->figure;
  }
  return steps;
}

}  // namespace isnad
