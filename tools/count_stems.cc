// count_stems INPUT... > data/stories/document_frequency.tsv: in how many reports each stem stands. Stories are told
// apart by the words that few reports have; in a folder of five reports on one event nothing else says which are rare.
#include <cstdio>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/fold.h"
#include "lexicon/lexicon.h"
#include "read/lines.h"
#include "read/reports.h"
#include "sentences/sentences.h"
#include "words/words.h"

namespace {

constexpr uint32_t fewest_documents = 4;

}  // namespace

int main(int count, char** arguments) {
  const isnad::Lexicon lexicon = isnad::load_lexicon();
  std::map<std::string, uint32_t> frequency;
  uint32_t documents = 0;
  isnad::read_reports(
      std::vector<std::string>(arguments + 1, arguments + count), lexicon.pages,
      [&](isnad::Document&& document) {
        isnad::split_lines(document, lexicon);
        isnad::split_sentences(document, lexicon);
        isnad::split_words(document, lexicon);
        ++documents;
        std::set<std::string> stems;
        for (const isnad::Word& word : document.words) {
          if (word.kind == isnad::WordKind::arabic) stems.insert(isnad::folded(document.bytes(word.stem)));
        }
        for (const std::string& stem : stems) ++frequency[stem];
      },
      [](const isnad::ReadProblem&) {});
  std::printf(
      "# what: in how many of %u news reports each folded stem stands (those in %u and more); written by "
      "tools/count_stems.cc\n"
      "# source: counted over SaudiNewsNet, 21 and 22 July 2015 (CC BY-NC-SA 4.0); counts alone\n"
      "# licence: Apache-2.0\n"
      "# rows: list\n"
      "stem\tdocuments\n*\t%u\n",
      documents, fewest_documents, documents);
  for (const auto& [stem, number] : frequency) {
    if (number >= fewest_documents) std::printf("%s\t%u\n", stem.c_str(), number);
  }
}
