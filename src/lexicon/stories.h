// What is known of words across reports: how many reports of a large collection hold each stem, and with what words an
// outlet closes its reports.
#pragma once

#include <tsl/robin_map.h>

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

struct StoryLexicon {
  uint32_t documents = 0;                                 // reports counted
  tsl::robin_map<uint64_t, uint32_t> document_frequency;  // by stem_hash; stems that are not there are rare
  PhraseTrie qualifiers;  // phrases that narrow the question of a figure; values are indices into qualifier_names
  std::vector<std::string> qualifier_names;
  // By folded word: "claims" or "admits", of data/stories/admissions.tsv.
  std::map<std::string, std::string, std::less<>> admissions;
  PhraseTrie footers;  // words that begin an outlet's footer within a line of the report; the value says nothing
};

StoryLexicon load_stories(const TableSource& source, Vocabulary& vocabulary);

}  // namespace isnad
