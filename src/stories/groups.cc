#include "stories/groups.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "document/names.h"
#include "lexicon/interface.h"
#include "stories/figure_questions.h"
#include "stories/findings.h"
#include "stories/origins.h"
#include "stories/relations.h"

namespace isnad {
namespace {

// Groups by the first question that asks the same; a story has few enough figures of one measure for that.
std::vector<std::vector<FigureQuestion>> partition(const std::vector<FigureQuestion>& questions) {
  std::vector<std::vector<FigureQuestion>> parts;
  std::map<Measure, std::vector<size_t>> by_measure;
  for (const FigureQuestion& question : questions) {
    std::vector<size_t>& candidates = by_measure[question.measure];
    const auto found = std::find_if(candidates.begin(), candidates.end(), [&](size_t i) {
      return std::any_of(parts[i].begin(), parts[i].end(),
                         [&](const FigureQuestion& other) { return same_question(question, other); });
    });
    if (found == candidates.end()) {
      candidates.push_back(parts.size());
      parts.push_back({question});
    } else {
      parts[*found].push_back(question);
    }
  }
  return parts;
}

// "killed, police, in …": the measure, who or what, and where.
std::string question_text(const Collection& collection, const Group& group, const FigureQuestion& first,
                          const InterfaceText& words, Language language) {
  std::string text(words.text("measure." + std::string(name_of(group.measure)), language));
  const std::string_view comma = language == Language::arabic ? "، " : ", ";
  if (counts_people(group.measure) && group.population != Population::unspecified) {
    text += comma;
    text += words.text("population." + std::string(name_of(group.population)), language);
  }
  const Document& document = collection.documents[first.ref.document];
  const Figure& figure = document.figures[first.ref.figure];
  if (!counts_people(group.measure) && !figure.of.empty()) {
    text += ": ";
    text += document.bytes(figure.of);
  }
  if (!group.qualifier.empty()) {
    text += comma;
    text += words.text("qualifier." + group.qualifier, language);
  }
  if (group.place != none) {
    text += comma;
    text += collection.entities[group.place].name;
  }
  if (group.scope != Scope::incident) {
    text += comma;
    text += words.text("scope." + std::string(name_of(group.scope)), language);
  }
  return text;
}

uint32_t place_of(const Collection& collection, const FigureRef& ref) {
  const Document& document = collection.documents[ref.document];
  const uint32_t mention = document.figures[ref.figure].place;
  return mention == none ? none : document.mentions[mention].entity;
}

}  // namespace

void group_figures(Collection& collection, const Lexicon& lexicon) {
  const CopiedFigures copies(collection);
  for (uint32_t s = 0; s < collection.stories.size(); ++s) {
    const size_t first = collection.groups.size();
    const std::vector<FigureQuestion> all = figure_questions(collection, collection.stories[s], lexicon);
    for (const std::vector<FigureQuestion>& questions : partition(all)) {
      Group group;
      group.id = fmt::format("group-{}", collection.groups.size() + 1);
      group.story = s;
      group.measure = questions.front().measure;
      group.population = questions.front().population;
      group.scope = questions.front().scope;
      group.qualifier = questions.front().qualifier;
      if (questions.front().aside) group.place = place_of(collection, questions.front().ref);
      for (const FigureQuestion& question : questions) group.figures.push_back(question.ref);
      group.question = question_text(collection, group, questions.front(), lexicon.interface, Language::english);
      group.question_arabic = question_text(collection, group, questions.front(), lexicon.interface, Language::arabic);
      const RelationReason reason = relate(collection, copies, group.figures, lexicon.interface);
      group.relation = reason.relation;
      group.reason = reason.english;
      group.reason_arabic = reason.arabic;
      group.origins = find_origins(collection, copies, group.figures);
      group.history = history_of(collection, copies, group.figures);
      collection.groups.push_back(std::move(group));
    }
    add_findings(collection, first, all, copies, lexicon.interface);
  }
}

}  // namespace isnad
