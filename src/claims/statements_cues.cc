#include "claims/statements_cues.h"

#include <string_view>
#include <unordered_set>

#include "claims/statements_clauses.h"
#include "claims/statements_complement.h"
#include "claims/statements_headlines.h"
#include "claims/statements_particles.h"

namespace isnad {
namespace {

class CueReader {
 public:
  explicit CueReader(const PhraseContext& context) : context_(context), stream_(context.stream) {
    for (uint32_t at = 0; at < stream_.size(); ++at) {
      const uint32_t mention = stream_[at].mention;
      if (mention != none && stream_.document->mentions[mention].type == MentionType::person &&
          stream_[at].classes == 0)
        spoken_.insert(stream_.folded(at));
    }
  }

  void read_line(const Range& line, bool headline) {
    uint32_t at = line.first;
    if (headline) {
      if (auto cue = read_headline(context_, line)) {
        at = cue->first;
        cues_.push_back(std::move(*cue));
      }
    }
    while (at < line.last) {
      const uint32_t behind = read_at(at);
      at = std::max(at + 1, behind);
    }
  }

  std::vector<Cue> take() { return std::move(cues_); }

 private:
  // Reads the cue that begins here; gives the token to go on with.
  uint32_t read_at(uint32_t at) {
    const Token& token = stream_[at];
    const uint32_t limit = stream_.sentence_end[at];
    const auto form = [&](uint32_t k) { return stream_.phrase_form(at + k, limit); };
    if (const auto particle = stream_.lexicon->particles.longest(form)) {
      const uint32_t behind = at + particle->words;
      const auto role = static_cast<ParticleRole>(particle->value);
      if (role == ParticleRole::discourse) return behind;
      const bool verb_follows = role == ParticleRole::reported || role == ParticleRole::joining;
      auto cue = verb_follows ? read_reported(context_, {at, behind}, role == ParticleRole::joining)
                              : read_according(context_, {at, behind});
      return cue ? finish(std::move(*cue)) : behind;
    }
    if (token.mention != none) return at + 1;
    if (!token.form) return token.is(speech::act) ? read_subject(at, limit) : at + 1;
    return token.participle() ? read_participle(at, limit) : read_verb(at, limit);
  }

  // "شكر الوزير ..., داعيا إلى": the subject of an act can be the speaker of what follows.
  uint32_t read_subject(uint32_t at, uint32_t limit) {
    if (is_noun_here(at) || in_construct(at) || stream_[at].has(proclitic::al)) return at + 1;
    const Range phrase = read_phrase(context_, at + 1, limit, &subject_of_act_);
    if (!can_speak(context_, phrase) && !has_spoken(phrase)) return at + 1;
    return note_subject(at, phrase);
  }

  uint32_t note_subject(uint32_t at, const Range& phrase) {
    const Token& head = stream_[phrase.first];
    // A quantity of things is an object ("قدم الكثير من الطرائف"), and so is an office in the accusative ("عين وزيرا").
    bool people = !head.is(speech::unnamed | speech::quantifier) || head.is(speech::role);
    const bool counted = phrase.size() > 2 && is_preposition(stream_, phrase.first + 1);  // "عدد من السكان"
    for (uint32_t word = phrase.first + 2; counted && word < phrase.last && !people; ++word)
      people = stream_[word].is(speech::role | speech::body);
    const bool accusative = head.is(speech::role) && head.mention == none && !head.has(proclitic::al) &&
                            stream_.folded(phrase.first).ends_with("ا");
    if (!people || accusative) return at + 1;
    Cue cue;
    cue.kind = CueKind::subject;
    cue.form = stream_[at].form;
    cue.words = {at, at + 1};
    cue.speaker = phrase;
    cue.boundary = at;
    cues_.push_back(std::move(cue));
    return at + 1;
  }

  // True where a word of the phrase stood in the name of an earlier speaker.
  bool has_spoken(const Range& phrase) const {
    for (uint32_t at = phrase.first; at < phrase.last; ++at) {
      if (stream_[at].classes == 0 && spoken_.contains(stream_.folded(at))) return true;
    }
    return false;
  }

  // --- verbs
  // "جريمة حرق السوق": behind an indefinite noun the act is a verbal noun in construct with it.
  bool in_construct(uint32_t at) const {
    if (at == 0 || at == stream_.sentence_start[at] || stream_[at].conjunction()) return false;
    const Token& before = stream_[at - 1];
    return before.arabic && before.mention == none && !before.form && !before.has(proclitic::al) &&
           !before.is(speech::adverb | speech::time) && before.time_end <= at - 1 &&
           stream_.word(at - 1).pos == PartOfSpeech::noun && stream_.word(at - 1).enclitic_bytes == 0;
  }

  bool is_noun_here(uint32_t at) const {
    if (at == 0 || at == stream_.sentence_start[at]) return false;
    const Token& before = stream_[at - 1];
    if (before.is(speech::negation)) return true;
    // No verb stands behind a verb without a conjunction: "يتضمن كشف الأسماء".
    const bool perfect = stream_[at].form && stream_[at].form->tense == SpeechTense::perfect;
    if (perfect && !stream_[at].conjunction() && before.is(speech::act) && !before.noun_of_source()) return true;
    return is_preposition(stream_, at - 1);
  }

  uint32_t read_verb(uint32_t at, uint32_t limit) {
    const Token& token = stream_[at];
    const SpeechVerb& verb = *context_.verb_of(at);
    if (is_noun_here(at) || token.is(speech::adverb)) return at + 1;  // "ردا على"
    // "رأي" is a noun and "دعي" a passive where the perfect ends in ى.
    const bool dotted = verb.lemma.ends_with("ى") && stream_.bytes(at).ends_with("ي");
    if (dotted && token.form->tense == SpeechTense::perfect) return at + 1;
    const bool named = verb.passive && verb.ends_in_ya && stream_.bytes(at).ends_with("ى");  // "ويدعى فلانا"
    if (named && token.form->tense == SpeechTense::imperfect) return at + 1;
    if (is_first_person(stream_, at, verb)) return at + 1;
    Cue cue;
    cue.form = token.form;
    cue.verb = &verb;
    cue.words = {at, at + 1};
    uint32_t from = at + 1;
    while (from < limit && stream_[from].is(speech::saying)) cue.words.last = ++from;
    if (at > 0 && token.form->tense == SpeechTense::imperfect && stream_[at - 1].is(speech::complementizer))
      return at + 1;
    if ((token.is(speech::preposition) || verb.weak) && !token.conjunction() && !begins_clause(stream_, at))
      return at + 1;
    if (verb.document) return read_document(std::move(cue), from, limit);
    if (verb.relays) return read_relayed(std::move(cue), from, limit);
    const bool subject_inside =
        token.form->number != SpeechNumber::singular && token.form->tense != SpeechTense::participle;
    Range phrase{from, from};
    if (!subject_inside) phrase = subject_behind(context_, from, limit, verb);
    if (!token.conjunction() && subject_first(cue, limit)) return finish(std::move(cue));
    if (!phrase.empty() && is_object(phrase, verb)) phrase = {from, from};
    if (refused(phrase, verb, limit)) return at + 1;
    if (!phrase.empty() && speaker_then_content(cue, phrase, limit)) return finish(std::move(cue));
    if (content_without_speaker(cue, from, limit)) return finish(std::move(cue));
    // "وهو ما أكدته فلانة": who speaks elsewhere can be meant by what follows.
    return can_speak(context_, phrase) ? note_subject(at, phrase) : at + 1;
  }

  // The verb as its complement is searched: where a suffix is the object, the object's preposition leads the content.
  SpeechVerb complement_verb(const Cue& cue) const {
    SpeechVerb verb = *cue.verb;
    if (cue.form->object_suffix) {
      verb.prepositions |= verb.object_prepositions;
      verb.object = verb.prepositions == 0 && verb.object;
    }
    return verb;
  }

  // Behind أنّ and in headlines the subject stands before the verb, also where a noun follows that could speak.
  bool subject_first(Cue& cue, uint32_t limit) {
    const uint32_t at = cue.words.first;
    const Range subject = subject_before(context_, at);
    if (subject.empty()) return false;
    // "وكان المدير أعلن أن": behind another verb a perfect without a conjunction has its subject before it.
    const bool nested = subject.first > 0 && stream_[subject.first - 1].is(speech::complementizer | speech::act);
    if (!nested && cue.form->tense != SpeechTense::imperfect) return false;
    const SpeechVerb verb = complement_verb(cue);
    auto found = find_complement(context_, cue.words.last, limit, verb);
    const uint32_t from = cue.words.last;
    if (!found && cue.verb->noun && from < limit && stream_[from].has(proclitic::al) &&
        !stream_[from].has(proclitic::preposition)) {
      found = noun_at(from);
    }
    if (!found || found->first - from > 12 || (found->loose > 2 && !verb.informs)) return false;
    if (found->kind == ContentKind::noun && is_passive(stream_, cue, subject)) return false;
    cue.speaker = subject;
    cue.subject_before = true;
    return take(cue, *found);
  }

  Complement noun_at(uint32_t at) const {
    Complement found;
    found.first = at;
    found.first_byte = stream_.word(at).span.start;
    found.kind = ContentKind::noun;
    return found;
  }

  // True where the noun behind the verb cannot speak, so that the verb has another meaning: told by what follows a verb
  // that is said of persons and papers only with words or a clause behind it.
  bool refused(const Range& phrase, const SpeechVerb& verb, uint32_t limit) const {
    if (phrase.empty() || !names_nobody(context_, phrase)) return false;
    if (can_speak(context_, phrase) || has_spoken(phrase)) return false;
    if (verb.noun && !stream_[phrase.first].has(proclitic::al)) return false;  // "أكد عزم الحكومة": the content
    if (!verb.clause || !verb.words || verb.noun || verb.prepositions != 0 || verb.weak) return true;
    const auto found = find_complement(context_, phrase.last, limit, verb);
    return found && found->loose > 0;
  }

  // "وحض السكان المقيمين على": a sound plural in the accusative is the object, and the speaker is not named.
  bool is_object(const Range& phrase, const SpeechVerb& verb) const {
    const Token& head = stream_[phrase.first];
    constexpr size_t bytes_at_least = 16;  // article and six letters: "الأمين" is no plural
    const std::string_view folded = stream_.folded(phrase.first);
    const bool counted = phrase.size() > 2 && is_preposition(stream_, phrase.first + 1);  // "عدد من السكان"
    if (verb.object && head.is(speech::quantifier) && !counted) return true;  // "دعت جميع مواطنيها إلى"
    return verb.object && head.has(proclitic::al) && head.mention == none && folded.size() >= bytes_at_least &&
           folded.ends_with("ين");
  }

  // "اتهم المدير الشركة بالتأخير": speaker and object are both definite and stand together. The object is the noun
  // that the verb needs, or the last noun before the preposition of the object, with its adjectives.
  bool object_in_phrase(Cue& cue, const Range& phrase, uint32_t limit) {
    const SpeechVerb& verb = *cue.verb;
    if (phrase.size() < 2) return false;
    if (!verb.object) return verb.noun && noun_in_phrase(cue, phrase);
    uint32_t at = phrase.last;
    if (!verb.needs.empty()) {
      at = phrase.first + 1;
      while (at < phrase.last && !holds_needed_word(stream_, {at, at + 1}, verb)) ++at;
    } else {
      const bool led = phrase.last < limit && leads_object(phrase.last, verb);
      if (!led && verb.object_prepositions != 0) return false;
      --at;
      while (at > phrase.first + 1 && is_relational(at)) --at;
    }
    if (at >= phrase.last || at == phrase.first || !stream_[at].has(proclitic::al)) return false;
    cue.speaker = {phrase.first, at};
    if (!can_speak(context_, cue.speaker) && !has_spoken(cue.speaker)) return false;
    return take(cue, noun_at(at));
  }

  // "أكدت المصادر هرب المسلحين": behind a definite noun an indefinite one with its complement begins the content.
  bool noun_in_phrase(Cue& cue, const Range& phrase) {
    for (uint32_t at = phrase.first + 1; at + 1 < phrase.last; ++at) {
      const Token& token = stream_[at];
      if (!stream_[at - 1].has(proclitic::al) || !token.arabic || token.mention != none || token.has(0xff)) continue;
      if (token.classes != 0 || !(stream_[at + 1].has(proclitic::al) || stream_[at + 1].mention != none)) continue;
      cue.speaker = {phrase.first, at};
      return can_speak(context_, cue.speaker) && take(cue, noun_at(at));
    }
    return false;
  }

  bool leads_object(uint32_t at, const SpeechVerb& verb) const {
    const Token& token = stream_[at];
    if ((verb.object_prepositions & complement::bi) != 0 && token.has(proclitic::bi)) return true;
    return (verb.object_prepositions & stream_.lexicon->complement_of(token.plain)) != 0;
  }

  // A definite adjective of relation ("الوطنية") behind another definite word.
  bool is_relational(uint32_t at) const {
    const std::string_view folded = stream_.folded(at);
    return stream_[at].has(proclitic::al) && stream_[at - 1].has(proclitic::al) &&
           (folded.ends_with("ي") || folded.ends_with("يه"));
  }

  bool speaker_then_content(Cue& cue, const Range& phrase, uint32_t limit) {
    const SpeechVerb verb = complement_verb(cue);
    const auto found = find_complement(context_, phrase.last, limit, verb);
    if (!found) return object_in_phrase(cue, phrase, limit);
    if (found->kind == ContentKind::noun && is_passive(stream_, cue, phrase)) return false;
    const bool known = can_speak(context_, phrase) || has_spoken(phrase);
    if (!known && stream_[phrase.first].is(speech::mute)) return false;
    if (!known && found->kind == ContentKind::noun &&
        (cue.verb->passive || holds_needed_word(stream_, phrase, *cue.verb)))
      return false;
    if (!known && found->loose > 2) return false;
    cue.speaker = phrase;
    return take(cue, *found);
  }

  bool take(Cue& cue, const Complement& found) {
    if (cue.form && cue.form->object_suffix && cue.verb->clause && !cue.verb->object &&
        found.kind != ContentKind::clause)
      return false;
    cue.first = found.first;
    cue.first_byte = found.first_byte;
    cue.content = found.kind;
    cue.relays.insert(cue.relays.end(), found.relays.begin(), found.relays.end());
    if (!found.cited.empty()) {
      cue.relays.push_back(cue.speaker);
      cue.speaker = found.cited;
    }
    if (!found.tongue.empty()) cue.relays.push_back(found.tongue);
    return true;
  }

  // The speaker stands before the verb, or is the one of the sentence before.
  bool content_without_speaker(Cue& cue, uint32_t from, uint32_t limit) {
    const SpeechVerb verb = complement_verb(cue);
    const auto found = find_complement(context_, from, limit, verb);
    if (!found) return false;
    const uint32_t gap = found->first - from;
    if (gap > 12 || found->loose > 2) return false;
    const uint32_t at = cue.words.first;
    const bool conjunction = stream_[at].conjunction();
    if (cue.form->tense == SpeechTense::imperfect && cue.verb->passive && cue.form->number == SpeechNumber::singular &&
        subject_before(context_, at).empty()) {
      return false;
    }
    // "وتبين أن": nobody is meant.
    if (cue.form->tense == SpeechTense::imperfect && cue.verb->weak && subject_before(context_, at).empty())
      return false;
    if (!conjunction) {
      const Range subject = subject_before(context_, at);
      if (!subject.empty()) {
        if (found->kind == ContentKind::noun && is_passive(stream_, cue, subject)) return false;
        cue.speaker = subject;
        cue.subject_before = true;
        return take(cue, *found);
      }
      if (at > 0 && stream_[at - 1].is(speech::relative)) {
        cue.speaker = antecedent_before(context_, at - 1);
        cue.relative = cue.speaker.empty();
        if (cue.relative) return cue.form->object_suffix && take(cue, *found);
        cue.subject_before = true;
        return found->kind != ContentKind::noun && take(cue, *found);
      }
      if (!begins_clause(stream_, at)) return false;
      if (cue.form->tense == SpeechTense::imperfect) return false;  // "يذكر أن", "يعتقد أن": nobody is meant
    }
    return take(cue, *found);
  }

  // "جاء في البيان أن"
  uint32_t read_document(Cue cue, uint32_t from, uint32_t limit) {
    const uint32_t at = cue.words.first;
    while (from < limit && stream_[from].comma()) ++from;
    if (from + 1 >= limit || stream_.lexicon->complement_of(stream_[from].plain) != complement::fi) return at + 1;
    const Range phrase = read_phrase(context_, from + 1, limit, cue.verb);
    if (phrase.empty() || !stream_[phrase.first].is(speech::platform | speech::unnamed | speech::media)) return at + 1;
    const auto found = find_complement(context_, phrase.last, limit, *cue.verb);
    if (!found || found->kind == ContentKind::noun) return at + 1;
    cue.speaker = phrase;
    take(cue, *found);
    return finish(std::move(cue));
  }

  // "نقلت الصحيفة عن الوزير قوله إن"
  uint32_t read_relayed(Cue cue, uint32_t from, uint32_t limit) {
    const uint32_t at = cue.words.first;
    if (from < limit && stream_[from].is(speech::about)) {  // "ونقلت عنه الصحيفة قوله إن": the last speaker is meant
      const Range medium = read_phrase(context_, from + 1, limit, cue.verb);
      const auto found = find_complement(context_, medium.last, limit, *cue.verb);
      if (medium.empty() || !found) return at + 1;
      cue.relays.push_back(medium);
      take(cue, *found);
      return finish(std::move(cue));
    }
    const Range medium = read_phrase(context_, from, limit, cue.verb);
    uint32_t next = medium.last;
    constexpr uint32_t words_at_most = 12;
    const uint32_t end = std::min(limit, next + words_at_most);
    while (next < end && stream_.lexicon->complement_of(stream_[next].plain) != complement::an) {
      if (stream_[next].is(speech::complementizer) || is_verb(stream_, next)) return at + 1;
      ++next;
    }
    if (next + 1 >= end) return at + 1;
    const Range origin = read_phrase(context_, next + 1, limit, cue.verb);
    if (origin.empty()) return at + 1;
    const auto found = find_complement(context_, origin.last, limit, *cue.verb);
    if (!found) return at + 1;
    if (!medium.empty()) cue.relays.push_back(medium);
    cue.speaker = origin;
    take(cue, *found);
    return finish(std::move(cue));
  }

  // --- participles: "مؤكدا أن", "داعيا إلى"
  uint32_t read_participle(uint32_t at, uint32_t limit) {
    const Token& token = stream_[at];
    if (token.has(proclitic::al)) return at + 1;
    const SpeechVerb& verb = *context_.verb_of(at);
    if (at > 0 && (is_preposition(stream_, at - 1) || stream_[at - 1].is(speech::negation))) return at + 1;
    const bool predicate = at > 0 && stream_[at - 1].is(speech::act) && !token.conjunction();  // "كان متوقعا"
    if (predicate && !stream_[at - 1].form) return at + 1;
    Cue cue;
    cue.kind = CueKind::participle;
    cue.form = token.form;
    cue.verb = &verb;
    cue.words = {at, at + 1};
    uint32_t from = at + 1;
    while (from < limit && stream_[from].is(speech::saying)) cue.words.last = ++from;
    auto found = find_complement(context_, from, limit, verb);
    if (!found && verb.noun && from < limit && stream_[from].arabic && stream_[from].has(proclitic::al)) {
      found = noun_at(from);
    }
    if (!found && stands_apart(at) && from < limit && !stream_[from].comma()) {
      found = noun_at(from);
      found->kind = ContentKind::words;
      if (token.form->gender == SpeechGender::feminine || !verb.words || is_preposition(stream_, from) ||
          stream_[from].has(proclitic::preposition))
        found.reset();
    }
    if (!found || found->first - from > 8) return at + 1;
    const bool content_begins = found->kind != ContentKind::noun || begins_nominal_content(stream_, found->first);
    if (token.is(speech::adverb) && !content_begins) return at + 1;  // "عاد مجددا"
    if (follows_byline(stream_, at)) return at + 1;
    if (is_plural_noun(stream_, at) && !stream_[at - (at > 0 ? 1 : 0)].comma()) return at + 1;
    if (found->kind == ContentKind::noun && !stands_apart(at) && token.form->gender == SpeechGender::feminine)
      return at + 1;
    take(cue, *found);
    cue.relays.clear();
    return finish(std::move(cue));
  }

  bool stands_apart(uint32_t at) const {
    if (at == stream_.sentence_start[at]) return true;
    const Token& before = stream_[at - 1];
    return before.comma() || before.mark != 0 || stream_[at].conjunction();
  }

  // Keeps the cue; gives the token to go on with.
  uint32_t finish(Cue cue) {
    const uint32_t behind = cue.first == none ? cue.speaker.last : std::max(cue.words.last, cue.first);
    set_boundary(context_, cue);
    for (uint32_t word = cue.speaker.first; word < cue.speaker.last; ++word) {
      if (stream_[word].arabic && stream_[word].classes == 0) spoken_.insert(stream_.folded(word));
    }
    cues_.push_back(std::move(cue));
    return behind;
  }

  static SpeechVerb transitive_act() {
    SpeechVerb verb;
    verb.object = verb.noun = true;
    return verb;
  }

  const PhraseContext& context_;
  const TokenStream& stream_;
  const SpeechVerb subject_of_act_ = transitive_act();
  std::vector<Cue> cues_;
  std::unordered_set<std::string_view> spoken_;  // words of personal names and of the names of speakers so far
};

}  // namespace

std::vector<Cue> find_cues(const PhraseContext& context) {
  CueReader reader(context);
  const Document& document = *context.stream.document;
  for (uint32_t at = 0; at < document.sentences.size();) {
    const uint32_t line = document.sentences[at].line;
    Range words = document.sentences[at].words;
    while (++at < document.sentences.size() && document.sentences[at].line == line)
      words.last = document.sentences[at].words.last;
    const LineKind kind = document.lines[line].kind;
    if (!is_content(kind)) continue;
    reader.read_line(words, kind == LineKind::title || kind == LineKind::subhead || line == 0);
  }
  return reader.take();
}

}  // namespace isnad
