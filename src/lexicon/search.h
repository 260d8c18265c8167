// What search knows of words: which forms are forms of one word, and the names of the filters.
#pragma once

#include <tsl/robin_map.h>

#include <string>
#include <string_view>

#include "lexicon/table.h"

namespace isnad {

// What a filter of a query narrows: "outlet:", "from:", in the order of the table's rows.
enum class SearchFilter : uint8_t { outlet, from, to, person, place, measure, figure, speaker, origin, story };

struct SearchLexicon {
  tsl::robin_map<std::string, std::string> lemmas;         // of a folded form without article: the folded lemma
  tsl::robin_map<std::string, SearchFilter> filters;       // by folded name, in both languages
  tsl::robin_map<std::string, std::string> measure_names;  // of a folded word of both languages: "killed"

  // The lemma of the folded form; the form itself where the table has none.
  std::string_view lemma(std::string_view form) const;
};

// Throws Error(bad_format) where a table names a filter that is none.
SearchLexicon load_search(const TableSource& source);

}  // namespace isnad
