#include "stories/tolls.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "stories/figure_questions.h"
#include "stories/intervals.h"

// The four rules are named, stand side by side and fuse nothing: range (from the lowest to the highest figure),
// conservative (the lowest figure), latest (the figures of the report published last), best_supported (the figure that
// most independent origins agree on). Daily and cumulative totals and parts of another figure are no tolls.

namespace isnad {
namespace {

struct Ends {
  std::optional<double> min, max;
};

class TollRules {
 public:
  TollRules(const Collection& collection, const Group& group) : collection_(collection), group_(group) {}

  std::vector<Toll> all() const {
    return {make(Rule::range, group_.figures), make(Rule::conservative, lowest()), make(Rule::latest, latest()),
            make(Rule::best_supported, best_supported())};
  }

 private:
  const Figure& figure(const FigureRef& ref) const { return collection_.documents[ref.document].figures[ref.figure]; }

  // The interval that holds all of the figures' intervals; open above where an open figure begins above the others.
  Ends hull(const std::vector<FigureRef>& figures) const {
    Ends ends;
    double open_from = -1;
    for (const FigureRef& ref : figures) {
      const Figure& it = figure(ref);
      if (!ends.min || lower_end(it) < *ends.min) ends.min = lower_end(it);
      if (it.max) {
        if (!ends.max || *it.max > *ends.max) ends.max = it.max;
      } else {
        open_from = std::max(open_from, lower_end(it));
      }
    }
    if (ends.max && open_from > *ends.max) ends.max.reset();
    return ends;
  }

  Toll make(Rule rule, const std::vector<FigureRef>& figures) const {
    Toll toll;
    toll.measure = group_.measure;
    toll.population = group_.population;
    toll.rule = rule;
    const Ends ends = hull(figures);
    toll.min = ends.min;
    toll.max = ends.max;
    toll.figures = figures;
    toll.grade = group_.relation == Relation::conflict ? Grade::contested
                 : group_.origins.size() >= 2          ? Grade::independent
                                                       : Grade::single_source;
    return toll;
  }

  std::vector<FigureRef> lowest() const {
    const auto low = std::min_element(
        group_.figures.begin(), group_.figures.end(),
        [&](const FigureRef& a, const FigureRef& b) { return lower_end(figure(a)) < lower_end(figure(b)); });
    return with_interval_of(*low);
  }

  // The figures of the reports published last; of a report that calls one figure first, only the others.
  std::vector<FigureRef> latest() const {
    const auto said = [&](const FigureRef& ref) {
      const Document& document = collection_.documents[ref.document];
      return std::tie(document.published, document.published_time);
    };
    const auto last = std::max_element(group_.figures.begin(), group_.figures.end(),
                                       [&](const FigureRef& a, const FigureRef& b) { return said(a) < said(b); });
    std::vector<FigureRef> figures;
    for (const FigureRef& ref : group_.figures) {
      if (said(ref) == said(*last) && figure(ref).update != Update::initial) figures.push_back(ref);
    }
    return figures.empty() ? group_.figures : figures;
  }

  size_t origins_of(const std::vector<FigureRef>& figures) const {
    return static_cast<size_t>(std::count_if(group_.origins.begin(), group_.origins.end(), [&](const Origin& origin) {
      return std::any_of(origin.figures.begin(), origin.figures.end(), [&](const FigureRef& ref) {
        return std::find(figures.begin(), figures.end(), ref) != figures.end();
      });
    }));
  }

  // The interval stated by most origins; of equals the one stated most often, then the higher one.
  std::vector<FigureRef> best_supported() const {
    std::vector<FigureRef> best;
    std::tuple<size_t, size_t, double> most{0, 0, -1};
    for (const FigureRef& ref : group_.figures) {
      const std::vector<FigureRef> same = with_interval_of(ref);
      const std::tuple<size_t, size_t, double> support{origins_of(same), same.size(), lower_end(figure(ref))};
      if (support > most) {
        most = support;
        best = same;
      }
    }
    return best;
  }

  std::vector<FigureRef> with_interval_of(const FigureRef& ref) const {
    std::vector<FigureRef> same;
    for (const FigureRef& other : group_.figures) {
      if (figure(other).min == figure(ref).min && figure(other).max == figure(ref).max) same.push_back(other);
    }
    return same;
  }

  const Collection& collection_;
  const Group& group_;
};

bool is_subset(const Collection& collection, const Group& group) {
  return std::all_of(group.figures.begin(), group.figures.end(), [&](const FigureRef& ref) {
    return collection.documents[ref.document].figures[ref.figure].part_of != none;
  });
}

}  // namespace

void sum_tolls(Collection& collection, const Lexicon&) {
  // Of several groups of one measure and population the one with most figures is the story's.
  std::map<std::tuple<uint32_t, Measure, Population>, const Group*> chosen;
  for (const Group& group : collection.groups) {
    const bool toll =
        counts_people(group.measure) && group.measure != Measure::affected && group.scope == Scope::incident;
    if (!toll || (group.population == Population::unspecified && is_subset(collection, group))) continue;
    const Group*& best = chosen[{group.story, group.measure, group.population}];
    if (!best || group.figures.size() > best->figures.size()) best = &group;
  }
  for (const auto& [key, group] : chosen) {
    std::vector<Toll>& tolls = collection.stories[std::get<0>(key)].tolls;
    const std::vector<Toll> made = TollRules(collection, *group).all();
    tolls.insert(tolls.end(), made.begin(), made.end());
  }
}

}  // namespace isnad
