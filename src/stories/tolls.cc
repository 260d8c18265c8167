#include "stories/tolls.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "base/fold.h"
#include "stories/figure_questions.h"
#include "stories/intervals.h"
#include "stories/saying.h"

// The four rules are named, stand side by side and fuse nothing: range (from the lowest to the highest credible
// figure), conservative (the lowest of these), latest (what was said last), best_supported (what most independent
// origins agree on). Daily and cumulative totals and parts of another figure are no tolls. docs/rules.md tells their
// sources.

namespace isnad {
namespace {

struct Ends {
  std::optional<double> min, max;
};

bool is_range(const Figure& figure) { return figure.min && figure.max && *figure.min != *figure.max; }

// Who answers for the happening by the reports' own words: those who claimed it, and those who admitted a figure.
class Admissions {
 public:
  Admissions(const Collection& collection, const Story& story, const Lexicon& lexicon)
      : collection_(collection), lexicon_(lexicon) {
    for (const uint32_t d : story.documents) {
      for (const Statement& statement : collection.documents[d].statements) {
        if (statement.chain.empty() || statement.chain.back().entity == none) continue;
        if (has_cue(collection.documents[d], statement, "claims")) responsible_.insert(statement.chain.back().entity);
      }
    }
  }

  bool conceded(const FigureRef& ref) const {
    const Document& document = collection_.documents[ref.document];
    const Figure& figure = document.figures[ref.figure];
    if (figure.statement == none || figure.chain.empty()) return false;
    if (has_cue(document, document.statements[figure.statement], "admits")) return true;
    return figure.chain.back().entity != none && responsible_.contains(figure.chain.back().entity);
  }

 private:
  bool has_cue(const Document& document, const Statement& statement, std::string_view kind) const {
    const Range words = words_in(document, statement.cue);
    return std::any_of(document.words.begin() + words.first, document.words.begin() + words.last,
                       [&](const Word& word) {
                         const auto found = lexicon_.stories.admissions.find(folded(document.bytes(word.base)));
                         return found != lexicon_.stories.admissions.end() && found->second == kind;
                       });
  }

  const Collection& collection_;
  const Lexicon& lexicon_;
  std::set<uint32_t> responsible_;
};

class TollRules {
 public:
  TollRules(const Collection& collection, const CopiedFigures& copies, const Admissions& admissions, const Group& group)
      : collection_(collection), copies_(copies), admissions_(admissions), group_(group), credible_(credible()) {}

  std::vector<Toll> all() const {
    return {make(Rule::range, credible_), make(Rule::conservative, lowest()), make(Rule::latest, latest()),
            make(Rule::best_supported, best_supported())};
  }

 private:
  using Refs = std::vector<FigureRef>;

  const Figure& figure(const FigureRef& ref) const { return collection_.documents[ref.document].figures[ref.figure]; }

  // Not those that a report calls first, nor those printed when a later one was known; a vague word that holds an exact
  // count adds nothing to it.
  Refs credible() const {
    Refs kept;
    for (const FigureRef& ref : group_.figures) {
      const bool first = said_of(collection_, copies_, ref).update == Update::initial;
      if (!first && !is_out_of_date(ref)) kept.push_back(ref);
    }
    if (kept.empty()) kept = group_.figures;
    Refs exact;
    for (const FigureRef& ref : kept) {
      const bool held = is_range(figure(ref)) && std::any_of(kept.begin(), kept.end(), [&](const FigureRef& other) {
                          return !is_range(figure(other)) && lower_end(figure(other)) >= lower_end(figure(ref)) &&
                                 lower_end(figure(other)) <= upper_end(figure(ref));
                        });
      if (!held) exact.push_back(ref);
    }
    return exact;
  }

  bool is_out_of_date(const FigureRef& ref) const {
    return std::any_of(group_.findings.begin(), group_.findings.end(), [&](const Finding& finding) {
      return finding.kind == FindingKind::out_of_date && finding.figures.front() == ref;
    });
  }

  // The interval that holds all of the figures' intervals; open above where an open figure begins above the others.
  Ends hull(const Refs& figures) const {
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

  Toll make(Rule rule, const Refs& figures) const {
    Toll toll;
    toll.measure = group_.measure;
    toll.population = group_.population;
    toll.rule = rule;
    const Ends ends = hull(figures);
    toll.min = ends.min;
    toll.max = ends.max;
    toll.figures = figures;
    toll.grade = grade_of(figures);
    return toll;
  }

  // A suggestion to start from, never a verdict.
  Grade grade_of(const Refs& figures) const {
    if (group_.relation == Relation::conflict) return Grade::contested;
    const bool conceded =
        std::any_of(figures.begin(), figures.end(), [&](const FigureRef& ref) { return admissions_.conceded(ref); });
    if (conceded) return Grade::conceded;
    return origins_of(figures) >= 2 ? Grade::independent : Grade::single_source;
  }

  Refs lowest() const {
    const auto low = std::min_element(credible_.begin(), credible_.end(), [&](const FigureRef& a, const FigureRef& b) {
      return lower_end(figure(a)) < lower_end(figure(b));
    });
    return with_value_of(*low);
  }

  // What was said last; of a report that calls one figure first, only the others.
  Refs latest() const {
    std::vector<std::pair<Said, FigureRef>> said;
    for (const FigureRef& ref : credible_) said.emplace_back(said_of(collection_, copies_, ref), ref);
    const auto last = std::max_element(said.begin(), said.end(),
                                       [](const auto& a, const auto& b) { return said_before(a.first, b.first); });
    Refs figures;
    for (const auto& [when, ref] : said) {
      if (!said_before(when, last->first) && !said_before(last->first, when)) figures.push_back(ref);
    }
    return figures;
  }

  size_t origins_of(const Refs& figures) const {
    return static_cast<size_t>(std::count_if(group_.origins.begin(), group_.origins.end(), [&](const Origin& origin) {
      return std::any_of(origin.figures.begin(), origin.figures.end(), [&](const FigureRef& ref) {
        return std::find(figures.begin(), figures.end(), ref) != figures.end();
      });
    }));
  }

  // The value stated by most origins; of equals the one stated most often, then the higher one.
  Refs best_supported() const {
    Refs best;
    std::tuple<size_t, size_t, double> most{0, 0, -1};
    for (const FigureRef& ref : credible_) {
      const Refs same = with_value_of(ref);
      const std::tuple<size_t, size_t, double> support{origins_of(same), same.size(), lower_end(figure(ref))};
      if (support > most) {
        most = support;
        best = same;
      }
    }
    return best;
  }

  // The same interval; "at least 27" speaks for 27.
  Refs with_value_of(const FigureRef& ref) const {
    Refs same;
    for (const FigureRef& other : credible_) {
      const Figure &a = figure(ref), &b = figure(other);
      const bool begins_alike = a.min && a.min == b.min && !is_range(a) && !is_range(b);
      if (begins_alike || (a.min == b.min && a.max == b.max)) same.push_back(other);
    }
    return same;
  }

  const Collection& collection_;
  const CopiedFigures& copies_;
  const Admissions& admissions_;
  const Group& group_;
  Refs credible_;
};

bool is_subset(const Collection& collection, const Group& group) {
  return std::all_of(group.figures.begin(), group.figures.end(), [&](const FigureRef& ref) {
    return collection.documents[ref.document].figures[ref.figure].part_of != none;
  });
}

bool can_be_toll(const Collection& collection, const Group& group) {
  if (!counts_people(group.measure) || group.measure == Measure::affected || group.scope != Scope::incident)
    return false;
  if (!group.qualifier.empty() || group.place != none) return false;
  return group.population != Population::unspecified || !is_subset(collection, group);
}

}  // namespace

void sum_tolls(Collection& collection, const Lexicon& lexicon) {
  // Of several groups of one measure and population the one with most figures is the story's.
  std::map<std::tuple<uint32_t, Measure, Population>, const Group*> chosen;
  for (const Group& group : collection.groups) {
    if (group.story == none || group.figures.empty() || !can_be_toll(collection, group)) continue;
    const Group*& best = chosen[{group.story, group.measure, group.population}];
    if (!best || group.figures.size() > best->figures.size()) best = &group;
  }
  const CopiedFigures copies(collection);
  std::map<uint32_t, Admissions> admissions;
  for (const auto& [key, group] : chosen) {
    const uint32_t s = std::get<0>(key);
    Story& story = collection.stories[s];
    const Admissions& admitted = admissions.try_emplace(s, collection, story, lexicon).first->second;
    const std::vector<Toll> made = TollRules(collection, copies, admitted, *group).all();
    story.tolls.insert(story.tolls.end(), made.begin(), made.end());
  }
}

}  // namespace isnad
