// Time of searches in a store, in milliseconds of processor time: search_bench STORE
//
// Queries are drawn from the titles of the store's reports, the same at every run: one word, three words, a phrase of
// three words, three words with a filter of days. Ten hits each, with snippets; facets apart.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <random>

#include "base/error.h"
#include "lexicon/lexicon.h"
#include "search/search.h"
#include "store/sqlite.h"
#include "store/terms.h"

namespace {

using namespace isnad;

constexpr size_t queries = 300;
constexpr unsigned seed = 7;
constexpr size_t least_letters = 3;

double now_ms() { return 1000.0 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

// Words of titles, in runs that stand one behind the other.
std::vector<std::vector<std::string>> titles_of(const std::string& path, const Lexicon& lexicon) {
  std::vector<std::vector<std::string>> titles;
  const Database database(path, Database::Mode::reader);
  Query rows(database, "SELECT title FROM documents WHERE title IS NOT NULL ORDER BY document");
  while (rows.step()) {
    const Document title = words_of(rows.text(0), lexicon);
    std::vector<std::string> words;
    for (const Word& word : title.words) {
      if (word.kind == WordKind::arabic && word.span.size() >= 2 * least_letters)
        words.emplace_back(title.bytes(word.span));
    }
    if (words.size() >= 4) titles.push_back(std::move(words));
  }
  return titles;
}

void measure(const char* name, Searcher& searcher, const std::vector<std::string>& asked, bool facets) {
  std::vector<double> times;
  size_t found = 0;
  std::string slowest;
  double most = 0;
  for (const std::string& query : asked) {
    const double start = now_ms();
    found += searcher.search(query, {.facets = facets}).total;
    times.push_back(now_ms() - start);
    if (times.back() > most) {
      most = times.back();
      slowest = query;
    }
  }
  std::sort(times.begin(), times.end());
  std::printf("%-28s p50 %6.2f ms  p95 %6.2f ms  most %6.2f ms  %.1f reports each; slowest: %s\n", name,
              times[times.size() / 2], times[times.size() * 95 / 100], times.back(),
              static_cast<double>(found) / static_cast<double>(asked.size()), slowest.c_str());
}

int run(const char* path) {
  const Lexicon lexicon = load_lexicon();
  const auto titles = titles_of(path, lexicon);
  if (titles.empty()) return 1;
  std::mt19937 random(seed);
  std::vector<std::string> one, three, phrase, days;
  for (size_t i = 0; i < queries; ++i) {
    const auto& words = titles[random() % titles.size()];
    const size_t at = random() % (words.size() - 2);
    const std::string run = words[at] + " " + words[at + 1] + " " + words[at + 2];
    one.push_back(words[random() % words.size()]);
    three.push_back(run);
    phrase.push_back("\"" + run + "\"");
    days.push_back(run + " from:2015-07-21");
  }
  Searcher searcher(path, lexicon);
  measure("warming up", searcher, three, false);
  measure("one word", searcher, one, false);
  measure("three words", searcher, three, false);
  measure("three words, facets", searcher, three, true);
  measure("three words, from a day", searcher, days, false);
  measure("phrase of three words", searcher, phrase, false);
  return 0;
}

}  // namespace

int main(int count, char** words) {
  if (count != 2) {
    std::fputs("usage: search_bench STORE\n", stderr);
    return 2;
  }
  try {
    return run(words[1]);
  } catch (const isnad::Error& error) {
    std::fprintf(stderr, "search_bench: %s\n", error.what());
    return 1;
  }
}
