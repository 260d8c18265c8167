#include "stories/groups.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "document/names.h"
#include "lexicon/interface.h"
#include "stories/figure_questions.h"
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
  if (group.scope != Scope::incident) {
    text += comma;
    text += words.text("scope." + std::string(name_of(group.scope)), language);
  }
  return text;
}

// A count of killed and injured together is the sum of the two.
void link_parts(std::vector<Group>& groups, size_t first) {
  for (size_t i = first; i < groups.size(); ++i) {
    if (groups[i].measure != Measure::casualties) continue;
    for (uint32_t k = static_cast<uint32_t>(first); k < groups.size(); ++k) {
      const bool part = (groups[k].measure == Measure::killed || groups[k].measure == Measure::injured) &&
                        groups[k].scope == groups[i].scope && groups[k].population == groups[i].population;
      if (part) groups[i].parts.push_back(k);
    }
  }
}

}  // namespace

void group_figures(Collection& collection, const Lexicon& lexicon) {
  const CopiedFigures copies(collection);
  for (uint32_t s = 0; s < collection.stories.size(); ++s) {
    const size_t first = collection.groups.size();
    for (const std::vector<FigureQuestion>& questions :
         partition(figure_questions(collection, collection.stories[s], lexicon))) {
      Group group;
      group.id = fmt::format("group-{}", collection.groups.size() + 1);
      group.story = s;
      group.measure = questions.front().measure;
      group.population = questions.front().population;
      group.scope = questions.front().scope;
      for (const FigureQuestion& question : questions) group.figures.push_back(question.ref);
      group.question = question_text(collection, group, questions.front(), lexicon.interface, Language::english);
      group.question_arabic = question_text(collection, group, questions.front(), lexicon.interface, Language::arabic);
      const RelationReason reason = relate(collection, group.figures);
      group.relation = reason.relation;
      group.reason = reason.english;
      group.reason_arabic = reason.arabic;
      group.origins = find_origins(collection, copies, group.figures);
      collection.groups.push_back(std::move(group));
    }
    link_parts(collection.groups, first);
  }
}

}  // namespace isnad
