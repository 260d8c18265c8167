// A stretch of words taken for a name, on its way to a mention.
#pragma once

#include <limits>

#include "document/document.h"

namespace isnad {

// Added to or taken from a score, it decides: above every sum of weights, and a sentence of them does not overflow.
inline constexpr int32_t held_fast = 1 << 20;

struct NameSpan {
  Range words;
  MentionType type = MentionType::person;
  uint32_t known = none;  // index into NameLexicon::known
  bool certain = false;   // by tables or grammar, not by the model alone
};

// Digits and symbols.
inline bool never_in_name(const Document& document, uint32_t word) {
  const WordKind kind = document.words[word].kind;
  return kind == WordKind::digits || kind == WordKind::symbol;
}

}  // namespace isnad
