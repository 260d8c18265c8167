// What words are made of: clitics, known forms with their parts of speech, abbreviations.
#pragma once

#include <tsl/robin_map.h>
#include <tsl/robin_set.h>

#include <string>
#include <vector>

#include "lexicon/table.h"
#include "lexicon/vocabulary.h"
#include "lexicon/word_forms.h"

namespace isnad {

// A hint, from the lexicon and the form of the word; unknown where nothing tells.
enum class PartOfSpeech : uint8_t {
  unknown,
  noun,
  adjective,
  verb,
  particle,
  preposition,
  pronoun,
  conjunction,
  proper
};

// Proclitics that are written joined, as bits.
namespace proclitic {
inline constexpr uint8_t wa = 1, fa = 2, bi = 4, li = 8, ka = 16, sa = 32, al = 64, a = 128;
inline constexpr uint8_t preposition = bi | li | ka;
inline constexpr uint8_t conjunction = wa | fa;
}  // namespace proclitic

// What a word lets expect of the next one.
enum class Expectation : uint8_t { nothing, nominal, verb };

struct Proclitic {
  std::string text;  // folded
  uint8_t bit = 0;
  uint16_t joins = 0;  // traits of what may follow
  int cost = 0, rare_cost = 0;
};

struct Pronoun {
  std::string text;    // folded
  uint16_t joins = 0;  // trait::noun_host, trait::verb_host
  int cost = 0, rare_cost = 0;
};

// What the tables of this folder say of a form, beside the traits of WordForms.
struct KnownWord {
  uint16_t traits = 0;
  PartOfSpeech pos = PartOfSpeech::unknown;  // of a function word; unknown for all others
  uint8_t joins = 0;                         // of a function word: prepositions that may be joined before it
  bool takes_pronouns = false;
  Expectation expects = Expectation::nothing;
  uint32_t hamzas = 0;  // of hamza_letters, of all spellings that fold to this form
  bool frequent = false;
  bool always_whole = false, never_whole = false;
};

// Words by word_form_hash of word_key.
class KnownWords {
 public:
  KnownWord& operator[](uint64_t hash) {
    sieve_[hash % sieve_bits / 64] |= uint64_t(1) << hash % 64;
    return words_[hash];
  }
  // Null where no table of this folder names the form, as is so of most: the sieve, a bit for each hash, tells it fast.
  const KnownWord* find(uint64_t hash) const {
    if ((sieve_[hash % sieve_bits / 64] >> hash % 64 & 1) == 0) return nullptr;
    const auto found = words_.find(hash);
    return found == words_.end() ? nullptr : &found->second;
  }

 private:
  static constexpr size_t sieve_bits = size_t(1) << 16;
  std::vector<uint64_t> sieve_ = std::vector<uint64_t>(sieve_bits / 64);
  tsl::robin_map<uint64_t, KnownWord> words_;
};

struct WordLexicon {
  WordForms forms;
  KnownWords known;
  std::vector<Proclitic> conjunctions, prepositions;  // the latter with the future particle
  Proclitic article;
  std::vector<Pronoun> pronouns;
  tsl::robin_set<std::string> abbreviations;          // folded, without a full stop at the end
  tsl::robin_set<std::string> closing_abbreviations;  // those that may end a sentence
  // Numbers of the forms that name tables were the first to name: load_lexicon sets them.
  FormId first_name = 0, last_name = 0;

  bool names(FormId id) const { return first_name <= id && id < last_name; }
};

WordLexicon load_words(const TableSource& source, Vocabulary& vocabulary);

}  // namespace isnad
