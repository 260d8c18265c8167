// Clitics: parts a folded word into proclitics, stem and joined pronoun, where the rest is known.
//
// Method: all readings that the tables of clitics allow are weighed, the cheapest wins. The cost of a reading is the
// cost of each clitic (data/words/clitics.tsv) and of how its rest is known: a function word, a form of the
// dictionary, a name, a word that stands alone elsewhere in the report, or not at all.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.h"

namespace isnad {

// What the tables know of one form.
struct Knowledge {
  const KnownWord* word = nullptr;
  uint16_t traits = 0;

  bool any() const { return traits != 0 || function(); }
  bool function() const { return word && word->pos != PartOfSpeech::unknown; }
};

Knowledge look_up(const WordLexicon& words, uint64_t hash);

// The forms of one report that no table knows, by their hashes.
class UnknownForms {
 public:
  void add(uint64_t hash) { hashes_.push_back(hash); }
  void close();  // once, after the last add
  bool contains(uint64_t hash) const;

 private:
  std::vector<uint64_t> hashes_;
};

struct WordText {
  std::string_view raw;
  std::string_view folded;
  std::string_view key;  // of word_key: as long as folded
  Knowledge whole;
  uint32_t hamzas = 0;  // of hamza_letters
  Expectation expectation = Expectation::nothing;
};

struct Reading {
  uint8_t proclitics = 0;
  uint8_t base = 0;  // byte offsets in the key
  uint8_t stem = 0;
  uint8_t stem_end = 0;
  bool lam_article = false;  // "للوزارة": the base begins at the second lam, its alif is not written
  uint16_t traits = 0;       // of the stem; of the host where a pronoun follows
  PartOfSpeech function = PartOfSpeech::unknown;
  Expectation expects = Expectation::nothing;  // of the next word
  int cost = 0, rare_cost = 0;
};

inline constexpr size_t max_analysed_bytes = 60;  // what is longer is no Arabic word and stays whole

// word.key has at most max_analysed_bytes.
Reading read_clitics(const WordText& word, const Lexicon& lexicon, const UnknownForms& unknown);

}  // namespace isnad
