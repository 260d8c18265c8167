// Clauses around a cue: where they begin, and the subject that stands before the verb.
#pragma once

#include "claims/statements_cues.h"

namespace isnad {

// True where a clause begins with the token: a sentence, or behind a comma, a colon, "فيما", a time.
bool begins_clause(const TokenStream& stream, uint32_t at);

// "لكن الشرطة تقول إن": the noun phrase from the beginning of the clause to the verb; empty where there is none.
Range subject_before(const PhraseContext& context, uint32_t at);

// Sets where the clause of the cue begins, and whether an earlier content of the sentence ends there.
void set_boundary(const PhraseContext& context, Cue& cue);

}  // namespace isnad
