// Speed of the number and time readers over words that are already split, in bytes of text.
// Reads a file of reports, one text a line, given by ISNAD_BENCH_TEXT; without it a text made of newspaper phrases.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

#include "mentions/numbers.h"
#include "mentions/times.h"
#include "read/lines.h"
#include "sentences/sentences.h"
#include "words/words.h"

namespace isnad {
namespace {

std::string bench_text() {
  if (const char* path = std::getenv("ISNAD_BENCH_TEXT")) {
    std::ifstream file(path);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  std::string text;
  while (text.size() < 4000000) {
    text +=
        "قالت الوزارة في بيان أمس الثلاثاء إن ثلاثة وعشرين شخصا على الأقل أصيبوا في حريق المصنع قرب الميناء القديم، "
        "وأضافت أن فرق الإطفاء سيطرت على النيران بعد ساعات من اندلاعها في الطابق الثاني من المبنى الرئيسي.\n"
        "وكان المصنع قد أغلق في مارس 2014 بسبب نزاع بين العمال والإدارة على الأجور وساعات العمل.\n";
  }
  return text;
}

const Lexicon& lexicon() {
  static const Lexicon loaded = load_lexicon();
  return loaded;
}

const Document& words() {
  static const Document document = [] {
    Document made;
    made.text = bench_text();
    made.published = {2015, 7, 22};
    split_lines(made, lexicon());
    split_sentences(made, lexicon());
    split_words(made, lexicon());
    return made;
  }();
  return document;
}

void numbers_and_times(benchmark::State& state) {
  Document document = words();
  for (auto _ : state) {
    find_numbers(document, lexicon());
    find_times(document, lexicon());
    resolve_times(document, lexicon());
    benchmark::DoNotOptimize(document.times.data());
  }
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations() * document.text.size()));
}
BENCHMARK(numbers_and_times)->Unit(benchmark::kMillisecond);

void numbers(benchmark::State& state) {
  Document document = words();
  for (auto _ : state) find_numbers(document, lexicon());
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations() * document.text.size()));
}
BENCHMARK(numbers)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace isnad

BENCHMARK_MAIN();
