// reuse_recall_bench [--cache FILE] INPUT...: what finding copies by index misses and what it makes up, against an
// exhaustive comparison of all pairs of reports. It knows nothing of lines, stems, names and boilerplate: the words of
// the whole text after folding, their distinct 5-grams, and every pair that shares at least 30 % of those of the
// shorter report; once more without the 5-grams that very many reports have. The system's share of a pair is read off
// its passages: 5-grams of words that stand unchanged in them. Prints one line for each pair that one side alone has:
// missed (no passage), short (passages with less), extra.
#include <algorithm>
#include <charconv>
#include <cstdio>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/characters.h"
#include "base/fold.h"
#include "base/utf8.h"
#include "lexicon/lexicon.h"
#include "pipeline/pipeline.h"
#include "read/reports.h"
#include "stories/reuse.h"

namespace {

using namespace isnad;

constexpr size_t gram_words = 5;
constexpr double share_of_a_copy = 0.3;
constexpr size_t fewest_grams = 10;  // shorter reports are titles without a text
constexpr unsigned threads = 2;
constexpr uint32_t most_reports_of_a_gram = 20;  // what stands in more is an outlet's boilerplate or a title of office

using DocumentPair = std::pair<uint32_t, uint32_t>;
using Grams = std::vector<uint64_t>;  // distinct, sorted

struct Shared {
  uint32_t common = 0;
  uint32_t of = 0;  // 5-grams of the shorter report
  double share() const { return of == 0 ? 0 : static_cast<double>(common) / of; }
  bool is_copy() const { return of >= fewest_grams && share() >= share_of_a_copy; }
};

using Pairs = std::map<DocumentPair, Shared>;

uint64_t hash_of(std::string_view bytes) {
  uint64_t hash = 14695981039346656037ull;  // FNV-1a
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ull;
  return hash;
}

struct PlainWord {
  uint64_t hash;
  uint32_t start;  // byte of the text
};

// Runs of letters and digits of the folded text.
std::vector<PlainWord> words_of(std::string_view text) {
  std::string plain;
  std::vector<uint32_t> map;
  fold(text, plain, &map);
  std::vector<PlainWord> words;
  size_t start = 0;
  const auto close = [&](size_t end) {
    if (end > start) words.push_back({hash_of(std::string_view(plain).substr(start, end - start)), map[start]});
  };
  for (size_t at = 0; at < plain.size();) {
    const size_t before = at;
    const CodePoint point = code_point_at(plain, at);
    at += point.size;
    const CharacterClass kind = class_of(point.value);
    if (kind == CharacterClass::arabic || kind == CharacterClass::letter || kind == CharacterClass::digit ||
        kind == CharacterClass::mark)
      continue;
    close(before);
    start = at;
  }
  close(plain.size());
  return words;
}

Grams grams_of(std::string_view text) {
  const std::vector<PlainWord> words = words_of(text);
  Grams grams;
  for (size_t i = 0; i + gram_words <= words.size(); ++i) {
    uint64_t hash = 0;
    for (size_t k = 0; k < gram_words; ++k) hash = (hash ^ words[i + k].hash) * 0x9E3779B97F4A7C15ull + (hash >> 31);
    grams.push_back(hash);
  }
  std::sort(grams.begin(), grams.end());
  grams.erase(std::unique(grams.begin(), grams.end()), grams.end());
  return grams;
}

// All pairs, through an inverted index without any cut-off: exact.
Pairs compare_exhaustively(const std::vector<Grams>& grams) {
  std::vector<std::pair<uint64_t, uint32_t>> index;
  for (uint32_t d = 0; d < grams.size(); ++d) {
    for (const uint64_t gram : grams[d]) index.emplace_back(gram, d);
  }
  std::sort(index.begin(), index.end());
  std::vector<std::vector<uint32_t>> places(grams.size());  // of each report's grams in the index, where shared
  std::vector<std::pair<uint32_t, uint32_t>> runs;
  for (uint32_t first = 0, last = 0; first < index.size(); first = last) {
    while (last < index.size() && index[last].first == index[first].first) ++last;
    if (last - first < 2) continue;
    for (uint32_t i = first; i < last; ++i) places[index[i].second].push_back(static_cast<uint32_t>(runs.size()));
    runs.emplace_back(first, last);
  }
  Pairs pairs;
  std::vector<uint32_t> counts(grams.size());
  for (uint32_t a = 0; a < grams.size(); ++a) {
    std::fill(counts.begin(), counts.end(), 0);
    for (const uint32_t run : places[a]) {
      for (uint32_t i = runs[run].first; i < runs[run].second; ++i) ++counts[index[i].second];
    }
    for (uint32_t b = a + 1; b < grams.size(); ++b) {
      const Shared shared{counts[b], static_cast<uint32_t>(std::min(grams[a].size(), grams[b].size()))};
      if (shared.is_copy()) pairs[{a, b}] = shared;
    }
  }
  return pairs;
}

void write_cache(const std::string& path, uint64_t key, const Pairs& pairs) {
  std::ofstream out(path);
  out << key << '\n';
  for (const auto& [pair, shared] : pairs)
    out << pair.first << ' ' << pair.second << ' ' << shared.common << ' ' << shared.of << '\n';
}

// False where there is no cache of these reports.
bool read_cache(const std::string& path, uint64_t key, Pairs& pairs) {
  std::ifstream in(path);
  uint64_t of = 0;
  if (!(in >> of) || of != key) return false;
  DocumentPair pair;
  Shared shared;
  while (in >> pair.first >> pair.second >> shared.common >> shared.of) pairs[pair] = shared;
  return true;
}

using Starts = std::set<uint32_t>;  // bytes where 5-grams begin

// 5-grams of the words of the passage that no change touches.
void add_unchanged_grams(const Document& document, const Passage& passage, const std::vector<Change>& changes,
                         Span Change::*side, Starts& starts) {
  uint32_t at = passage.span.start;
  const auto add = [&](uint32_t end) {
    if (end <= at) return;
    const std::vector<PlainWord> words = words_of(document.bytes({at, end}));
    for (size_t i = 0; i + gram_words <= words.size(); ++i) starts.insert(at + words[i].start);
  };
  for (const Change& change : changes) {
    add((change.*side).start);
    at = (change.*side).end;
  }
  add(passage.span.end);
}

Pairs pairs_of_system(const Collection& collection, const std::vector<Grams>& grams) {
  std::map<DocumentPair, std::pair<Starts, Starts>> starts;
  for (const Reuse& reuse : collection.reuse) {
    const uint32_t a = reuse.a.document, b = reuse.b.document;
    auto& [in_a, in_b] = starts[{a, b}];
    add_unchanged_grams(collection.documents[a], reuse.a, reuse.changes, &Change::a, in_a);
    add_unchanged_grams(collection.documents[b], reuse.b, reuse.changes, &Change::b, in_b);
  }
  Pairs pairs;
  for (const auto& [pair, sides] : starts) {
    pairs[pair] = {static_cast<uint32_t>(std::min(sides.first.size(), sides.second.size())),
                   static_cast<uint32_t>(std::min(grams[pair.first].size(), grams[pair.second].size()))};
  }
  return pairs;
}

void report_pair(const char* what, const Collection& collection, DocumentPair pair, double gold, double system) {
  std::printf("%s\t%s\t%s\t%.2f\t%.2f\n", what, collection.documents[pair.first].id.c_str(),
              collection.documents[pair.second].id.c_str(), gold, system);
}

double rate(size_t part, size_t of) { return static_cast<double>(part) / static_cast<double>(std::max<size_t>(of, 1)); }

void print_recall(const char* what, const Collection& collection, const Pairs& gold, const Pairs& system) {
  size_t given = 0, claimed = 0;
  for (const auto& [pair, shared] : gold) {
    const auto passages = system.find(pair);
    given += passages != system.end();
    if (passages == system.end()) {
      report_pair("missed", collection, pair, shared.share(), 0);
    } else if (passages->second.is_copy()) {
      ++claimed;
    } else {
      report_pair("short", collection, pair, shared.share(), passages->second.share());
    }
  }
  std::printf("%s: %zu pairs; with a passage %zu, recall %.4f; with 30 %% by their passages %zu, recall %.4f\n", what,
              gold.size(), given, rate(given, gold.size()), claimed, rate(claimed, gold.size()));
}

void print_precision(const Collection& collection, const Pairs& gold, const Pairs& system) {
  size_t claimed = 0, right = 0;
  for (const auto& [pair, shared] : system) {
    if (!shared.is_copy()) continue;
    ++claimed;
    right += gold.contains(pair);
    if (!gold.contains(pair)) report_pair("extra", collection, pair, 0, shared.share());
  }
  std::printf("found: %zu pairs with a passage; with 30 %% by their passages %zu, precision %.4f\n", system.size(),
              claimed, rate(right, claimed));
}

// Without the 5-grams that very many reports have.
std::vector<Grams> without_set_phrases(const std::vector<Grams>& grams) {
  std::unordered_map<uint64_t, uint32_t> holders;
  for (const Grams& of_report : grams) {
    for (const uint64_t gram : of_report) ++holders[gram];
  }
  std::vector<Grams> kept(grams);
  for (Grams& of_report : kept)
    std::erase_if(of_report, [&](uint64_t gram) { return holders[gram] > most_reports_of_a_gram; });
  return kept;
}

Pairs cached(const std::string& path, uint64_t key, const std::vector<Grams>& grams) {
  Pairs pairs;
  if (!path.empty() && read_cache(path, key, pairs)) return pairs;
  pairs = compare_exhaustively(grams);
  if (!path.empty()) write_cache(path, key, pairs);
  return pairs;
}

}  // namespace

int main(int count, char** arguments) {
  std::vector<std::string> inputs(arguments + 1, arguments + count);
  std::string cache;
  if (inputs.size() >= 2 && inputs.front() == "--cache") {
    cache = inputs[1];
    inputs.erase(inputs.begin(), inputs.begin() + 2);
  }
  const Lexicon lexicon = load_lexicon();
  Collection collection;
  read_reports(
      inputs, lexicon.pages, [&](Document&& document) { collection.documents.push_back(std::move(document)); },
      [](const ReadProblem&) {});
  annotate_all(collection.documents, lexicon, threads, [](size_t) {});
  find_reuse(collection, lexicon);
  std::vector<Grams> grams;
  uint64_t key = 0;
  for (const Document& document : collection.documents) {
    grams.push_back(grams_of(document.text));
    key = (key ^ hash_of(document.text)) * 0x9E3779B97F4A7C15ull;
  }
  const Pairs all = cached(cache, key, grams);
  const Pairs told = cached(cache.empty() ? cache : cache + ".told", key, without_set_phrases(grams));
  const Pairs system = pairs_of_system(collection, grams);
  print_recall("all 5-grams", collection, all, system);
  std::puts("--");
  print_recall("without set phrases", collection, told, system);
  print_precision(collection, all, system);
  return 0;
}
