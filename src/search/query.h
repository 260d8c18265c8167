// The query of a search: words, exact phrases, words that must not stand, filters. docs/search.md
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.h"

namespace isnad {

// One word or one quoted phrase.
struct QueryTerm {
  std::string words;      // as typed, without quotation marks
  bool exact = false;     // quoted
  bool excluded = false;  // behind a minus
};

struct QueryFilter {
  SearchFilter filter = SearchFilter::outlet;
  std::string value;
  bool excluded = false;
};

struct SearchQuery {
  std::vector<QueryTerm> terms;
  std::vector<QueryFilter> filters;
};

inline constexpr size_t max_query_bytes = 4096;
inline constexpr size_t max_query_terms = 64;  // what is typed beyond that is left out

// The first max_query_bytes of what was typed, with U+FFFD for bytes that are not UTF-8.
std::string clean_query(std::string_view typed);

// Any text is a query: what is no filter is a word. Quotation marks are "…", «…» and “…”; one that is not closed ends
// with the text. text is valid UTF-8. Digits of days and figures may be of any script.
SearchQuery parse_query(std::string_view text, const SearchLexicon& lexicon);

// "10..20", "10..", "..20" or "15", digits of any script. Empty where it is none of these.
struct FigureRange {
  std::optional<double> min, max;
};
std::optional<FigureRange> parse_range(std::string_view text);

// A day as "2015-07-21", or the first or last day of "2015-07" and "2015"; empty where it is none.
std::string parse_day(std::string_view text, bool last);

}  // namespace isnad
