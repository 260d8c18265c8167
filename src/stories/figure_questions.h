// The question that a figure answers: how many of whom, in what way, where, over which span of time. Figures of one
// story with the same question form a group.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/collection.h"
#include "lexicon/lexicon.h"

namespace isnad {

struct FigureQuestion {
  FigureRef ref;
  Measure measure = Measure::other;
  Population population = Population::unspecified;
  Scope scope = Scope::incident;
  bool subset = false;             // told as a part of another figure
  std::string noun;                // folded stem of the counted noun
  std::string qualifier;           // of data/stories/qualifiers.tsv: "grave"; empty: none
  std::vector<std::string> names;  // folded names that narrow it: in its words and just behind them, sorted
  std::string place;               // folded name of its place; empty: not told
  std::string period;              // of a daily or cumulative figure: the day, or the unit of "in the past weeks"
  bool aside = false;              // its report sets it apart from another figure: another place, none hurt there
  const Figure* figure = nullptr;  // lives as long as the collection
};

// Questions of the figures that a story's reports assert, in order of documents and places. Figures that are planned,
// feared or possible ask none.
std::vector<FigureQuestion> figure_questions(const Collection& collection, const Story& story, const Lexicon& lexicon);

// True where the two ask the same.
bool same_question(const FigureQuestion& a, const FigureQuestion& b);

// What parts two figures of one measure: "scope", "population", "qualifier", "place", "period", "subset", "noun";
// "none" where they ask the same.
std::string_view difference(const FigureQuestion& a, const FigureQuestion& b);

// Measures of harm to people, whose figures are told apart by population rather than by the counted noun.
bool counts_people(Measure measure);

}  // namespace isnad
