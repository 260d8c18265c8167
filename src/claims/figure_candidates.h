// Candidates: every number, dual, single victim or explicit zero of a sentence that may be a figure.
#pragma once

#include <vector>

#include "claims/figure_scan.h"

namespace isnad {

enum class CandidateKind : uint8_t { number, dual, single, zero };

struct Candidate {
  CandidateKind kind = CandidateKind::number;
  Range words;             // number and counted noun where they touch
  Range phrase;            // with approximating and bounding words
  Range of;                // the words that say what is counted; empty: none
  uint32_t head = none;    // word of the counted noun; none: a bare number
  uint32_t number = none;  // index into Document::numbers
  std::optional<double> min, max;
  bool approximate = false;
  bool named = false;      // a single victim known by name
  bool bare_unit = false;  // percent and the like: needs no noun
  uint8_t measure = 0;     // FigureLexicon::names; 0: not known yet
  uint8_t population = 0;
  uint32_t frame = none;    // word of the governing frame
  uint32_t part_of = none;  // first word of the candidate that it is a subset of
};

// Words that belong to the figure's noun phrase: number, noun and what follows with من.
inline uint32_t end_of(const Candidate& candidate) { return std::max(candidate.words.last, candidate.of.last); }

// Numbers, duals and zeros of the sentence in order. next_number, next_time: indices of the first number and time at
// or behind the sentence, moved along it.
std::vector<Candidate> find_candidates(const FigureScan& scan, const Range& sentence, uint32_t& next_number,
                                       uint32_t& next_time);

// The words from the noun at head on that say what is counted: the noun, its adjectives, and a phrase with من.
Range of_words(const FigureScan& scan, uint32_t head, uint32_t end);

}  // namespace isnad
