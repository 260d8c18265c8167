// Number words, bounds, approximation: data/numbers/.
#pragma once

#include <optional>

#include "lexicon/phrases.h"
#include "lexicon/table.h"
#include "lexicon/vocabulary.h"

namespace isnad {

// What a word can be in a number; data/numbers/words.tsv and fractions.tsv say what each means.
enum class NumberClass : uint8_t {
  none,
  zero,
  unit,
  unit_weak,
  teen,
  ten,
  tens,
  hundred,
  hundreds,
  scale,
  scale_plural,
  scale_dual,
  ordinal,
  ordinal_weak,
  dozen,
  sign,
  fraction,
  fraction_feminine,
  fraction_alone,
  fraction_dual,
  fraction_plural,
  vague  // a vague plural that is no other number word
};

struct NumberWord {
  NumberClass kind = NumberClass::none;
  bool definite = false;   // written with its article
  bool also_dual = false;  // "ألفا": accusative of one, or the dual before its noun
  double value = 0;
  double vague_min = 0, vague_max = 0;  // of a vague plural ("عشرات"); 0: none
};

// A power of a thousand that multiplies what stands before it: "ألف", "ملايين".
constexpr bool is_scale(NumberClass kind) { return kind == NumberClass::scale || kind == NumberClass::scale_plural; }

enum class Bound : uint8_t { approximate, at_least, at_most };

// Small words around numbers, as bits of NumberLexicon::particles.
namespace number_particle {
inline constexpr uint16_t from = 1, to = 2, alternative = 4, change = 8, point = 16, over = 32, of = 64, definite = 128,
                          conjunction = 256, degree = 512, decimal_letter = 1024, measured = 2048, bound_on = 4096;
}  // namespace number_particle

struct NumberLexicon {
  std::vector<NumberWord> words{1};    // [0] is no number word
  std::vector<uint16_t> word_of_form;  // by FormId, index into words; shorter than the vocabulary
  std::vector<uint16_t> particles;     // by FormId, bits of number_particle
  PhraseTrie bounds_before;            // phrases written backwards, as they are met from the number; value: Bound
  PhraseTrie bounds_after;             // value: Bound
  PhraseTrie bounds_joined;            // behind, with a conjunction written joined; value: Bound
  PhraseTrie bounds_around;            // before what is measured, written backwards; value: Bound
  PhraseTrie bounds_around_on;         // the same, with a preposition before the number; value: Bound
  PhraseTrie between;                  // written backwards
  PhraseTrie percent_before;           // written backwards
  PhraseTrie percent_after;
  PhraseTrie no_numbers;  // phrases whose number words count nothing

  const NumberWord& word(FormId form) const { return words[form < word_of_form.size() ? word_of_form[form] : 0]; }
  uint16_t particle(FormId form) const { return form < particles.size() ? particles[form] : uint16_t{0}; }
};

NumberLexicon load_numbers(const TableSource& source, Vocabulary& vocabulary);

}  // namespace isnad
