// Any bytes as a query: its parts lie within limits, what FTS5 gets of it is a valid expression, a search never fails.
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "base/assert.h"
#include "search/search.h"
#include "store/store.h"

namespace {

const isnad::Lexicon& lexicon() {
  static const isnad::Lexicon tables = isnad::load_lexicon();
  return tables;
}

// A store of one report in a new temporary folder.
isnad::Searcher make_searcher() {
  std::string folder = std::filesystem::temp_directory_path() / "isnad-fuzz-XXXXXX";
  ISNAD_INVARIANT(mkdtemp(folder.data()) != nullptr);
  isnad::Document document;
  document.id = document.path = "1";
  document.text = "سقط قتيل واحد في حادث سير قرب وادي الريحان";
  isnad::StoreWriter store(folder + "/store", lexicon());
  store.add({document}, "2024-03-05T00:00:00Z");
  store.update_stories("2024-03-05T00:00:00Z");
  return {folder + "/store", lexicon()};
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static isnad::Searcher searcher = make_searcher();
  const std::string text(reinterpret_cast<const char*>(data), size);
  const isnad::SearchQuery query = isnad::parse_query(isnad::clean_query(text), lexicon().search);
  ISNAD_INVARIANT(query.terms.size() + query.filters.size() <= isnad::max_query_terms);
  const isnad::SearchResult result = searcher.search(text);
  for (const isnad::SearchHit& hit : result.hits) {
    for (const isnad::Span& mark : hit.marks) ISNAD_INVARIANT(mark.end <= hit.snippet.size() && !mark.empty());
  }
  return 0;
}
