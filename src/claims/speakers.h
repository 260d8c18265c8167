// Speaker phrases: the grammar of the noun phrase that names a source, and of what stands between it and its words.
#pragma once

#include <optional>

#include "claims/quotations.h"
#include "claims/statements_tokens.h"

namespace isnad {

struct PhraseContext {
  const TokenStream& stream;
  const Quotations& quotations;

  const SpeechVerb* verb_of(uint32_t at) const {
    const SpeechForm* form = stream[at].form;
    return form ? &stream.lexicon->verbs[form->verb] : nullptr;
  }
};

// The noun phrase that begins at `first`, with its appositions and names; empty where none begins. `verb` is the verb
// of speech that it follows: what begins that verb's complement ends the phrase. Null: no verb.
Range read_phrase(const PhraseContext& context, uint32_t first, uint32_t limit, const SpeechVerb* verb);

// True where the phrase can speak: its head is a person, a body, a source or a medium, or it holds a name.
bool can_speak(const PhraseContext& context, const Range& phrase);

// True where the head of the phrase is a common word of the dictionary that names no source ("الأسعار", "حالات"): it
// cannot speak, unlike a name that the tables do not know.
bool names_nobody(const PhraseContext& context, const Range& phrase);

// The medium that begins at `at` ("رويترز", "صحيفة «المدى»", also behind a joined ل); empty where there is none.
Range read_relay(const PhraseContext& context, uint32_t at, uint32_t limit);

// True where the token is a verb that the tables know: of speech, or of another act.
bool is_verb(const TokenStream& stream, uint32_t at);

// True where a noun that is the content of a verb of speech may begin here ("إغلاق الجسر").
bool begins_nominal_content(const TokenStream& stream, uint32_t at);

// Behind the closing mark of the parenthesis or the pair of dashes that opens at `at`; none where it does not close
// within a few words.
uint32_t behind_parenthesis(const TokenStream& stream, uint32_t at, uint32_t limit);

// True where the token is a preposition that stands alone, and not the name "علي".
bool is_preposition(const TokenStream& stream, uint32_t at);

}  // namespace isnad
