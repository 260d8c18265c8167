#include "claims/statements_clauses.h"

namespace isnad {

bool begins_clause(const TokenStream& stream, uint32_t at) {
  if (at == stream.sentence_start[at]) return true;
  const Token& before = stream[at - 1];
  return before.comma() || before.is(speech::starter | speech::time) || before.mark == U':' || before.time_end != 0;
}

Range subject_before(const PhraseContext& context, uint32_t at) {
  const TokenStream& stream = context.stream;
  constexpr uint32_t words_at_most = 16;
  uint32_t last = at;
  if (last > 0 && context.quotations.opened_by(last - 1)) --last;
  if (last > 0 && stream[last - 1].comma()) --last;
  const uint32_t lowest = std::max(stream.sentence_start[at], at > words_at_most ? at - words_at_most : 0);
  for (uint32_t first = lowest; first < last; ++first) {
    const bool starts = first == stream.sentence_start[at] || stream[first - 1].is(speech::complementizer | speech::starter) ||
                        stream[first - 1].comma() || stream[first - 1].mark == U':' || stream[first].conjunction();
    const Quotation* name = context.quotations.opened_by(first);
    if (!starts || !(stream[first].arabic || name)) continue;
    if (name && name->end == last && name->end - name->open <= 6) return {first, last};  // "«المدى» تقول إن"
    const Range phrase = read_phrase(context, first, last, nullptr);
    if (phrase.last == last && can_speak(context, phrase)) return phrase;
  }
  return {at, at};
}

void set_boundary(const PhraseContext& context, Cue& cue) {
  const TokenStream& stream = context.stream;
  const uint32_t lowest = stream.sentence_start[cue.words.first];
  uint32_t at = cue.subject_before ? cue.speaker.first : cue.words.first;
  // A time before a verb belongs to its clause ("، أمس قالت"), one before a particle to the content.
  const auto times_before = [&](const Token& token) {
    return cue.kind != CueKind::particle && (token.is(speech::time) || token.time_end != 0);
  };
  while (at > lowest) {
    const Token& before = stream[at - 1];
    const bool in_while = is_preposition(stream, at - 1) && stream[at].is(speech::starter);  // "في حين"
    if (!in_while && !before.comma() && !before.dash() && !before.is(speech::starter) && !times_before(before)) break;
    --at;
  }
  cue.boundary = at;
  const Quotation* quotation = context.quotations.at(cue.words.first);
  const bool quoted = quotation && quotation->closed;
  const bool back_reference = cue.form && cue.form->object_suffix && cue.content == ContentKind::noun;
  cue.closes = !quoted && !cue.relative && !back_reference &&
               (cue.kind != CueKind::verb || stream[cue.words.first].conjunction() || at < cue.words.first) &&
               !(cue.subject_before && at == cue.speaker.first);
}

}  // namespace isnad
