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
  constexpr uint32_t others = speech::preposition | speech::time | speech::starter | speech::negation;
  if (last > 0 && stream[last - 1].is(speech::subordinator) && !stream[last - 1].is(others)) --last;  // "قد"
  if (last > 0 && stream[last - 1].comma()) --last;
  const uint32_t lowest = std::max(stream.sentence_start[at], at > words_at_most ? at - words_at_most : 0);
  for (uint32_t first = lowest; first < last; ++first) {
    const bool starts = first == stream.sentence_start[at] ||
                        stream[first - 1].is(speech::complementizer | speech::starter) || stream[first - 1].comma() ||
                        stream[first - 1].mark == U':' || stream[first].conjunction() ||
                        stream[first - 1].is(speech::act);  // "وكان المدير أعلن"
    const Quotation* name = context.quotations.opened_by(first);
    if (!starts || !(stream[first].arabic || name)) continue;
    if (name && name->end == last && name->end - name->open <= 6) return {first, last};  // "«المدى» تقول إن"
    const Range phrase = read_phrase(context, first, last, nullptr);
    if (phrase.last == last && can_speak(context, phrase)) return phrase;
  }
  // "وثائق توضح أن": an indefinite source with its clause behind it.
  const Token& near = stream[last > lowest ? last - 1 : at];
  const bool indefinite = last > lowest && last == at && !near.has(proclitic::al | proclitic::conjunction) &&
                          near.mention == none && stream[at].form && stream[at].form->tense == SpeechTense::imperfect;
  // Behind another indefinite noun it is an adjective ("منتجات إعلامية").
  const bool adjective = indefinite && last - 1 > lowest && stream[last - 2].arabic && !is_verb(stream, last - 2) &&
                         !is_preposition(stream, last - 2) && !stream[last - 2].has(proclitic::al);
  if (indefinite && !adjective && near.is(speech::unnamed | speech::role) &&
      !near.is(speech::quantifier | speech::time))
    return {last - 1, last};
  return {at, at};
}

Range subject_behind(const PhraseContext& context, uint32_t from, uint32_t limit, const SpeechVerb& verb) {
  const TokenStream& stream = context.stream;
  const Range near = read_phrase(context, from, limit, &verb);
  if (!near.empty()) return near;
  uint32_t at = from;
  const auto adjective = [&](uint32_t next) {
    const Token& token = stream[next];
    if (!token.arabic || token.mention != none || token.form || token.has(0xff) || is_preposition(stream, next))
      return false;
    const std::string_view folded = stream.folded(next);  // "مؤتمر صحافي" is an occasion, "صحافي" alone a person
    return folded.ends_with("ي") || folded.ends_with("يه") ||
           (token.classes == 0 && stream.word(next).pos == PartOfSpeech::adjective);
  };
  while (at < limit) {
    const Token& token = stream[at];
    if (token.is(speech::pronoun) || (token.is(speech::adverb) && token.mention == none)) {
      ++at;
    } else if (token.time_end > at) {
      at = token.time_end;
    } else if (at + 1 < limit && stream.lexicon->complement_of(token.plain) == complement::fi &&
               stream[at + 1].is(speech::platform)) {
      at += 2;
      while (at < limit && adjective(at)) ++at;
    } else {
      break;
    }
  }
  const Range far = at == from ? near : read_phrase(context, at, limit, &verb);
  return can_speak(context, far) ? far : near;
}

namespace {

// "التي" has a feminine verb where it is its subject; behind "الذي أعلنت" somebody else speaks.
bool agrees_with_relative(std::string_view pronoun, const SpeechForm& form) {
  const bool singular = form.number == SpeechNumber::singular;
  if (pronoun == "التي") return singular && form.gender == SpeechGender::feminine;
  if (pronoun == "الذي") return singular && form.gender == SpeechGender::masculine;
  return !singular;
}

}  // namespace

Range antecedent_before(const PhraseContext& context, uint32_t relative) {
  const TokenStream& stream = context.stream;
  const SpeechForm* form = stream[relative + 1].form;
  if (!form || !agrees_with_relative(stream.folded(relative), *form)) return {relative, relative};
  constexpr uint32_t words_at_most = 16;
  uint32_t last = relative;
  if (last > 0 && stream[last - 1].comma()) --last;
  const uint32_t lowest =
      std::max(stream.sentence_start[relative], relative > words_at_most ? relative - words_at_most : 0);
  for (uint32_t first = last; first-- > lowest;) {
    const Token& token = stream[first];
    if (!token.arabic || stream[first].time_end != 0) continue;
    const bool starts = first == stream.sentence_start[relative] || token.conjunction() ||
                        token.has(proclitic::preposition) || stream[first - 1].mark != 0 ||
                        is_verb(stream, first - 1) || is_preposition(stream, first - 1) ||
                        stream[first - 1].is(speech::complementizer | speech::starter);
    if (!starts || (first > lowest && stream[first - 1].comma())) continue;
    const Range phrase = read_phrase(context, first, last, nullptr);
    if (phrase.last == last && can_speak(context, phrase)) return phrase;
  }
  return {relative, relative};
}

bool is_first_person(const TokenStream& stream, uint32_t at, const SpeechVerb& verb) {
  const Token& token = stream[at];
  if (!verb.plain_alif || token.form->tense != SpeechTense::perfect) return false;
  std::string_view written = stream.bytes(at);
  if (token.conjunction()) written.remove_prefix(2);
  return written.starts_with("أ");
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
