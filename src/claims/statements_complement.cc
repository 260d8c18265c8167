#include "claims/statements_complement.h"

#include "base/utf8.h"

namespace isnad {
namespace {

constexpr uint32_t search_words_at_most = 45;

class ComplementSearch {
 public:
  ComplementSearch(const PhraseContext& context, uint32_t from, uint32_t limit, const SpeechVerb& verb)
      : stream_(context.stream),
        context_(context),
        verb_(verb),
        from_(from),
        at_(from),
        limit_(std::min(limit, from + search_words_at_most)),
        sentence_end_(limit) {}

  std::optional<Complement> run() {
    while (at_ < limit_) {
      if (found_here()) return std::move(result_);
      if (!skip_one()) return std::nullopt;
    }
    return std::nullopt;
  }

 private:
  bool set(uint32_t first, ContentKind kind) {
    while (first < sentence_end_ && stream_[first].comma()) ++first;
    if (first >= sentence_end_) return false;
    result_.first = first;
    result_.first_byte = stream_.word(first).span.start;
    result_.kind = kind;
    result_.loose = loose_;
    return true;
  }

  bool found_here() {
    const Token& token = stream_[at_];
    if (token.is(speech::complementizer)) return found_clause();
    if (token.mark == U':') return found_colon();
    if (const Quotation* quotation = context_.quotations.opened_by(at_)) {
      constexpr uint32_t words_of_a_name = 5;
      const bool short_quote = quotation->closed && quotation->end - quotation->open - 2 <= words_of_a_name;
      if ((short_quote || quotes_a_name(stream_, *quotation)) && content_later(quotation->end)) return false;
      const uint32_t inner = quotation->open + 1;  // "في الدقيقة «20»"
      const bool number = inner + 2 == quotation->end && stream_.word(inner).kind == WordKind::digits;
      if (verb_.words && !number) return set(at_, ContentKind::words);
      return at_ == from_ && (verb_.noun || verb_.object) && needed_word_follows() && set(at_, ContentKind::noun);
    }
    if (!token.arabic && stream_.word(at_).kind != WordKind::digits) return false;
    if (verb_.weak) return false;
    const auto form = [&](uint32_t k) { return stream_.phrase_form(at_ + k, limit_); };
    if (stream_.lexicon->particles.longest(form)) return false;
    return found_prepositional(token) || found_noun(token);
  }

  // A clause with أن, a colon or another quotation is still to come.
  bool content_later(uint32_t from) const {
    constexpr uint32_t words_at_most = 30;
    const uint32_t end = std::min(limit_, from + words_at_most);
    for (uint32_t at = from; at < end; ++at) {
      if (stream_[at].is(speech::complementizer) || stream_[at].mark == U':' || context_.quotations.opened_by(at))
        return true;
      if (stream_[at].form && !stream_[at - 1].is(speech::relative)) return false;
    }
    return false;
  }

  bool found_clause() {
    // "بعد أن", "يمكن أن": another clause than the one that is said.
    if (at_ > from_ && stream_[at_ - 1].is(speech::subordinator)) return false;
    // "على أن تبدأ": so does a preposition that the verb does not govern.
    const uint8_t led = at_ > from_ ? stream_.lexicon->complement_of(stream_[at_ - 1].plain) : 0;
    if (led != 0 && ((verb_.prepositions | verb_.object_prepositions) & led) == 0) return false;
    if (!verb_.clause && !verb_.document && verb_.prepositions == 0) return false;
    uint32_t first = at_ + 1;
    if (first < sentence_end_ && stream_[first].mark == U':') ++first;
    return set(first, ContentKind::clause);
  }

  bool found_colon() {
    uint32_t first = at_ + 1;
    const auto digits = [&](uint32_t at) { return stream_.word(at).kind == WordKind::digits; };
    if (at_ > from_ && first < sentence_end_ && digits(at_ - 1) && digits(first)) return false;  // "49: 12"
    if (!verb_.words && !verb_.clause) return false;
    if (first < sentence_end_ && stream_[first].is(speech::complementizer)) {
      ++first;
      return set(first, ContentKind::clause);
    }
    if (first >= sentence_end_ && first < stream_.size() && context_.quotations.opened_by(first)) {
      sentence_end_ = context_.quotations.opened_by(first)->end;  // the words stand in the next paragraph
    }
    return set(first, ContentKind::words);
  }

  // The same preposition with أن behind it is still to come: what stands here is a circumstance.
  bool clause_later(FormId preposition) const {
    for (uint32_t at = at_ + 1; at + 1 < limit_; ++at) {
      if (stream_[at].comma() && at + 1 < limit_ && stream_[at + 1].form) return false;
      if (stream_[at].plain == preposition && stream_[at + 1].is(speech::complementizer)) return true;
    }
    return false;
  }

  // "بأن" or "أن" is still to come in this clause.
  bool clause_with_bi_later() const {
    for (uint32_t at = at_ + 1; at < limit_; ++at) {
      if (stream_[at].comma() || stream_[at].form) return false;
      if (stream_[at].is(speech::complementizer)) return !stream_[at - 1].is(speech::subordinator);
    }
    return false;
  }

  bool found_prepositional(const Token& token) {
    if (loose_ > 0) return false;
    if (at_ + 1 < sentence_end_ && is_preposition(stream_, at_)) {
      const uint8_t bit = stream_.lexicon->complement_of(token.plain);
      const Token& next = stream_[at_ + 1];
      if (bit == 0 || (verb_.prepositions & bit) == 0) return false;
      if (next.is(speech::complementizer)) {
        ++at_;
        return found_clause();
      }
      if (next.is(speech::media | speech::media_name | speech::time) || next.time_end != 0) return false;
      if (next.is(speech::platform) && !next.is(speech::content)) return false;
      if (clause_later(token.plain)) return false;
      return set(at_ + 1, ContentKind::noun);
    }
    if ((verb_.prepositions & complement::ila) != 0 && token.has(proclitic::li) &&
        !token.is(speech::audience | speech::media | speech::media_name) && !clause_with_bi_later()) {
      if (!set(at_, ContentKind::noun)) return false;
      result_.first_byte = byte_behind_clitics(stream_, at_, true);
      return true;
    }
    if ((verb_.prepositions & complement::bi) == 0) return false;
    if (stream_.folded(at_) == "ب" && at_ + 1 < sentence_end_) return set(at_ + 1, ContentKind::noun);
    if (!token.has(proclitic::bi) || token.is(speech::saying | speech::adverb) || token.is(speech::preposition))
      return false;
    if (token.is(speech::body) && clause_with_bi_later()) return false;
    if (!set(at_, ContentKind::noun)) return false;
    result_.first_byte = byte_behind_clitics(stream_, at_, true);
    return true;
  }

  bool needed_word_follows() const {
    if (verb_.needs.empty()) return true;
    constexpr uint32_t words_at_most = 12;
    const uint32_t end = std::min(sentence_end_, at_ + words_at_most);
    for (uint32_t at = at_; at < end && (at == at_ || !is_verb(stream_, at)); ++at) {
      for (const FormId needed : verb_.needs) {
        const bool led = stream_[at].has(proclitic::preposition);  // "المتهم بقتل"
        if (!led && (stream_[at].plain == needed || stream_[at].core == needed)) return true;
      }
    }
    return false;
  }

  bool object_preposition_follows() const {
    if (verb_.object_prepositions == 0) return true;
    const uint32_t end = std::min(sentence_end_, at_ + 40);
    for (uint32_t at = at_; at < end; ++at) {
      const Token& token = stream_[at];
      if ((verb_.object_prepositions & complement::bi) != 0 &&
          (token.has(proclitic::bi) || stream_.folded(at) == "ب" || stream_.folded(at).starts_with("بان")))
        return true;
      if ((verb_.object_prepositions & complement::ila) != 0 && token.has(proclitic::li)) return true;  // "للإسراع"
      if (token.is(speech::preposition) &&
          (verb_.object_prepositions & stream_.lexicon->complement_of(token.plain)) != 0)
        return true;
    }
    return false;
  }

  bool found_noun(const Token& token) {
    if (is_preposition(stream_, at_) || token.time_end != 0 ||
        token.is(speech::time | speech::adverb | speech::saying | speech::relative))
      return false;
    if (token.has(proclitic::preposition) || token.conjunction()) return false;
    const bool near = at_ == from_ || !token.has(proclitic::al);
    if (verb_.noun && near && begins_nominal_content(stream_, at_) && needed_word_follows())
      return set(at_, ContentKind::noun);
    if (!verb_.object || is_verb(stream_, at_) || loose_ > 0) return false;
    if (!needed_word_follows() || !object_preposition_follows()) return false;
    return set(at_, ContentKind::noun);
  }

  // Passes one circumstance between speaker and content; false where the clause ends here.
  bool skip_one() {
    const Token& token = stream_[at_];
    const auto form = [&](uint32_t k) { return stream_.phrase_form(at_ + k, limit_); };
    if (stream_.folded(at_) == "ل" && at_ + 1 < limit_) return skip_addressed_name();
    if (const auto particle = stream_.lexicon->particles.longest(form)) return skip_particle(*particle);
    if (token.comma()) return skip_comma();
    if (token.mark == U'(' || token.dash()) return skip_parenthesis();
    if (token.mark != 0) return token.mark == U'.' ? false : (++at_, true);
    if (const Quotation* name = context_.quotations.opened_by(at_)) return at_ = name->end, true;
    if (token.time_end > at_) return at_ = token.time_end, true;
    if (const Range relay = read_relay(context_, at_, limit_); !relay.empty() && takes_relay(token)) {
      result_.relays.push_back(relay);
      at_ = relay.last;
      return true;
    }
    if (is_preposition(stream_, at_)) return skip_preposition();
    if (token.is(speech::relative)) in_relative_ = true;
    if (token.is(speech::negation) && at_ + 1 < limit_) return in_relative_ = true, at_ += 2, true;  // "لم تذكر اسمه"
    if (token.form && !token.is(speech::saying)) {
      if (!in_relative_ || token.form->tense == SpeechTense::participle)
        return token.noun_of_source() ? (++at_, true) : false;
    } else if (is_verb(stream_, at_)) {
      in_relative_ = true;
    } else if (!in_relative_ && !token.is(speech::time | speech::adverb | speech::saying) &&
               !token.has(proclitic::preposition)) {
      ++loose_;
    }
    ++at_;
    return loose_ < 14;
  }

  // A medium here is a relay where it is addressed ("لرويترز", "إلى مجلة", "مع وكالة"), not where it is a place.
  bool takes_relay(const Token& token) const {
    if (token.has(proclitic::li) || verb_.informs) return true;
    if (in_relative_) return false;  // "البرنامج الذي يبث عبر إذاعة"
    if (at_ == from_ || !is_preposition(stream_, at_ - 1)) return false;
    return stream_[at_ - 1].is(speech::via);
  }

  // "لـ«المدى»": a name in quotation marks that is spoken to is a medium.
  bool skip_addressed_name() {
    const Quotation* name = context_.quotations.opened_by(at_ + 1);
    const uint32_t mention = name ? stream_[name->open + 1].mention : none;
    const bool other = mention != none && stream_.document->mentions[mention].known_id.starts_with("org:");
    if (name && name->closed && name->end <= limit_ && other) return at_ = name->end, true;  // "التابعة لـ«الجبهة»"
    if (name && name->closed && name->end <= limit_) {
      result_.relays.push_back({at_ + 1, name->end});
      at_ = name->end;
      return true;
    }
    const Range relay = read_relay(context_, at_ + 1, limit_);
    if (!relay.empty()) result_.relays.push_back(relay);
    at_ = std::max(at_ + 1, relay.last);
    return true;
  }

  bool skip_particle(const PhraseTrie::Match& match) {
    const auto role = static_cast<ParticleRole>(match.value);
    const uint32_t behind = at_ + match.words;
    if (role == ParticleRole::discourse) return at_ = behind, true;
    if ((role == ParticleRole::reported || role == ParticleRole::joining) && behind < limit_ && !stream_[behind].form)
      return at_ = behind, in_relative_ = true;
    if (role == ParticleRole::according) return skip_according(behind);
    if (role != ParticleRole::tongue && role != ParticleRole::citing) return false;
    const Range phrase = read_phrase(context_, behind, limit_, nullptr);
    if (phrase.empty()) return false;
    (role == ParticleRole::tongue ? result_.tongue : result_.cited) = phrase;
    at_ = phrase.last;
    return true;
  }

  // "أوصى المدير، بحسب البيان، بـ": the report has it from the one between the commas.
  bool skip_according(uint32_t behind) {
    const Range phrase = read_phrase(context_, behind, limit_, nullptr);
    if (phrase.empty() || phrase.last >= limit_) return false;
    if (!stream_[phrase.last].comma() && !stream_[phrase.last].is(speech::complementizer)) return false;
    if (!content_later(phrase.last) && verb_.prepositions == 0) return false;
    result_.relays.push_back(phrase);
    at_ = phrase.last;
    return true;
  }

  bool skip_comma() {
    if (at_ + 1 < limit_) {
      const Token& next = stream_[at_ + 1];
      if (next.participle() && !next.noun_of_source()) return false;
      if (next.conjunction() && is_verb(stream_, at_ + 1)) return false;
      if (next.is(speech::starter)) return false;
    }
    ++at_;
    return true;
  }

  bool skip_parenthesis() {
    const uint32_t behind = behind_parenthesis(stream_, at_, limit_);
    if (behind == none) return ++at_, true;
    for (uint32_t at = at_ + 1; at + 1 < behind; ++at) {
      const auto form = [&](uint32_t k) { return stream_.phrase_form(at + k, behind - 1); };
      const auto particle = stream_.lexicon->particles.longest(form);
      if (particle && static_cast<ParticleRole>(particle->value) == ParticleRole::citing) {
        result_.cited = read_phrase(context_, at + particle->words, behind - 1, nullptr);
        break;
      }
    }
    at_ = behind;
    return true;
  }

  bool skip_preposition() {
    ++at_;
    if (at_ >= limit_) return false;
    const Token& next = stream_[at_];
    if (next.is(speech::complementizer)) return true;
    if (next.is(speech::platform)) {
      at_ = std::max(at_ + 1, read_phrase(context_, at_, limit_, &verb_).last);
      return true;
    }
    if (!read_relay(context_, at_, limit_).empty() || next.time_end != 0) return true;
    const Range phrase = read_phrase(context_, at_, limit_, &verb_);
    if (!phrase.empty()) at_ = phrase.last;
    return true;
  }

  const TokenStream& stream_;
  const PhraseContext& context_;
  const SpeechVerb& verb_;
  uint32_t from_, at_, limit_, sentence_end_;
  uint32_t loose_ = 0;
  bool in_relative_ = false;
  Complement result_;
};

}  // namespace

std::optional<Complement> find_complement(const PhraseContext& context, uint32_t from, uint32_t limit,
                                          const SpeechVerb& verb) {
  return ComplementSearch(context, from, limit, verb).run();
}

uint32_t byte_behind_clitics(const TokenStream& stream, uint32_t at, bool preposition) {
  const Token& token = stream[at];
  const Span span = stream.word(at).span;
  uint32_t byte = span.start;
  const auto skip_letter = [&] { byte += code_point_at(stream.document->text, byte).size; };
  if (token.conjunction()) skip_letter();
  // The article keeps its lam in "لل" with the preposition.
  if (preposition && token.has(proclitic::bi | proclitic::ka | proclitic::li)) skip_letter();
  while (byte < span.end && code_point_at(stream.document->text, byte).value == 0x0640) skip_letter();
  return byte < span.end ? byte : span.start;
}

}  // namespace isnad
