#include "claims/speakers.h"

namespace isnad {
namespace {

constexpr uint32_t phrase_words_at_most = 40;
constexpr size_t letter = 2;  // bytes of an Arabic letter

class PhraseReader {
 public:
  PhraseReader(const PhraseContext& context, uint32_t first, uint32_t limit, const SpeechVerb* verb)
      : stream_(context.stream),
        context_(context),
        first_(first),
        at_(first),
        limit_(std::min(limit, first + phrase_words_at_most)),
        verb_(verb) {}

  Range read() {
    while (at_ < limit_) {
      const uint32_t next = step();
      if (next == none) break;
      at_ = next;
    }
    uint32_t last = at_;
    while (last > first_ + 1 && is_preposition(stream_, last - 1) &&
           stream_.lexicon->complement_of(stream_[last - 1].plain) != 0) {
      --last;
    }
    while (last > first_ && (stream_[last - 1].comma() || stream_[last - 1].dash())) --last;
    return {first_, last};
  }

 private:
  bool empty() const { return at_ == first_; }
  const Token& before() const { return stream_[at_ - 1]; }

  // The place behind what belongs to the phrase here; none where the phrase has ended.
  uint32_t step() {
    const Token& token = stream_[at_];
    if (token.mark != 0) return step_over_mark(token);
    if (!token.arabic) return step_over_other();
    if (stream_.folded(at_) == "ل" || stream_.folded(at_) == "ب") return step_over_quoted_body();
    if (!empty() && before().mark == U'.') return accept();  // behind an abbreviation: "م. صادق"
    if (token.is(speech::complementizer | speech::relative | speech::saying | speech::negation)) return none;
    const bool participle = token.participle();
    if (participle && token.mention == none && stream_.folded(at_).ends_with("ا")) return none;
    if (!empty() && verb_ && verb_->informs && token.is(speech::media_name)) return none;  // "أبلغ الوزير رويترز"
    if (is_naming(at_)) {
      closed_ = false;
      return at_ + 1;
    }
    if (!empty() && ends_before(token)) return none;
    if (token.mention != none && !empty() && before().mention == token.mention) return accept();
    if (is_rank(token)) return at_ + 1;
    if (token.time_end != 0 || (token.is(speech::time) && !token.noun_of_source())) return none;
    if (token.is(speech::adverb | speech::starter) && token.mention == none) return none;
    if (is_preposition(stream_, at_) && !token.is(speech::binder)) return step_over_preposition();
    if (!empty() && token.is(speech::binder) && !token.conjunction()) {
      closed_ = false;
      return at_ + 1;
    }
    if (token.has(proclitic::preposition)) return step_over_joined(token);
    if (is_verb(stream_, at_) && token.mention == none && !token.noun_of_source()) return none;
    if (token.conjunction()) return step_over_conjunction(token);
    if (begins_content(token) || begins_object_of_act(token)) return none;
    return accept();
  }

  // "أحد السكان ويدعى سالم": the passive gives the name.
  bool is_naming(uint32_t at) const { return at > first_ && stream_[at].is(speech::quoted) && stream_[at].form; }

  // What no longer belongs to the phrase, also where a name seems to go on over it: a time, another attribution, and
  // behind a complete phrase a demonstrative, a quantity or an indefinite accusative ("توقع المدير نموا").
  bool ends_before(const Token& token) const {
    const bool known = token.mention != none && !stream_.document->mentions[token.mention].known_id.empty();
    if (known) return false;
    if (token.is(speech::particle)) {
      const auto form = [&](uint32_t k) { return stream_.phrase_form(at_ + k, limit_); };
      if (stream_.lexicon->particles.longest(form)) return true;
    }
    if (token.has(proclitic::al)) {  // "أبدى سالم الشكر": a name is not read on over what is said
      const bool person = closed_ && (before().has(proclitic::al) || before().name_word);
      const bool said = token.is(speech::content) && person && verb_ && verb_->noun;
      return token.mention != none && (token.is(speech::time) || said);
    }
    if (token.has(proclitic::preposition)) return false;
    // An accusative is no genitive either, so that it ends also what seems to be a construct ("خبراء نموا").
    if (token.mention == none && indefinite_accusative(token)) return true;
    if (!closed_) return false;
    if (token.mention != none) return verb_ && verb_->noun && token.is(speech::content);
    const bool complete = before().has(proclitic::al) || before().mention != none || before().mark != 0 ||
                          stream_.word(at_ - 1).enclitic_bytes > 0;
    if (!complete) return false;
    const bool thing = token.is(speech::mute | speech::platform) && !token.noun_of_source();
    if (token.is(speech::quantifier) || thing) return true;
    return token.classes == 0 && !token.name_word && !token.conjunction() && begins_another_phrase();
  }

  // "أهدى اللاعب كأس البطولة", "الحكومة تسعى": a verb, or an indefinite noun of the dictionary with its complement.
  bool begins_another_phrase() const {
    const PartOfSpeech pos = stream_.word(at_).pos;
    if (pos == PartOfSpeech::verb) return true;
    if (pos != PartOfSpeech::noun || !verb_ || !(verb_->noun || verb_->object) || at_ + 1 >= limit_) return false;
    const Token& next = stream_[at_ + 1];
    return next.has(proclitic::al) && !next.has(proclitic::preposition) && next.mention == none && !next.name_word;
  }

  bool indefinite_accusative(const Token& token) const {
    if (token.classes != 0 || !stream_.folded(at_).ends_with("ا")) return false;
    const std::string_view written = stream_.bytes(at_);
    if (written.ends_with("اً") || written.ends_with("ًا")) return true;
    constexpr size_t letters_at_least = 5;  // "رضا", "دينا" are names
    const PartOfSpeech pos = stream_.word(at_).pos;
    return verb_ && (verb_->noun || verb_->object) && stream_.folded(at_).size() >= letters_at_least * letter &&
           (pos == PartOfSpeech::noun || pos == PartOfSpeech::adjective);
  }

  // "مدير عام": behind an office the word is no year.
  bool is_rank(const Token& token) const {
    return !empty() && token.is(speech::binder) && token.is(speech::time) && before().is(speech::role) &&
           !before().has(proclitic::al);
  }

  // "الناطق الإعلامي لـ«شرطة الوادي»" goes on; behind "لـ«المدى»" a medium is spoken to.
  uint32_t step_over_quoted_body() {
    const Quotation* name = at_ + 1 < limit_ ? context_.quotations.opened_by(at_ + 1) : nullptr;
    const bool whole = name && name->closed && name->end <= limit_ && !empty();
    return whole && stream_[name->open + 1].is(speech::body) ? leap(name->end) : none;
  }

  // "وجه المدير أمره": behind a speaker who is told in full a noun with a pronoun is what he did something to.
  bool begins_object_of_act(const Token& token) const {
    const bool act = !verb_ || verb_->lemma.empty();
    return act && !empty() && closed_ && token.mention == none && !token.noun_of_source() &&
           stream_.word(at_).enclitic_bytes > 0 && before().has(proclitic::al);
  }

  uint32_t accept() {
    const Token& token = stream_[at_];
    // A sound plural that keeps its nun is not in construct state.
    const bool full = stream_.folded(at_).ends_with("ون") || stream_.folded(at_).ends_with("ين");
    const bool construct = !token.has(proclitic::al) && token.mention == none && !full &&
                           (token.noun_of_source() || token.is(speech::content | speech::quoted));
    closed_ = !construct;
    return at_ + 1;
  }

  uint32_t step_over_mark(const Token& token) {
    if (empty()) {
      const Quotation* name = context_.quotations.opened_by(at_);
      return name && short_quote_before_words(*name) ? leap(name->end) : none;
    }
    if (token.mark == U'(' || token.mark == U'[') {
      const uint32_t behind = behind_parenthesis(stream_, at_, limit_);
      return behind == none ? none : leap(behind);
    }
    if (const Quotation* quotation = context_.quotations.opened_by(at_)) {
      const bool name = quotes_a_name(stream_, *quotation) || short_quote_before_words(*quotation);
      return name && quotation->end <= limit_ ? leap(quotation->end) : none;
    }
    if (token.mark == U'.' || token.mark == U'/') {
      return !stream_.word(at_).space_before && !token.sentence_end ? at_ + 1 : none;
    }
    if (token.dash() && !stream_.word(at_).space_before && at_ + 1 < limit_ && !stream_.word(at_ + 1).space_before) {
      return at_ + 1;
    }
    if (token.comma() && opens_apposition()) return at_ + 1;
    return none;
  }

  uint32_t leap(uint32_t behind) {
    closed_ = true;
    return behind;
  }

  // A quoted name within the phrase: few words, with the mark of the content still to come behind it.
  bool short_quote_before_words(const Quotation& quotation) const {
    constexpr uint32_t words_at_most = 4;
    if (!quotation.closed || quotation.end - quotation.open - 2 > words_at_most || quotation.end >= limit_)
      return false;
    const uint32_t end = std::min(limit_, quotation.end + 6);
    for (uint32_t at = quotation.end; at < end; ++at) {
      const Token& token = stream_[at];
      if (token.mark == U':' || token.is(speech::complementizer)) return true;
      if (context_.quotations.opened_by(at)) return true;
      if (token.comma() || is_verb(stream_, at)) return false;
    }
    return false;
  }

  // "، أناتولي فلان، إن": a name or title between commas, the content behind it.
  bool opens_apposition() const {
    constexpr uint32_t words_at_most = 9;
    const uint32_t end = std::min(limit_, at_ + 1 + words_at_most);
    if (at_ + 1 >= end || !stream_[at_ + 1].arabic) return false;
    if (is_naming(at_ + 1)) return true;
    for (uint32_t at = at_ + 1; at < end; ++at) {
      const Token& token = stream_[at];
      if (token.comma() || token.is(speech::complementizer) || token.mark == U':' ||
          context_.quotations.opened_by(at)) {
        return at > at_ + 1;
      }
      if (token.is(speech::relative | speech::adverb | speech::saying | speech::starter) || token.time_end != 0 ||
          token.is(speech::time)) {
        return false;
      }
      if (is_preposition(stream_, at) && at < at_ + 3) return false;
      if (is_verb(stream_, at) && token.mention == none && !token.noun_of_source()) return false;
      if (token.conjunction() && at == at_ + 1) return false;
    }
    return false;
  }

  uint32_t step_over_other() {
    const Word& word = stream_.word(at_);
    if (word.kind == WordKind::latin) return accept();
    return empty() || before().noun_of_source() ? accept() : none;  // "3 شهود", "القناة 12"
  }

  bool leads_complement(uint8_t bit) const {
    return verb_ && ((verb_->prepositions | verb_->object_prepositions) & bit) != 0;
  }

  uint32_t step_over_preposition() {
    if (empty()) return none;
    const Token& token = stream_[at_];
    const uint8_t bit = stream_.lexicon->complement_of(token.plain);
    const bool governed = !closed_ && before().mention == none && before().arabic && !is_preposition(stream_, at_ - 1);
    if (bit == 0 && governed && !token.conjunction()) return at_ + 1;  // "بلدية وسط الوادي"
    // "عدد من السكان", "الكثير من الباحثين", whatever the verb takes.
    const bool quantity = bit == complement::min && at_ == first_ + 1 && stream_[first_].is(speech::unnamed) &&
                          at_ + 1 < limit_ &&
                          (!stream_[first_].has(proclitic::al) || stream_[at_ + 1].noun_of_source());
    if (token.conjunction() || at_ + 1 >= limit_ || (leads_complement(bit) && !quantity)) return none;
    const bool office = bit == complement::ala && before().is(speech::role);  // "المشرف على المشروع"
    if (quantity || (office && stream_[at_ + 1].has(proclitic::al))) {
      closed_ = false;
      return at_ + 1;
    }
    if (verb_ && verb_->relays && bit == complement::an) return none;
    const Token& next = stream_[at_ + 1];
    if (next.is(speech::complementizer | speech::subordinator | speech::time) || next.time_end != 0 || next.mark != 0) {
      return none;
    }
    if (next.is(speech::platform) && !next.is(speech::body)) return none;
    const bool place = bit == complement::fi || bit == complement::min;
    if (bit == complement::ila && (next.is(speech::media | speech::media_name))) return none;
    if (!place && bit != complement::an) return none;  // the others tell circumstances
    closed_ = false;
    return at_ + 1;
  }

  uint32_t step_over_joined(const Token& token) {
    if (empty() && !verb_) return accept();  // behind a particle: "وفقا للوزارة"
    const bool bi = token.has(proclitic::bi) && !token.has(proclitic::al);
    if (empty() && bi && token.mention != none && !leads_complement(complement::bi)) return accept();
    if (empty() || token.conjunction()) return none;
    if (token.has(proclitic::bi)) {
      if (leads_complement(complement::bi) && !(token.is(speech::body) && clause_later())) return none;
      constexpr uint32_t circumstances = speech::mute | speech::platform | speech::content | speech::saying |
                                         speech::adverb | speech::time | speech::preposition | speech::particle;
      return token.has(proclitic::al) || token.mention != none || !token.is(circumstances) ? accept() : none;
    }
    if (token.has(proclitic::ka)) return none;
    const Range relay = read_relay(context_, at_, limit_);
    if (token.is(speech::audience) || (!relay.empty() && !heads_the_medium(relay))) return none;
    if (!relay.empty()) return leap(relay.last);
    const bool definite_behind =
        at_ + 1 < limit_ && (stream_[at_ + 1].has(proclitic::al) || stream_[at_ + 1].noun_of_source());
    const bool belongs = token.has(proclitic::al) || token.mention != none || token.noun_of_source() || definite_behind;
    return belongs ? accept() : none;
  }

  // "المدير العام لقناة «المدى» سالم الوادي": behind an office without a name, with the name behind the medium.
  bool heads_the_medium(const Range& relay) const {
    if (!stream_[first_].is(speech::role) || relay.last >= limit_) return false;
    for (uint32_t at = first_; at < at_; ++at) {
      if (stream_[at].mention != none) return false;
    }
    const uint32_t behind = stream_[relay.last].comma() ? relay.last + 1 : relay.last;
    if (behind >= limit_) return false;
    const Token& next = stream_[behind];
    const bool person = next.mention != none && stream_.document->mentions[next.mention].type == MentionType::person;
    return person || next.name_word || next.is(speech::role);
  }

  // أن is still to come, so that a joined ب here does not lead the content.
  bool clause_later() const {
    for (uint32_t at = at_ + 1; at < limit_; ++at) {
      if (stream_[at].comma() || stream_[at].form) return false;
      if (stream_[at].is(speech::complementizer)) return !stream_[at - 1].is(speech::subordinator);
    }
    return false;
  }

  uint32_t step_over_conjunction(const Token& token) {
    if (empty()) return none;
    if (token.has(proclitic::fa)) return none;
    const bool source = token.noun_of_source() || token.mention != none || token.has(proclitic::al);
    if (!source && !stream_[at_ - 1].has(proclitic::al))
      return token.classes == 0 && token.core == unknown_form ? accept() : none;
    return source ? accept() : none;
  }

  bool begins_content(const Token& token) const {
    const bool noun = token.mention == none && begins_nominal_content(stream_, at_);
    if (empty()) return verb_ && verb_->noun && noun && !token.noun_of_source() && !token.has(proclitic::al);
    if (!closed_ || token.mention != none) return false;
    if (noun && (!token.has(proclitic::al) || (verb_ && verb_->noun))) return true;
    const bool after_mention = before().mention != none && token.mention == none;
    if (!verb_ || !(verb_->object || verb_->informs)) return false;
    if (token.noun_of_source() && !token.has(proclitic::al)) {
      // Behind a name an office is an apposition, behind an office it is somebody else.
      return !(token.is(speech::role) && !before().has(proclitic::al) && before().arabic);
    }
    if (token.has(proclitic::al)) {
      if (before().has(proclitic::al))
        return token.is(speech::body | speech::audience | speech::unnamed) || plural_object(at_);
      return after_mention || !joins_names(at_ - 1);
    }
    return false;
  }

  bool plural_object(uint32_t at) const { return stream_.folded(at).ends_with("ين"); }

  // "عبد الرزاق", "أبو الخير", "آل نهيان".
  bool joins_names(uint32_t at) const { return stream_[at].is(speech::name_part) || stream_[at].noun_of_source(); }

  const TokenStream& stream_;
  const PhraseContext& context_;
  uint32_t first_, at_, limit_;
  const SpeechVerb* verb_;
  bool closed_ = false;
};

}  // namespace

bool is_preposition(const TokenStream& stream, uint32_t at) {
  const Token& token = stream[at];
  if (!token.is(speech::preposition)) return false;
  // "علي" folds like "على": behind a name, written with the dotted ya, it is a name.
  const bool dotted = stream.folded(at) == "علي" && stream.bytes(at).ends_with("ي");
  const bool behind_name = at > 0 && stream[at - 1].arabic && stream[at - 1].classes == 0 && !stream[at - 1].form;
  return !(dotted && (token.mention != none || behind_name));
}

bool is_verb(const TokenStream& stream, uint32_t at) {
  const Token& token = stream[at];
  if (token.form && token.form->tense != SpeechTense::participle) return true;
  return token.is(speech::act);
}

bool begins_nominal_content(const TokenStream& stream, uint32_t at) {
  const Token& token = stream[at];
  if (!token.arabic) return stream.word(at).kind == WordKind::digits;
  if (token.has(proclitic::preposition)) return false;
  if (token.is(speech::content)) return true;
  if (token.classes != 0 || token.form) return false;
  std::string_view folded = stream.folded(at);
  constexpr size_t letters_at_least = 4;  // "نموا", and no adverb in ـيا
  const bool accusative = folded.ends_with("ا") && !folded.ends_with("يا") && !token.has(proclitic::al) &&
                          token.mention == none && folded.size() >= letters_at_least * letter;
  if (accusative && stream.word(at).pos == PartOfSpeech::noun && !token.name_word) return true;
  if (token.conjunction()) folded.remove_prefix(2);
  if (token.has(proclitic::al)) folded.remove_prefix(4);
  return stream.lexicon->verbal_noun_shape(folded);
}

uint32_t behind_parenthesis(const TokenStream& stream, uint32_t at, uint32_t limit) {
  constexpr uint32_t words_at_most = 25;
  const Token& open = stream[at];
  const uint32_t end = std::min(limit, at + words_at_most);
  for (uint32_t next = at + 1; next < end; ++next) {
    const Token& token = stream[next];
    if (open.mark == U'(' && token.mark == U')') return next + 1;
    if (open.mark == U'[' && token.mark == U']') return next + 1;
    if (open.dash() && token.dash()) return next + 1;
  }
  return none;
}

Range read_phrase(const PhraseContext& context, uint32_t first, uint32_t limit, const SpeechVerb* verb) {
  return PhraseReader(context, first, limit, verb).read();
}

bool names_nobody(const PhraseContext& context, const Range& phrase) {
  if (phrase.empty()) return false;
  const TokenStream& stream = context.stream;
  const Token& head = stream[phrase.first];
  if (!head.arabic || head.mention != none || head.noun_of_source()) return false;
  if (head.is(speech::mute | speech::content | speech::platform)) return true;
  if (head.name_word) return false;
  const std::string_view folded = stream.folded(phrase.first);
  if (folded.ends_with("ون") || (head.has(proclitic::al) && folded.ends_with("ين"))) return false;  // people
  for (uint32_t at = phrase.first + 1; at < phrase.last; ++at) {  // "فلان الفلاني مدير الميناء"
    const Token& before = stream[at - 1];
    const bool complete = before.has(proclitic::al) || before.mention != none || before.name_word ||
                          stream.word(at - 1).pos == PartOfSpeech::unknown;
    const bool full_name = at > phrase.first + 1 && stream[at].has(proclitic::al);
    if ((complete || full_name) && stream[at].is(speech::role) && !stream[at].has(proclitic::preposition)) return false;
  }
  const PartOfSpeech pos = stream.word(phrase.first).pos;
  return pos == PartOfSpeech::noun || pos == PartOfSpeech::adjective || pos == PartOfSpeech::verb ||
         pos == PartOfSpeech::pronoun;
}

bool can_speak(const PhraseContext& context, const Range& phrase) {
  if (phrase.empty()) return false;
  const TokenStream& stream = context.stream;
  const bool counted = stream.word(phrase.first).kind == WordKind::digits && phrase.size() > 1;  // "3 شهود"
  const Token& head = stream[phrase.first + (counted ? 1 : 0)];
  if (head.is(speech::mute) && !head.noun_of_source()) return false;
  if (head.noun_of_source()) return true;
  if (head.mention == none && begins_nominal_content(stream, phrase.first)) return false;
  for (uint32_t at = phrase.first; at < phrase.last && at < phrase.first + 6; ++at) {
    if (stream[at].mention != none && (at == phrase.first || !stream[at].has(proclitic::preposition))) return true;
  }
  return false;
}

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
