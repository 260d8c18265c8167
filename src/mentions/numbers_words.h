// Numbers written in words, alone or with digits ("3.5 ملايين"): the grammar of Arabic cardinals, ordinals, fractions.
//
//   number  := term (و term)*          each term's scale below the one before: "مليون ومئتا ألف وخمسة"
//   term    := group scale* | scale    "عشرون ألفا", "ألف"
//   group   := hundreds (و below)? | below | digits
//   below   := teen | unit عشر | unit و tens | tens | unit
#pragma once

#include <optional>

#include "document/document.h"
#include "lexicon/numbers.h"

namespace isnad {

struct NumberReading {
  double value = 0;
  std::optional<double> max;  // of a vague plural
  NumberKind kind = NumberKind::cardinal;
  uint32_t first = 0;
  uint32_t end = 0;     // index of the first word behind it
  bool digits = false;  // plain digits, no number word
};

// Reads numbers from the words of one sentence.
class NumberReader {
 public:
  NumberReader(const Document& document, const NumberLexicon& lexicon, Range bounds)
      : document_(document), lexicon_(lexicon), bounds_(bounds) {}

  // The longest number that begins at word i; empty where none does.
  std::optional<NumberReading> read(uint32_t i) const;

  // The number word at i (also of its whole form where the form without clitics is none).
  const NumberWord& word(uint32_t i) const;
  uint16_t particle(uint32_t i) const;
  bool inside(uint32_t i) const { return bounds_.contains(i); }
  bool is_digits(uint32_t i) const { return inside(i) && document_.words[i].kind == WordKind::digits; }
  // The word may go on with a number that the word before began: no conjunction, preposition or article in it.
  bool goes_on(uint32_t i) const;
  // The words from i to before end stand between two marks that touch them: "(15)", "«17»".
  bool in_brackets(uint32_t i, uint32_t end) const;
  // The word begins with a conjunction that is written joined.
  bool joined(uint32_t i) const;

 private:
  struct Part {
    double value = 0;
    uint32_t end = 0;
    bool digits = false;
    double scale = 1;  // the scale that was multiplied last
  };

  std::optional<Part> below_hundred(uint32_t i) const;
  std::optional<Part> hundreds(uint32_t i) const;
  std::optional<Part> group(uint32_t i) const;
  std::optional<Part> digits(uint32_t i) const;
  std::optional<Part> term(uint32_t i) const;
  std::optional<NumberReading> cardinal(uint32_t i) const;
  std::optional<NumberReading> ordinal(uint32_t i) const;
  std::optional<NumberReading> fraction(uint32_t i) const;
  std::optional<NumberReading> vague(uint32_t i) const;
  void add_fraction(NumberReading& reading, double last_scale) const;
  void add_decimals(NumberReading& reading) const;
  void add_division(NumberReading& reading) const;
  void times_fraction(NumberReading& reading) const;
  uint32_t joined_next(uint32_t i) const;
  bool is_part(uint32_t i) const;

  const Document& document_;
  const NumberLexicon& lexicon_;
  Range bounds_;
};

}  // namespace isnad
