#include "stories/explain.h"

#include <algorithm>

#include "document/names.h"
#include "stories/figure_questions.h"
#include "stories/intervals.h"
#include "stories/origins.h"

namespace isnad {
namespace {

constexpr size_t most_other_groups = 6;

class Explainer {
 public:
  Explainer(const Collection& collection, const Lexicon& lexicon, const FigureRef& ref, Language language)
      : collection_(collection), lexicon_(lexicon), ref_(ref), language_(language) {}

  std::vector<ExplanationLine> explain() {
    const Document& document = collection_.documents[ref_.document];
    const uint32_t sentence = sentence_at(document, figure().span.start);
    const Span span = sentence == none ? figure().span : document.sentences[sentence].span;
    add("explain.figure", {value(ref_), source_label(collection_, ref_), std::string(document.bytes(span))},
        {{ref_.document, span}});
    const auto group = std::find_if(collection_.groups.begin(), collection_.groups.end(), [&](const Group& it) {
      return std::find(it.figures.begin(), it.figures.end(), ref_) != it.figures.end();
    });
    if (group == collection_.groups.end()) {
      add("explain.no_group", {name("modality", name_of(figure().modality))});
      return std::move(lines_);
    }
    questions_ = figure_questions(collection_, collection_.stories[group->story], lexicon_);
    tell_question();
    tell_group(*group);
    tell_other_groups(*group);
    tell_relation(*group);
    tell_origins(*group);
    return std::move(lines_);
  }

 private:
  const Figure& figure() const { return collection_.documents[ref_.document].figures[ref_.figure]; }
  const Figure& figure(const FigureRef& ref) const { return collection_.documents[ref.document].figures[ref.figure]; }

  std::string value(const FigureRef& ref) const { return interval_text(figure(ref), language_ == Language::arabic); }

  std::string name(std::string_view kind, std::string_view key) const {
    return std::string(lexicon_.interface.text(std::string(kind) + "." + std::string(key), language_));
  }

  Passage passage(const FigureRef& ref) const { return {ref.document, figure(ref).span}; }

  void add(std::string_view key, std::initializer_list<std::string> values, std::vector<Passage> evidence = {}) {
    std::vector<std::string_view> views(values.begin(), values.end());
    views.resize(5);
    lines_.push_back({lexicon_.interface.text(key, language_, {views[0], views[1], views[2], views[3], views[4]}),
                      std::move(evidence)});
  }

  const FigureQuestion* question(const FigureRef& ref) const {
    const auto found =
        std::find_if(questions_.begin(), questions_.end(), [&](const FigureQuestion& it) { return it.ref == ref; });
    return found == questions_.end() ? nullptr : &*found;
  }

  void tell_question() {
    const FigureQuestion* own = question(ref_);
    if (!own) return;
    std::string text = name("measure", name_of(own->measure)) + " · " + name("population", name_of(own->population)) +
                       " · " + name("scope", name_of(own->scope));
    for (const std::string* part : {&own->place, &own->period, &own->noun}) {
      if (!part->empty()) text += " · " + *part;
    }
    if (!own->qualifier.empty()) text += " · " + name("qualifier", own->qualifier);
    add("explain.question", {text});
    if (own->subset) add("explain.subset", {value({ref_.document, figure().part_of})});
    if (own->aside) add("explain.aside", {});
  }

  void tell_group(const Group& group) {
    const FigureQuestion* own = question(ref_);
    std::string others;
    std::vector<Passage> evidence;
    for (const FigureRef& other : group.figures) {
      const FigureQuestion* asked = question(other);
      if (other == ref_ || !own || !asked || !same_question(*own, *asked)) continue;
      others += (others.empty()                  ? ""
                 : language_ == Language::arabic ? "، "
                                                 : ", ") +
                value(other) + " (" + source_label(collection_, other) + ")";
      evidence.push_back(passage(other));
    }
    if (evidence.empty()) {
      add("explain.alone", {group.id});
    } else {
      add("explain.group", {group.id, std::to_string(group.figures.size()), others}, evidence);
    }
  }

  void tell_other_groups(const Group& group) {
    const FigureQuestion* own = question(ref_);
    size_t told = 0;
    for (const Group& other : collection_.groups) {
      if (!own || other.story != group.story || other.measure != group.measure || other.id == group.id) continue;
      const FigureQuestion* asked = question(other.figures.front());
      if (!asked || ++told > most_other_groups) continue;
      add("explain.other", {other.id, value(other.figures.front()), name("difference", difference(*own, *asked))},
          {passage(other.figures.front())});
    }
  }

  void tell_relation(const Group& group) {
    const std::string& reason = language_ == Language::arabic ? group.reason_arabic : group.reason;
    if (!reason.empty()) add("explain.relation", {name("relation", name_of(group.relation)), reason});
    for (const Finding& finding : group.findings) {
      lines_.push_back({language_ == Language::arabic ? finding.arabic : finding.english, {}});
      for (const FigureRef& ref : finding.figures) lines_.back().evidence.push_back(passage(ref));
    }
    if (group.history.size() < 2) return;
    for (const HistoryStep& step : group.history) {
      add("explain.step",
          {step.said.empty() ? "?" : step.said, value(step.figure), step.by, name("movement", name_of(step.movement))},
          {passage(step.figure)});
    }
  }

  void tell_origins(const Group& group) {
    for (const Origin& origin : group.origins) {
      std::string outlets;
      for (const uint32_t d : origin.documents) {
        const Document& document = collection_.documents[d];
        outlets += (outlets.empty() ? "" : language_ == Language::arabic ? "، " : ", ") + label_of(document);
      }
      const bool own = std::find(origin.figures.begin(), origin.figures.end(), ref_) != origin.figures.end();
      add(own ? "explain.own_origin" : "explain.origin",
          {origin.label, std::to_string(origin.documents.size()), outlets});
    }
  }

  const Collection& collection_;
  const Lexicon& lexicon_;
  FigureRef ref_;
  Language language_;
  std::vector<FigureQuestion> questions_;
  std::vector<ExplanationLine> lines_;
};

}  // namespace

std::vector<ExplanationLine> explain_figure(const Collection& collection, const Lexicon& lexicon, const FigureRef& ref,
                                            Language language) {
  return Explainer(collection, lexicon, ref, language).explain();
}

}  // namespace isnad
