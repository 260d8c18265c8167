#include "stories/relations.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "stories/intervals.h"

namespace isnad {
namespace {

constexpr double approximate_reach = 0.1;

struct Said {
  FigureRef ref;
  const Figure* figure;
  const Document* document;
  Update update;
};

// A report that calls one figure of a sentence first, or says that the sentence was said earlier, means them all.
Update update_of(const Document& document, const Figure& figure) {
  if (figure.update != Update::none) return figure.update;
  const uint32_t index = sentence_at(document, figure.span.start);
  if (index == none) return Update::none;
  const Span sentence = document.sentences[index].span;
  const bool initial = std::any_of(document.figures.begin(), document.figures.end(), [&](const Figure& other) {
    return other.update == Update::initial && sentence.contains(other.span);
  });
  const bool before = std::any_of(document.times.begin(), document.times.end(), [&](const Time& time) {
    return time.value == "PAST_REF" && sentence.contains(time.span);
  });
  return initial || before ? Update::initial : Update::none;
}

// Earlier than: by day, then by time of day where both tell it.
bool earlier(const Document& a, const Document& b) {
  if (!a.published.known() || !b.published.known()) return false;
  if (a.published != b.published) return a.published < b.published;
  return !a.published_time.empty() && !b.published_time.empty() && a.published_time < b.published_time;
}

bool higher(const Figure& a, const Figure& b) { return lower_end(a) > lower_end(b) || upper_end(a) > upper_end(b); }

// The later one of two figures that can't both hold says more: the count rose.
bool rose(const Said& a, const Said& b) {
  if (a.update == Update::initial && b.update != Update::initial) return higher(*b.figure, *a.figure);
  if (b.update == Update::initial && a.update != Update::initial) return higher(*a.figure, *b.figure);
  const auto moved = [](const Said& it) { return it.update == Update::updated || it.update == Update::corrected; };
  if (earlier(*a.document, *b.document)) return moved(b) || lower_end(*b.figure) > lower_end(*a.figure);
  if (earlier(*b.document, *a.document)) return moved(a) || lower_end(*a.figure) > lower_end(*b.figure);
  return (moved(a) && higher(*a.figure, *b.figure)) || (moved(b) && higher(*b.figure, *a.figure));
}

// Counts that could both hold still tell a rise where both begin at a number of their own: "at least 20", then 27.
bool tells_rise(const Said& a, const Said& b) {
  const auto vague = [](const Figure& f) { return f.approximate || (f.min && f.max && *f.min != *f.max); };
  return !vague(*a.figure) && !vague(*b.figure) && lower_end(*a.figure) != lower_end(*b.figure);
}

RelationReason conflict_of(const Said& a, const Said& b) {
  const auto text = [](const Said& it, bool arabic) { return interval_text(*it.figure, arabic); };
  return {Relation::conflict, fmt::format("{} and {} can't both hold of one moment", text(a, false), text(b, false)),
          fmt::format("لا يصح «{}» و«{}» معا في وقت واحد", text(a, true), text(b, true))};
}

RelationReason revised_from(const std::vector<Said>& said) {
  const auto [low, high] = std::minmax_element(said.begin(), said.end(), [](const Said& a, const Said& b) {
    return lower_end(*a.figure) < lower_end(*b.figure);
  });
  return {Relation::revised,
          fmt::format("the count moved from {} to {}", interval_text(*low->figure, false),
                      interval_text(*high->figure, false)),
          fmt::format("تحرك العدد من «{}» إلى «{}»", interval_text(*low->figure, true),
                      interval_text(*high->figure, true))};
}

}  // namespace

bool compatible(const Figure& a, const Figure& b) {
  const auto soft = [](const Figure& f) { return f.approximate || (f.min && f.max && *f.min != *f.max); };
  const auto low = [&](const Figure& f) { return soft(f) ? lower_end(f) * (1 - approximate_reach) : lower_end(f); };
  const auto high = [&](const Figure& f) { return soft(f) ? upper_end(f) * (1 + approximate_reach) : upper_end(f); };
  return low(a) <= high(b) && low(b) <= high(a);
}

RelationReason relate(const Collection& collection, const std::vector<FigureRef>& figures) {
  std::vector<Said> said;
  for (const FigureRef& ref : figures) {
    const Document& document = collection.documents[ref.document];
    const Figure& figure = document.figures[ref.figure];
    said.push_back({ref, &figure, &document, update_of(document, figure)});
  }
  bool moved = false;
  for (size_t i = 0; i < said.size(); ++i) {
    for (size_t k = i + 1; k < said.size(); ++k) {
      const bool risen = rose(said[i], said[k]);
      if (!compatible(*said[i].figure, *said[k].figure) && !risen) return conflict_of(said[i], said[k]);
      moved = moved || (risen && (!compatible(*said[i].figure, *said[k].figure) || tells_rise(said[i], said[k])));
    }
  }
  if (moved) return revised_from(said);
  return {};
}

}  // namespace isnad
