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
};

// Earlier than: by day, then by time of day where both tell it.
bool earlier(const Document& a, const Document& b) {
  if (!a.published.known() || !b.published.known()) return false;
  if (a.published != b.published) return a.published < b.published;
  return !a.published_time.empty() && !b.published_time.empty() && a.published_time < b.published_time;
}

bool higher(const Figure& a, const Figure& b) { return lower_end(a) > lower_end(b) || upper_end(a) > upper_end(b); }

// The later one of two figures that can't both hold says more: the count rose.
bool rose(const Said& a, const Said& b) {
  if (a.figure->update == Update::initial && b.figure->update != Update::initial) return higher(*b.figure, *a.figure);
  if (b.figure->update == Update::initial && a.figure->update != Update::initial) return higher(*a.figure, *b.figure);
  const auto moved = [](const Figure& f) { return f.update == Update::updated || f.update == Update::corrected; };
  if (earlier(*a.document, *b.document)) return moved(*b.figure) || lower_end(*b.figure) > lower_end(*a.figure);
  if (earlier(*b.document, *a.document)) return moved(*a.figure) || lower_end(*a.figure) > lower_end(*b.figure);
  return false;
}

RelationReason conflict_of(const Said& a, const Said& b) {
  const std::string x = interval_text(*a.figure), y = interval_text(*b.figure);
  return {Relation::conflict, fmt::format("{} and {} can't both hold of one moment", x, y),
          fmt::format("لا يصح {} و{} معا في وقت واحد", x, y)};
}

RelationReason revised_from(const std::vector<Said>& said) {
  const auto [low, high] = std::minmax_element(said.begin(), said.end(), [](const Said& a, const Said& b) {
    return lower_end(*a.figure) < lower_end(*b.figure);
  });
  const std::string x = interval_text(*low->figure), y = interval_text(*high->figure);
  return {Relation::revised, fmt::format("the count moved from {} to {}", x, y), fmt::format("تحرك العدد من {} إلى {}", x, y)};
}

}  // namespace

bool compatible(const Figure& a, const Figure& b) {
  const auto low = [](const Figure& f) { return f.approximate ? lower_end(f) * (1 - approximate_reach) : lower_end(f); };
  const auto high = [](const Figure& f) { return f.approximate ? upper_end(f) * (1 + approximate_reach) : upper_end(f); };
  return low(a) <= high(b) && low(b) <= high(a);
}

RelationReason relate(const Collection& collection, const std::vector<FigureRef>& figures) {
  std::vector<Said> said;
  for (const FigureRef& ref : figures) {
    const Document& document = collection.documents[ref.document];
    said.push_back({ref, &document.figures[ref.figure], &document});
  }
  bool moved = false;
  for (size_t i = 0; i < said.size(); ++i) {
    for (size_t k = i + 1; k < said.size(); ++k) {
      const bool risen = rose(said[i], said[k]);
      if (!compatible(*said[i].figure, *said[k].figure) && !risen) return conflict_of(said[i], said[k]);
      moved = moved || (risen && lower_end(*said[i].figure) != lower_end(*said[k].figure));
    }
  }
  if (moved) return revised_from(said);
  return {};
}

}  // namespace isnad
