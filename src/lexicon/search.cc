#include "lexicon/search.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/error.h"
#include "base/fold.h"

namespace isnad {
namespace {

constexpr std::array<std::string_view, 10> filter_names = {"outlet",  "from",   "to",      "person", "place",
                                                           "measure", "figure", "speaker", "origin", "story"};

}  // namespace

std::string_view SearchLexicon::lemma(std::string_view form) const {
  const auto found = lemmas.find(std::string(form));
  return found == lemmas.end() ? form : std::string_view(found->second);
}

SearchLexicon load_search(const TableSource& source) {
  SearchLexicon lexicon;
  const Table plurals = source.table("search/plurals");
  for (size_t row = 0; row < plurals.size(); ++row) {
    const std::string lemma = folded(plurals.cell(row, "singular"));
    for (const std::string_view form : plurals.alternatives(row, "forms")) lexicon.lemmas.emplace(folded(form), lemma);
  }
  const Table filters = source.table("search/filters");
  for (size_t row = 0; row < filters.size(); ++row) {
    const std::string_view name = filters.cell(row, "filter");
    const auto found = std::find(filter_names.begin(), filter_names.end(), name);
    if (found == filter_names.end()) {
      throw Error(ErrorCode::bad_format, fmt::format("{}:{}", filters.name(), filters.line(row)),
                  fmt::format("there is no filter '{}'", name));
    }
    const auto filter = static_cast<SearchFilter>(found - filter_names.begin());
    lexicon.filters.emplace(std::string(name), filter);
    for (const std::string_view alias : filters.alternatives(row, "aliases"))
      lexicon.filters.emplace(folded(alias), filter);
  }
  const Table measures = source.table("search/measures");
  for (size_t row = 0; row < measures.size(); ++row) {
    for (const std::string_view word : measures.alternatives(row, "words"))
      lexicon.measure_names.emplace(folded(word), std::string(measures.cell(row, "measure")));
  }
  return lexicon;
}

}  // namespace isnad
