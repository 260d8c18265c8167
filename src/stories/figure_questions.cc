#include "stories/figure_questions.h"

#include <algorithm>

#include "base/fold.h"
#include "stories/relations.h"

namespace isnad {
namespace {

constexpr uint32_t words_behind = 4;        // names there narrow a count of things: "10 كيلومترات من …"
constexpr uint32_t qualifier_behind = 6;    // "نقل 12 منهم إلى المستشفى في حالة حرجة"
constexpr size_t shared_letters_bytes = 6;  // three Arabic letters: طائرة, طائرات

bool is_word(const Word& word) { return word.kind == WordKind::arabic || word.kind == WordKind::latin; }

// The words of a figure and up to `behind` words behind it in its sentence.
Range words_near(const Document& document, const Figure& figure, uint32_t behind) {
  const Range own = words_in(document, figure.of.empty() ? figure.span : join(figure.span, figure.of));
  const uint32_t sentence = sentence_at(document, figure.span.start);
  const uint32_t end = sentence == none ? own.last : document.sentences[sentence].words.last;
  return {own.first, std::max(own.last, std::min(end, own.last + behind))};
}

// The first word of what is counted; the words of the figure itself where the report tells nothing more.
std::string noun_of(const Document& document, const Figure& figure) {
  const Range words = words_in(document, figure.of.empty() ? figure.span : figure.of);
  for (uint32_t w = words.first; w < words.last; ++w) {
    const bool number = std::any_of(document.numbers.begin(), document.numbers.end(),
                                    [&](const Number& n) { return n.kind != NumberKind::dual && n.words.contains(w); });
    if (is_word(document.words[w]) && !number) return folded(document.bytes(document.words[w].stem));
  }
  return {};
}

std::vector<std::string> names_near(const Document& document, const Figure& figure) {
  const Range near = words_near(document, figure, words_behind);
  std::vector<std::string> names;
  for (const Mention& mention : document.mentions) {
    if (near.contains(mention.words.first)) names.push_back(folded(document.bytes(mention.span)));
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::string qualifier_of(const Document& document, const Figure& figure, const StoryLexicon& lexicon) {
  Range near = words_near(document, figure, qualifier_behind);
  for (const Figure& other : document.figures) {  // behind another figure it narrows that one
    if (other.span.start < figure.span.end) continue;
    near.last = std::min(near.last, std::max(near.first, words_in(document, other.span).first));
    break;
  }
  for (uint32_t w = near.first; w < near.last; ++w) {
    const auto found = lexicon.qualifiers.longest(
        [&](uint32_t k) { return w + k < document.words.size() ? document.words[w + k].form_id : unknown_form; });
    if (found) return lexicon.qualifier_names[found->value];
  }
  return {};
}

bool share_any(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::any_of(a.begin(), a.end(),
                     [&](const std::string& x) { return std::binary_search(b.begin(), b.end(), x); });
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

// Numbers of one noun begin alike: طائرة, طائرات, طائرتين.
bool nouns_alike(const FigureQuestion& a, const FigureQuestion& b) {
  if (a.noun == b.noun) return !a.noun.empty();
  if (a.noun.size() < shared_letters_bytes || b.noun.size() < shared_letters_bytes) return false;
  return a.noun.compare(0, shared_letters_bytes, b.noun, 0, shared_letters_bytes) == 0;
}

bool one_value(const Figure& figure) { return figure.min && figure.min == figure.max; }

bool is_zero(const Figure& figure) { return figure.max && *figure.max == 0; }

// A count for one place is a part of the count for all places, where both are exact and differ.
bool narrower_place(const FigureQuestion& a, const FigureQuestion& b) {
  return a.place.empty() != b.place.empty() && one_value(*a.figure) && one_value(*b.figure) &&
         !compatible(*a.figure, *b.figure);
}

// Figures that reports set apart from another of theirs ("nobody was hurt in the second house", "two more died in the
// next town") ask of that place alone.
bool set_apart(const FigureQuestion& a, const FigureQuestion& b) {
  if (!a.aside && !b.aside) return false;
  return a.place.empty() || a.place != b.place || !compatible(*a.figure, *b.figure);
}

bool periods_differ(const FigureQuestion& a, const FigureQuestion& b) {
  return !a.period.empty() && !b.period.empty() && a.period != b.period;
}

std::string_view difference_of_harm(const FigureQuestion& a, const FigureQuestion& b) {
  if (a.scope != b.scope) return "scope";
  if (a.population != b.population) return "population";
  if (a.qualifier != b.qualifier) return "qualifier";
  if (set_apart(a, b)) return "place";
  if (periods_differ(a, b)) return "period";
  if (a.population == Population::unspecified) return a.subset == b.subset ? "none" : "subset";
  return narrower_place(a, b) ? "place" : "none";
}

bool same_things(const FigureQuestion& a, const FigureQuestion& b) {
  const bool people = a.population == b.population && a.population != Population::not_people;
  if (!nouns_alike(a, b) && !people) return false;
  const bool names_differ = !a.names.empty() && !b.names.empty() && !share_any(a.names, b.names);
  if (a.measure == Measure::other && !people) {
    return a.names.empty() == b.names.empty() && !names_differ && compatible(*a.figure, *b.figure);
  }
  return compatible(*a.figure, *b.figure) ? !names_differ || people : share_any(a.names, b.names) && nouns_alike(a, b);
}

// The source of both in one report; its own voice counts as everybody's, and "the sources" are those named before.
bool one_voice(const Figure& a, const Figure& b) {
  if (a.chain.empty() || b.chain.empty()) return true;
  const Source &x = a.chain.back(), &y = b.chain.back();
  return x.text == y.text || (x.kind == SourceKind::unnamed && y.kind == SourceKind::unnamed);
}

// Two figures of one report and one measure that it tells of two places, and does not call a movement.
bool tells_apart(const FigureQuestion& first, const FigureQuestion& second) {
  if (first.measure != second.measure || first.population != second.population || first.scope != second.scope ||
      first.subset || second.subset || first.qualifier != second.qualifier ||
      compatible(*first.figure, *second.figure)) {
    return false;
  }
  if (is_zero(*second.figure)) return one_voice(*first.figure, *second.figure);
  if (first.figure->update != Update::none || second.figure->update != Update::none) return false;
  return one_value(*first.figure) && one_value(*second.figure) && !first.place.empty() && !second.place.empty() &&
         first.place != second.place;
}

void set_aside(std::vector<FigureQuestion>& questions, size_t first) {
  for (size_t i = first; i < questions.size(); ++i) {
    if (!counts_people(questions[i].measure)) continue;
    for (size_t k = first; k < i && !questions[i].aside; ++k) {
      questions[i].aside = !questions[k].aside && tells_apart(questions[k], questions[i]);
    }
  }
}

std::string period_of(const Document& document, const Figure& figure) {
  if (figure.scope == Scope::incident) return {};
  if (figure.scope == Scope::day) return figure.day;
  const uint32_t sentence = sentence_at(document, figure.span.start);
  if (sentence == none) return {};
  for (const Time& time : document.times) {
    if (!document.sentences[sentence].span.contains(time.span)) continue;
    if (time.type == TimeType::duration || time.value.size() == 4) return time.value;
  }
  return {};
}

}  // namespace

bool counts_people(Measure measure) {
  return measure == Measure::killed || measure == Measure::injured || measure == Measure::casualties ||
         measure == Measure::arrested || measure == Measure::missing || measure == Measure::displaced ||
         measure == Measure::affected;
}

std::vector<FigureQuestion> figure_questions(const Collection& collection, const Story& story, const Lexicon& lexicon) {
  std::vector<FigureQuestion> questions;
  for (const uint32_t d : story.documents) {
    const Document& document = collection.documents[d];
    const size_t first = questions.size();
    for (uint32_t f = 0; f < document.figures.size(); ++f) {
      const Figure& figure = document.figures[f];
      if (figure.modality != Modality::asserted && figure.modality != Modality::negated) continue;
      FigureQuestion question;
      question.ref = {d, f};
      question.figure = &figure;
      question.measure = figure.measure;
      question.population = broad(figure.population);
      question.scope = figure.scope;
      question.subset = figure.part_of != none;
      question.noun = noun_of(document, figure);
      if (counts_people(figure.measure)) {
        question.qualifier = qualifier_of(document, figure, lexicon.stories);
      } else {
        question.names = names_near(document, figure);
      }
      if (figure.place != none) question.place = folded(document.bytes(document.mentions[figure.place].span));
      question.period = period_of(document, figure);
      questions.push_back(std::move(question));
    }
    set_aside(questions, first);
  }
  return questions;
}

std::string_view difference(const FigureQuestion& a, const FigureQuestion& b) {
  if (counts_people(a.measure)) return difference_of_harm(a, b);
  return same_things(a, b) ? "none" : "noun";
}

bool same_question(const FigureQuestion& a, const FigureQuestion& b) {
  return a.measure == b.measure && difference(a, b) == "none";
}

}  // namespace isnad
