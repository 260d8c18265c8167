// What is known of words across reports: how many reports of a large collection hold each stem, and with what words an
// outlet closes its reports.
#pragma once

#include <tsl/robin_map.h>

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/phrases.h"
#include "lexicon/table.h"
#include "lexicon/vocabulary.h"

namespace isnad {

// Hash of a folded stem, the same for all that compares stems across reports.
uint64_t stem_hash(std::string_view folded_stem);

// What speaks for or against two reports telling one story. Likenesses are cosines of weighted vectors, 0 to 1; `_root`
// is the square root of the one before it.
enum class StoryClue : uint8_t {
  base,   // 1 always: few pairs of reports tell one story
  words,  // stems of the start of the reports
  words_root,
  head,  // stems of title and first sentence
  head_root,
  names,  // persons and bodies
  names_root,
  sites,  // places
  sites_root,
  numbers,
  numbers_root,
  places_apart,  // 1 where both heads name places and none in common
  no_places,     // 1 where one head names no place
  days_shared,   // 1 where both heads name one day
  days_apart,    // 1 where both heads name days and none in common
  copied,        // share of the shorter report that is copied
  rare_words,    // rarity of the words that both heads have, summed
  length,        // log of the number of words of the shorter report
  same_outlet    // 1 where both are of one outlet, which seldom tells a thing twice
};
inline constexpr size_t story_clue_count = 19;
using StoryClues = std::array<double, story_clue_count>;

// As data/stories/clues.tsv writes them.
std::string_view name_of(StoryClue clue);

struct StoryLexicon {
  uint32_t documents = 0;                                 // reports counted
  tsl::robin_map<uint64_t, uint32_t> document_frequency;  // by stem_hash; stems that are not there are rare
  uint32_t stories = 0;                                   // stories of these reports
  tsl::robin_map<uint64_t, uint32_t> story_frequency;     // in how many of the stories a stem, name or number stands
  StoryClues clue_weights{};                              // log-odds of one story for one unit of each clue
  PhraseTrie qualifiers;  // phrases that narrow the question of a figure; values are indices into qualifier_names
  std::vector<std::string> qualifier_names;
  // By folded word: "claims" or "admits", of data/stories/admissions.tsv.
  std::map<std::string, std::string, std::less<>> admissions;
  PhraseTrie footers;  // words that begin an outlet's footer within a line of the report; the value says nothing
};

StoryLexicon load_stories(const TableSource& source, Vocabulary& vocabulary);

}  // namespace isnad
