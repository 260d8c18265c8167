#include "stories/figure_questions.h"

#include <algorithm>

#include "base/fold.h"

namespace isnad {
namespace {

constexpr uint32_t words_behind = 8;  // names there narrow a count of things: "10 كيلومترات من …"

bool is_word(const Word& word) { return word.kind == WordKind::arabic || word.kind == WordKind::latin; }

std::string folded_stem(const Document& document, uint32_t word) { return folded(document.bytes(document.words[word].stem)); }

// The first word of what is counted; the words behind the number where the report leaves it out.
std::string noun_of(const Document& document, const Figure& figure) {
  const Span span = figure.of.empty() ? figure.span : figure.of;
  const Range words = words_in(document, span);
  for (uint32_t w = words.first; w < words.last; ++w) {
    const bool number = std::any_of(document.numbers.begin(), document.numbers.end(),
                                    [&](const Number& n) { return n.kind != NumberKind::dual && n.words.contains(w); });
    if (is_word(document.words[w]) && !number) return folded_stem(document, w);
  }
  return {};
}

std::vector<std::string> names_near(const Document& document, const Figure& figure) {
  const uint32_t sentence = sentence_at(document, figure.span.start);
  if (sentence == none) return {};
  const Range all = document.sentences[sentence].words;
  const Range own = words_in(document, figure.of.empty() ? figure.span : join(figure.span, figure.of));
  const Range near{own.first, std::min(all.last, own.last + words_behind)};
  std::vector<std::string> names;
  for (const Mention& mention : document.mentions) {
    if (near.contains(mention.words.first)) names.push_back(folded(document.bytes(mention.span)));
  }
  std::sort(names.begin(), names.end());
  return names;
}

bool share_any(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& x) { return std::binary_search(b.begin(), b.end(), x); });
}

// Population as questions tell it apart: the words that name people in general are one, and so are those for security.
Population broad(Population population) {
  switch (population) {
    case Population::passengers:
    case Population::foreigners: return Population::unspecified;
    case Population::police:
    case Population::soldiers: return Population::security_forces;
    default: return population;
  }
}

}  // namespace

bool counts_people(Measure measure) {
  return measure == Measure::killed || measure == Measure::injured || measure == Measure::casualties ||
         measure == Measure::arrested || measure == Measure::missing || measure == Measure::displaced ||
         measure == Measure::affected;
}

std::vector<FigureQuestion> figure_questions(const Collection& collection, const Story& story) {
  std::vector<FigureQuestion> questions;
  for (const uint32_t d : story.documents) {
    const Document& document = collection.documents[d];
    for (uint32_t f = 0; f < document.figures.size(); ++f) {
      const Figure& figure = document.figures[f];
      if (figure.modality != Modality::asserted && figure.modality != Modality::negated) continue;
      FigureQuestion question;
      question.ref = {d, f};
      question.measure = figure.measure;
      question.population = broad(figure.population);
      question.scope = figure.scope;
      question.subset = figure.part_of != none;
      if (!counts_people(figure.measure)) {
        question.noun = noun_of(document, figure);
        question.names = names_near(document, figure);
      }
      if (figure.place != none) question.place = folded(document.bytes(document.mentions[figure.place].span));
      question.day = figure.day;
      questions.push_back(std::move(question));
    }
  }
  return questions;
}

bool same_question(const FigureQuestion& a, const FigureQuestion& b) {
  if (a.measure != b.measure || a.scope != b.scope || a.population != b.population) return false;
  if (counts_people(a.measure)) return !a.subset == !b.subset || a.population != Population::unspecified;
  if (a.noun.empty() || a.noun != b.noun) return false;
  return a.names.empty() == b.names.empty() && (a.names.empty() || share_any(a.names, b.names));
}

}  // namespace isnad
