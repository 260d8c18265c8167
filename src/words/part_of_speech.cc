#include "words/part_of_speech.h"

namespace isnad {
namespace {

// Of a form that may be a noun and a verb: by the neighbour.
PartOfSpeech noun_or_verb(const Reading& reading, const WordText& word, const WordContext& context) {
  if (word.expectation == Expectation::verb) return PartOfSpeech::verb;
  if (word.expectation == Expectation::nominal || reading.proclitics & proclitic::preposition) {
    return PartOfSpeech::noun;
  }
  const bool clause_start = context.sentence_start || reading.proclitics & proclitic::conjunction ||
                            context.before == PartOfSpeech::conjunction || context.before == PartOfSpeech::pronoun;
  const bool present_only = (reading.traits & trait::present) && !(reading.traits & trait::past);
  return clause_start || present_only ? PartOfSpeech::verb : PartOfSpeech::noun;
}

PartOfSpeech noun_or_adjective(const Reading& reading, const WordContext& context) {
  if (!(reading.traits & trait::adjective)) return PartOfSpeech::noun;
  const bool article = reading.proclitics & proclitic::al;
  const bool behind_noun = context.before == PartOfSpeech::noun || context.before == PartOfSpeech::adjective ||
                           context.before == PartOfSpeech::proper;
  if (reading.proclitics & proclitic::preposition || !behind_noun) return PartOfSpeech::noun;
  // An adjective follows its noun in having the article; a relative one ("روسي") has little other use.
  return article == context.before_has_article || (reading.traits & trait::relative) ? PartOfSpeech::adjective
                                                                                     : PartOfSpeech::noun;
}

// Of a form that nothing knows.
PartOfSpeech by_form(const Reading& reading, const WordText& word) {
  if (reading.proclitics & proclitic::al) return PartOfSpeech::noun;
  for (const std::string_view end : {"ة", "ات", "ون", "ين"}) {
    if (word.key.size() >= end.size() + 6 && word.key.ends_with(end)) return PartOfSpeech::noun;
  }
  return PartOfSpeech::unknown;
}

}  // namespace

PartOfSpeech part_of_speech(const Reading& reading, const WordText& word, const WordContext& context) {
  if (reading.function != PartOfSpeech::unknown) return reading.function;
  if (reading.proclitics & proclitic::sa) return PartOfSpeech::verb;
  const uint16_t traits = reading.traits;
  if ((traits & trait::free) == trait::proper) {
    // Behind a noun with the article the name of a people is its adjective: "الوزير الوردي".
    const bool follows = reading.proclitics & proclitic::al && context.before_has_article;
    return follows && context.before == PartOfSpeech::noun ? PartOfSpeech::adjective : PartOfSpeech::proper;
  }
  if (reading.proclitics & proclitic::al) return noun_or_adjective(reading, context);
  const bool nominal = traits & (trait::nominal | trait::noun_host);
  const bool verb = traits & (trait::past | trait::present | trait::verb_host);
  if (nominal && verb && noun_or_verb(reading, word, context) == PartOfSpeech::verb) return PartOfSpeech::verb;
  if (nominal) return noun_or_adjective(reading, context);
  if (verb) return PartOfSpeech::verb;
  if (traits & trait::imperative) return PartOfSpeech::verb;
  return by_form(reading, word);
}

}  // namespace isnad
