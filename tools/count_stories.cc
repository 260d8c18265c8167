// count_stories DATA REPORTS... > data/stories/story_frequency.tsv: in how many stories each stem, name and number
// stands. Counted in stories and not in reports, so that an event that everybody tells does not make its own words
// common. The stories are those that the program finds with the tables of the folder DATA: run it twice after a large
// change.
#include <cstdio>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/fold.h"
#include "lexicon/lexicon.h"
#include "pipeline/pipeline.h"
#include "read/reports.h"
#include "stories/reuse_tokens.h"
#include "stories/story_profile.h"

namespace {

using namespace isnad;

constexpr uint32_t fewest_stories = 3;

std::set<std::string> terms_of(const Document& document) {
  std::set<std::string> terms;
  for (const ReuseToken& token : reuse_tokens(document))
    terms.insert(folded(document.bytes(document.words[token.word].stem)));
  for (const Mention& mention : document.mentions) terms.insert(name_key(document, mention));
  for (const Number& number : document.numbers) terms.insert(number_key(number));
  return terms;
}

}  // namespace

int main(int count, char** arguments) {
  const Lexicon lexicon = load_lexicon(TableSource(count > 1 ? arguments[1] : ""));
  std::vector<Document> documents;
  read_reports(
      std::vector<std::string>(arguments + std::min(count, 2), arguments + count), lexicon.pages,
      [&](Document&& document) { documents.push_back(std::move(document)); }, [](const ReadProblem&) {});
  const Collection collection = build_report(std::move(documents), lexicon);
  std::map<std::string, uint32_t> frequency;
  for (const Story& story : collection.stories) {
    std::set<std::string> terms;
    for (const uint32_t d : story.documents) terms.merge(terms_of(collection.documents[d]));
    for (const std::string& term : terms) ++frequency[term];
  }
  std::printf(
      "# what: in how many of %zu stories of a news corpus each stem, name and number stands (those in %u and more); "
      "written by tools/count_stories.cc\n"
      "# source: counted over SaudiNewsNet, 21 and 22 July 2015 (CC BY-NC-SA 4.0); counts alone\n"
      "# licence: Apache-2.0\n"
      "# rows: list\n"
      "term\tstories\n*\t%zu\n",
      collection.stories.size(), fewest_stories, collection.stories.size());
  for (const auto& [term, number] : frequency) {
    if (number >= fewest_stories && term.find_first_of("\t\n#*") == std::string::npos)
      std::printf("%s\t%u\n", term.c_str(), number);
  }
  return 0;
}
