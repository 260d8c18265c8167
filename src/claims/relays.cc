// Media that hand on what others say ("لرويترز", "صحيفة «المدى»").
#include "claims/speakers.h"

namespace isnad {
namespace {

// A known body that is no medium.
bool is_other_body(const TokenStream& stream, uint32_t at) {
  const uint32_t mention = stream[at].mention;
  return mention != none && stream.document->mentions[mention].known_id.starts_with("org:");
}

// In quotation marks, in Latin letters, or the known name of a medium.
bool begins_a_title(const PhraseContext& context, uint32_t at, uint32_t limit) {
  if (at >= limit) return false;
  const TokenStream& stream = context.stream;
  const uint32_t mention = stream[at].mention;
  return context.quotations.opened_by(at) || stream.word(at).kind == WordKind::latin || stream[at].mark == U'(' ||
         (mention != none && stream.document->mentions[mention].known_id.starts_with("outlet:"));
}

}  // namespace

Range read_relay(const PhraseContext& context, uint32_t at, uint32_t limit) {
  const TokenStream& stream = context.stream;
  if (at >= limit) return {at, at};
  const Token& token = stream[at];
  if (token.is(speech::media)) {
    uint32_t last = at + 1;
    // "لبرنامج الأغذية العالمي": a body whose name begins with a word for a medium.
    if (is_other_body(stream, last < limit ? last : at)) return {at, at};
    if (token.is(speech::named_media) && !begins_a_title(context, last, limit)) return {at, at};
    const Quotation* quotation = last < limit ? context.quotations.opened_by(last) : nullptr;
    if (quotation && quotation->closed) last = quotation->end;
    while (
        last < limit && stream[last].arabic && !is_preposition(stream, last) &&
        !stream[last].is(speech::complementizer | speech::time | speech::saying | speech::relative | speech::adverb) &&
        stream[last].time_end == 0 && !stream[last].has(proclitic::preposition | proclitic::conjunction) &&
        last < at + 6) {
      ++last;
    }
    return {at, last};
  }
  const auto form = [&](uint32_t k) {
    if (at + k >= limit) return unknown_form;
    return k == 0 && stream[at].has(proclitic::preposition) ? stream.word(at).base_id : stream[at + k].plain;
  };
  if (const auto match = stream.lexicon->relay_names.longest(form)) return {at, at + match->words};
  if (token.is(speech::media_name)) return {at, at + 1};
  if (const Quotation* quotation = context.quotations.opened_by(at);
      quotation && quotation->closed && quotation->end <= limit) {
    const Range inner = read_relay(context, at + 1, quotation->end - 1);
    if (!inner.empty() && inner.last + 1 == quotation->end) return {at, quotation->end};
  }
  return {at, at};
}

}  // namespace isnad
