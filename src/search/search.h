// Search over the reports of a store. docs/search.md
//
// Ranking: BM25 over title (weight 8) and body (1), made larger for reports near the newest of the
// store. All words must stand in a report; where no report has all of them, those with the most come.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/span.h"
#include "lexicon/lexicon.h"
#include "search/query.h"

namespace isnad {

struct SearchOptions {
  uint32_t limit = 10, offset = 0;
  bool facets = true;
  bool snippets = true;
};

struct SearchHit {
  int64_t key = 0;
  std::string id, title, outlet, published, story;
  double score = 0;
  std::string snippet;
  std::vector<Span> marks;   // of the snippet's bytes: the words that match
  Span passage;              // of the report's text: what the snippet shows
  std::vector<Span> places;  // of the report's text: the words that match in it
};

struct FacetValue {
  std::string value, label;
  uint32_t count = 0;
};

// Of the hits: how many there are of each outlet, day, place, person and measure; the most first.
struct SearchFacets {
  std::vector<FacetValue> outlets, days, places, persons, measures;
};

struct SearchResult {
  uint32_t total = 0;
  bool relaxed = false;  // no report has all words: these have some
  std::vector<SearchHit> hits;
  SearchFacets facets;
  std::string did_you_mean;           // the query with words that the store has; empty: nothing to mend
  std::vector<std::string> problems;  // filters that say nothing: "from:tomorrow"
};

class Searcher {
 public:
  // A reader of its own: one for each thread. lexicon must outlive this. Throws Error as StoreReader does.
  Searcher(const std::string& path, const Lexicon& lexicon);
  ~Searcher();
  Searcher(Searcher&&) noexcept;

  SearchResult search(std::string_view query, const SearchOptions& options = {});

 private:
  struct State;
  std::unique_ptr<State> state_;
};

std::string search_json(const SearchResult& result);

}  // namespace isnad
