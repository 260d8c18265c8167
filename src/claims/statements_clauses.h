// Clauses around a cue: where they begin, and the subject that stands before the verb.
#pragma once

#include "claims/statements_cues.h"

namespace isnad {

// True where a clause begins with the token: a sentence, or behind a comma, a colon, "فيما", a time.
bool begins_clause(const TokenStream& stream, uint32_t at);

// "لكن الشرطة تقول إن": the noun phrase from the beginning of the clause to the verb; empty where there is none.
Range subject_before(const PhraseContext& context, uint32_t at);

// The noun phrase that may be the verb's subject behind it, also past pronouns, adverbs, times and occasions ("قال له
// أمس في مؤتمر صحافي الوزير"); empty where none begins.
Range subject_behind(const PhraseContext& context, uint32_t from, uint32_t limit, const SpeechVerb& verb);

// The source that the relative pronoun at `relative` refers to ("الوزير، الذي أفاد بأن"); empty where it is none.
Range antecedent_before(const PhraseContext& context, uint32_t relative);

// True where the verb is in the first person, so that the one who writes speaks ("أعتقد", "وأعتقد").
bool is_first_person(const TokenStream& stream, uint32_t at, const SpeechVerb& verb);

// True where the imperfect is read as passive ("تعتبر المدينة من أجمل"): without أن it is active only where its subject
// is a person or a source.
bool is_passive(const TokenStream& stream, const Cue& cue, const Range& subject);

// True where one of the nouns that the verb needs stands in the phrase.
bool holds_needed_word(const TokenStream& stream, const Range& phrase, const SpeechVerb& verb);

// True where the participle stands behind a dash without a verb before it in the sentence ("فلان - متابعة:").
bool follows_byline(const TokenStream& stream, uint32_t at);

// True where the feminine participle is rather a plural noun ("مقترحات") or a noun with its pronoun ("مقره").
bool is_plural_noun(const TokenStream& stream, uint32_t at);

// Sets where the clause of the cue begins, and whether an earlier content of the sentence ends there.
void set_boundary(const PhraseContext& context, Cue& cue);

}  // namespace isnad
