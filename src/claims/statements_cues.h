// Cues: the words that attribute, with the speaker phrase and the place where the content begins.
#pragma once

#include <vector>

#include "claims/speakers.h"

namespace isnad {

// subject: no cue, but the subject of another verb ("شكر الوزير"), who can be the speaker of what follows.
enum class CueKind : uint8_t { verb, participle, particle, headline, subject };
enum class ContentKind : uint8_t { clause, words, noun };

struct Cue {
  CueKind kind = CueKind::verb;
  Range words;                       // tokens of the cue
  const SpeechForm* form = nullptr;  // null for particles and headlines without a verb
  const SpeechVerb* verb = nullptr;
  Range speaker;              // tokens; empty: not said here
  std::vector<Range> relays;  // media that hand on the speaker's words, the outlet's side first
  uint32_t first = none;      // first token of the content; none: the content stands before the cue
  uint32_t first_byte = 0;    // its first byte, behind a joined preposition
  ContentKind content = ContentKind::clause;
  uint32_t boundary = 0;        // where this cue's clause begins: an earlier content ends there
  bool closes = false;          // an earlier content of the sentence ends at the boundary
  bool subject_before = false;  // the speaker stands before the verb
  bool relative = false;        // in a relative clause ("الذين وصفهم بـ")
};

// Cues of all lines that are content, in order of place.
std::vector<Cue> find_cues(const PhraseContext& context);

}  // namespace isnad
