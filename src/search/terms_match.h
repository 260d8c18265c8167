// Terms of a query → an expression of FTS5, and the words of a text that match it.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "base/span.h"
#include "search/query.h"

namespace isnad {

// A term of the query with the forms by which it is found.
struct MatchTerm {
  std::string expression;  // of FTS5; empty: nothing to look for
  bool excluded = false;
  std::vector<std::string> phrase;  // folded words of an exact phrase
  std::set<std::string> lemmas;     // of a word: what may stand for it in the index
  std::set<std::string> forms;      // of a word: as it is typed, folded
  std::string typed;
  bool function = true;  // a preposition, particle, conjunction or pronoun
};

std::vector<MatchTerm> match_terms(const SearchQuery& query, const Lexicon& lexicon);

// All terms joined by AND, or by OR where `any`; without the excluded ones' reports. Empty: nothing positive.
std::string match_expression(const std::vector<MatchTerm>& terms, bool any);

struct Snippet {
  std::string text;
  std::vector<Span> marks;
  Span passage;
  std::vector<Span> places;
};

// The stretch of the text in which most terms stand, cut at words, with its matches. A long text is read only as far as
// all terms have been seen; `places` are those up to there.
Snippet make_snippet(const std::string& text, const std::vector<MatchTerm>& terms, const Lexicon& lexicon);

}  // namespace isnad
