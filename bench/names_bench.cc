// Speed, in processor time, of the stage that finds names, and of linking them. usage: names_bench REPORTS.jsonl [DATA]
#include <cstdio>
#include <ctime>

#include "lexicon/lexicon.h"
#include "mentions/names.h"
#include "mentions/numbers.h"
#include "mentions/times.h"
#include "read/lines.h"
#include "read/reports.h"
#include "sentences/sentences.h"
#include "stories/entities.h"
#include "words/words.h"

namespace {

double seconds_since(std::clock_t start) { return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC; }

}  // namespace

int main(int argc, char** argv) {
  using namespace isnad;
  if (argc < 2) return 2;
  std::clock_t start = std::clock();
  const Lexicon lexicon = load_lexicon(TableSource(argc > 2 ? argv[2] : ""));
  std::printf("tables loaded in %.1f ms\n", seconds_since(start) * 1e3);
  Collection collection;
  read_reports(
      {argv[1]}, lexicon.pages, [&](Document&& document) { collection.documents.push_back(std::move(document)); },
      [](const ReadProblem&) {});
  size_t words = 0, mentions = 0;
  for (Document& document : collection.documents) {
    split_lines(document, lexicon);
    split_sentences(document, lexicon);
    split_words(document, lexicon);
    find_numbers(document, lexicon);
    find_times(document, lexicon);
    words += document.words.size();
  }
  start = std::clock();
  for (Document& document : collection.documents) find_names(document, lexicon);
  const double names_s = seconds_since(start);
  for (const Document& document : collection.documents) mentions += document.mentions.size();
  std::printf("%zu reports, %zu words, %zu mentions in %.3f s: %.2f M words/s\n", collection.documents.size(), words,
              mentions, names_s, static_cast<double>(words) / names_s / 1e6);
  for (uint32_t d = 0; d < collection.documents.size(); ++d) {  // every report for itself
    Story story;
    story.documents.push_back(d);
    collection.stories.push_back(story);
  }
  start = std::clock();
  link_entities(collection, lexicon);
  std::printf("%zu entities in %.3f s\n", collection.entities.size(), seconds_since(start));
}
