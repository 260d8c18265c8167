// The complement of a verb of speech: where its content begins, and what stands between speaker and content.
#pragma once

#include <optional>

#include "claims/statements_cues.h"

namespace isnad {

struct Complement {
  uint32_t first = none;  // first token of the content
  uint32_t first_byte = 0;
  ContentKind kind = ContentKind::clause;
  std::vector<Range> relays;  // media met on the way ("لرويترز")
  Range cited;                // "نقلا عن": whom the speaker hands on
  uint32_t loose = 0;         // words on the way that no rule explains
  Range tongue;               // "على لسان": through whom the body speaks
};

// Searches from `from`, the place behind the speaker phrase (or behind the verb where there is none), up to `limit`.
std::optional<Complement> find_complement(const PhraseContext& context, uint32_t from, uint32_t limit,
                                          const SpeechVerb& verb);

// First byte of a token without a joined conjunction and, where it has one, preposition.
uint32_t byte_behind_clitics(const TokenStream& stream, uint32_t at, bool preposition);

}  // namespace isnad
