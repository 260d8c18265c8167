#include "stories/findings.h"

#include <algorithm>
#include <map>
#include <optional>

#include "stories/intervals.h"
#include "stories/publication.h"
#include "stories/saying.h"

namespace isnad {
namespace {

// How many a report counts in all: one figure, or the sum of the categories of one sentence.
struct Total {
  double value = 0;
  std::vector<const FigureQuestion*> figures;
};

bool exact(const FigureQuestion& question) {
  const Figure& figure = *question.figure;
  return figure.min && figure.min == figure.max && !figure.approximate;
}

class Findings {
 public:
  Findings(Collection& collection, size_t first, const std::vector<FigureQuestion>& questions,
           const CopiedFigures& copies, const InterfaceText& words)
      : collection_(collection), first_(first), copies_(copies), words_(words) {
    for (uint32_t g = static_cast<uint32_t>(first); g < collection.groups.size(); ++g) {
      for (const FigureRef& ref : collection.groups[g].figures) group_of_[ref] = g;
    }
    for (const FigureQuestion& question : questions) by_document_[question.ref.document].push_back(&question);
  }

  void find() {
    link_parts();
    for (const auto& [document, questions] : by_document_) check_sums(questions);
    compare_reports();
    find_out_of_date();
  }

 private:
  using Questions = std::vector<const FigureQuestion*>;

  Group& group(const FigureRef& ref) { return collection_.groups[group_of_.at(ref)]; }
  const Document& document(const FigureQuestion& question) const {
    return collection_.documents[question.ref.document];
  }

  static std::string number(double value) { return interval_text(value, value, false); }

  // --- parts
  void link_parts() {
    for (uint32_t whole = static_cast<uint32_t>(first_); whole < collection_.groups.size(); ++whole) {
      for (uint32_t part = static_cast<uint32_t>(first_); part < collection_.groups.size(); ++part) {
        if (part != whole && is_part(collection_.groups[part], collection_.groups[whole])) {
          collection_.groups[whole].parts.push_back(part);
        }
      }
    }
  }

  bool is_part(const Group& part, const Group& whole) const {
    if (part.scope != whole.scope || !whole.qualifier.empty() || part.place != whole.place) return false;
    if (whole.measure == Measure::casualties) {
      return (part.measure == Measure::killed || part.measure == Measure::injured) &&
             part.population == whole.population && part.qualifier.empty() && holds_total(part);
    }
    if (part.measure != whole.measure || !counts_people(part.measure)) return false;
    if (told_as_part(part, whole)) return true;
    const bool category = part.population != Population::unspecified && part.population != Population::attackers &&
                          part.population != Population::fighters;
    return category && whole.population == Population::unspecified && !told_as_part(whole, part) &&
           largest(part) <= largest(whole) && largest(part) > 0 && holds_total(whole);
  }

  // A figure of the one is told as a part of a figure of the other ("بينهم").
  bool told_as_part(const Group& part, const Group& whole) const {
    return std::any_of(part.figures.begin(), part.figures.end(), [&](const FigureRef& ref) {
      const uint32_t of = collection_.documents[ref.document].figures[ref.figure].part_of;
      return of != none &&
             std::find(whole.figures.begin(), whole.figures.end(), FigureRef{ref.document, of}) != whole.figures.end();
    });
  }

  bool holds_total(const Group& group) const {
    return std::any_of(group.figures.begin(), group.figures.end(), [&](const FigureRef& ref) {
      return collection_.documents[ref.document].figures[ref.figure].part_of == none;
    });
  }

  double largest(const Group& group) const {
    double most = 0;
    for (const FigureRef& ref : group.figures) {
      const Figure& figure = collection_.documents[ref.document].figures[ref.figure];
      most = std::max(most, figure.max ? *figure.max : lower_end(figure));
    }
    return most;
  }

  // --- sums of one report
  void check_sums(const Questions& questions) {
    for (const FigureQuestion* whole : questions) {
      if (!exact(*whole) || !counts_people(whole->measure)) continue;
      Questions parts;
      for (const FigureQuestion* part : questions) {
        const bool told = part->figure->part_of == whole->ref.figure && part->measure == whole->measure;
        if (told && exact(*part)) parts.push_back(part);
      }
      if (parts.size() >= 2) tell_sum(*whole, parts, false);
      if (whole->measure == Measure::casualties) check_casualties(*whole, questions);
    }
  }

  void check_casualties(const FigureQuestion& whole, const Questions& questions) {
    const std::optional<Total> killed = total(questions, Measure::killed), injured = total(questions, Measure::injured);
    if (!killed || !injured || whole.population != Population::unspecified || whole.scope != Scope::incident) return;
    Questions parts = killed->figures;
    parts.insert(parts.end(), injured->figures.begin(), injured->figures.end());
    tell_sum(whole, parts, true);
  }

  // exhaustive: the parts are all there is, so that less than the whole is a mismatch too.
  void tell_sum(const FigureQuestion& whole, const Questions& parts, bool exhaustive) {
    double sum = 0;
    std::string terms;
    std::vector<FigureRef> figures{whole.ref};
    for (const FigureQuestion* part : parts) {
      sum += *part->figure->min;
      terms += (terms.empty() ? "" : " + ") + number(*part->figure->min);
      figures.push_back(part->ref);
    }
    const double stated = *whole.figure->min;
    if (sum < stated && !exhaustive) return;
    const FindingKind kind = sum == stated ? FindingKind::sum_holds : FindingKind::sum_differs;
    add(kind, sum == stated ? "finding.sum_holds" : "finding.sum_differs", figures,
        {terms, number(sum), number(stated), label(whole)}, {whole.ref});
  }

  // --- across reports
  std::optional<Total> total(const Questions& questions, Measure measure) const {
    Total whole, sum;
    for (const FigureQuestion* question : questions) {
      if (question->measure != measure || question->scope != Scope::incident || question->subset || question->aside ||
          !question->qualifier.empty()) {
        continue;
      }
      if (!exact(*question)) return std::nullopt;
      Total& into = question->population == Population::unspecified && !is_category(*question) ? whole : sum;
      if (&into == &whole && !into.figures.empty()) {
        if (into.value != *question->figure->min) return std::nullopt;  // several counts: which one is open
        continue;
      }
      const auto same = std::find_if(into.figures.begin(), into.figures.end(), [&](const FigureQuestion* other) {
        return other->population == question->population && other->noun == question->noun;
      });
      if (same != into.figures.end()) {
        if (*(*same)->figure->min != *question->figure->min) return std::nullopt;
        continue;
      }
      into.value += *question->figure->min;
      into.figures.push_back(question);
    }
    if (!whole.figures.empty()) return whole;
    return sum.figures.empty() ? std::nullopt : std::optional(sum);
  }

  // Beside another figure of its sentence and measure it counts one kind of people, whatever its noun is.
  bool is_category(const FigureQuestion& question) const {
    const uint32_t own = sentence_at(document(question), question.figure->span.start);
    const Questions& others = by_document_.at(question.ref.document);
    return std::any_of(others.begin(), others.end(), [&](const FigureQuestion* other) {
      return other != &question && other->measure == question.measure && !other->subset &&
             other->population != question.population && other->scope == question.scope &&
             sentence_at(document(*other), other->figure->span.start) == own;
    });
  }

  void compare_reports() {
    struct Report {
      Questions questions;
      std::optional<Total> killed, injured;
      Said said;
    };
    std::vector<Report> reports;
    for (const auto& [document, questions] : by_document_) {
      Report report{questions, total(questions, Measure::killed), total(questions, Measure::injured), {}};
      if (report.killed) report.said = said_of(collection_, copies_, report.killed->figures.front()->ref);
      reports.push_back(std::move(report));
    }
    std::vector<std::pair<double, double>> told;
    for (const Report& a : reports) {
      for (const Report& b : reports) {
        if (!a.killed || !b.killed || &a == &b) continue;
        const bool both = a.injured && b.injured && !said_before(b.said, a.said);
        if (both && a.killed->value < b.killed->value &&
            a.killed->value + a.injured->value == b.killed->value + b.injured->value) {
          const std::pair<double, double> step{a.killed->value, b.killed->value};
          if (std::find(told.begin(), told.end(), step) == told.end())
            tell_deaths(*a.killed, *a.injured, *b.killed, *b.injured);
          told.push_back(step);
        }
        find_total_for_part(*a.killed, *b.killed);
      }
    }
  }

  void tell_deaths(const Total& killed, const Total& injured, const Total& now_killed, const Total& now_injured) {
    std::vector<FigureRef> figures;
    for (const Total* it : {&killed, &injured, &now_killed, &now_injured}) {
      for (const FigureQuestion* question : it->figures) figures.push_back(question->ref);
    }
    std::vector<FigureRef> in;
    for (const FigureQuestion* question : now_killed.figures) in.push_back(question->ref);
    in.push_back(now_injured.figures.front()->ref);
    add(FindingKind::died_of_wounds, "finding.died_of_wounds", figures,
        {terms(killed) + " + " + terms(injured), terms(now_killed) + " + " + terms(now_injured),
         number(now_killed.value - killed.value)},
        in);
  }

  static std::string terms(const Total& total) {
    std::string text;
    for (const FigureQuestion* question : total.figures) {
      text += (text.empty() ? "" : " + ") + number(*question->figure->min);
    }
    return text;
  }

  // b prints for one category what a has as the sum of several.
  void find_total_for_part(const Total& a, const Total& b) {
    if (a.figures.size() < 2) return;
    for (const FigureQuestion* printed : b.figures) {
      if (*printed->figure->min != a.value || printed->population == Population::unspecified) continue;
      const bool smaller_part = std::any_of(a.figures.begin(), a.figures.end(), [&](const FigureQuestion* part) {
        return part->population == printed->population && *part->figure->min < a.value;
      });
      if (!smaller_part) continue;
      std::vector<FigureRef> figures{printed->ref};
      for (const FigureQuestion* part : a.figures) figures.push_back(part->ref);
      add(FindingKind::total_for_part, "finding.total_for_part", figures,
          {number(a.value), label(*printed), terms(a), label(*a.figures.front())}, {printed->ref});
    }
  }

  // --- time
  void find_out_of_date() {
    for (size_t g = first_; g < collection_.groups.size(); ++g) {
      const std::vector<FigureRef> figures = collection_.groups[g].figures;
      for (const FigureRef& ref : figures) {
        const Said said = said_of(collection_, copies_, ref);
        if (!said.reprinted && said.day == collection_.documents[ref.document].published) continue;
        if (const FigureRef* newer = known_by_then(figures, ref, said)) tell_out_of_date(ref, *newer, said);
      }
    }
  }

  // A figure said later than this one, and printed before the report of this one.
  const FigureRef* known_by_then(const std::vector<FigureRef>& figures, const FigureRef& ref, const Said& said) const {
    const Document& report = collection_.documents[ref.document];
    const auto found = std::find_if(figures.begin(), figures.end(), [&](const FigureRef& other) {
      const Document& earlier = collection_.documents[other.document];
      const Figure &a = report.figures[ref.figure], &b = earlier.figures[other.figure];
      return earlier.published.known() && earlier.published < report.published && lower_end(b) > upper_end(a) &&
             said_before(said, said_of(collection_, copies_, other));
    });
    return found == figures.end() ? nullptr : &*found;
  }

  void tell_out_of_date(const FigureRef& ref, const FigureRef& newer, const Said& said) {
    const auto figure = [&](const FigureRef& it) -> const Figure& {
      return collection_.documents[it.document].figures[it.figure];
    };
    add(FindingKind::out_of_date, "finding.out_of_date", {ref, newer},
        {interval_text(figure(ref), false), source_of_report(ref), iso_day(said.day),
         interval_text(figure(newer), false), source_of_report(newer)},
        {ref});
  }

  std::string source_of_report(const FigureRef& ref) const { return label_of(collection_.documents[ref.document]); }

  std::string label(const FigureQuestion& question) const { return source_of_report(question.ref); }

  // Adds the finding to the groups of the figures in `in`, once to each.
  void add(FindingKind kind, std::string_view key, const std::vector<FigureRef>& figures,
           std::initializer_list<std::string_view> values, const std::vector<FigureRef>& in) {
    Finding finding{kind, words_.text(key, Language::english, values), words_.text(key, Language::arabic, values),
                    figures};
    for (const FigureRef& ref : in) {
      std::vector<Finding>& findings = group(ref).findings;
      const bool there = std::any_of(findings.begin(), findings.end(),
                                     [&](const Finding& other) { return other.english == finding.english; });
      if (!there) findings.push_back(finding);
    }
  }

  Collection& collection_;
  size_t first_;
  const CopiedFigures& copies_;
  const InterfaceText& words_;
  std::map<FigureRef, uint32_t> group_of_;
  std::map<uint32_t, Questions> by_document_;
};

}  // namespace

void add_findings(Collection& collection, size_t first, const std::vector<FigureQuestion>& questions,
                  const CopiedFigures& copies, const InterfaceText& words) {
  Findings(collection, first, questions, copies, words).find();
}

}  // namespace isnad
