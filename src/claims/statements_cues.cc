#include "claims/statements_cues.h"

#include <string_view>
#include <unordered_set>

#include "claims/statements_complement.h"

namespace isnad {
namespace {

bool is_participle(const Token& token) { return token.form && token.form->tense == SpeechTense::participle; }

class CueReader {
 public:
  explicit CueReader(const PhraseContext& context) : context_(context), stream_(context.stream) {}

  void read_line(const Range& line, bool headline) {
    uint32_t at = line.first;
    if (headline) at = read_headline(line);
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
      if (role == ParticleRole::reported) return read_reported(at, behind, limit);
      if (role != ParticleRole::discourse) return read_according(at, behind, limit);
      return behind;
    }
    if (token.mention != none) return at + 1;
    if (!token.form) return token.is(speech::act) ? read_subject(at, limit) : at + 1;
    return is_participle(token) ? read_participle(at, limit) : read_verb(at, limit);
  }

  // "شكر الوزير ..., داعيا إلى": the subject of an act can be the speaker of what follows.
  uint32_t read_subject(uint32_t at, uint32_t limit) {
    if (is_noun_here(at) || stream_[at].has(proclitic::al)) return at + 1;
    const Range phrase = read_phrase(context_, at + 1, limit, &subject_of_act_);
    if (!can_speak(context_, phrase) && !has_spoken(phrase)) return at + 1;
    Cue cue;
    cue.kind = CueKind::subject;
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

  // --- headlines: "X: ..."
  uint32_t read_headline(const Range& line) {
    constexpr uint32_t words_at_most = 10;
    const uint32_t end = std::min(line.last, line.first + words_at_most);
    for (uint32_t at = line.first; at < end; ++at) {
      const Token& token = stream_[at];
      if (token.mark == U':') {
        const Range source{line.first, at};
        if (source.empty() || at + 1 >= line.last || !speaks_in_headline(source)) return line.first;
        Cue cue;
        cue.kind = CueKind::headline;
        cue.words = {line.first, at + 1};
        cue.speaker = source;
        for (uint32_t word = source.first + 1; word < at; ++word) {
          const Range relay = stream_[word].has(proclitic::li) ? read_relay(context_, word, at) : Range{};
          if (relay.empty()) continue;
          cue.relays.push_back(relay);  // "الوزير لصحيفة المدى: ..."
          cue.speaker.last = word;
          break;
        }
        cue.first = at + 1;
        if (stream_[cue.first].is(speech::complementizer) && cue.first + 1 < line.last) ++cue.first;
        cue.first_byte = stream_.word(cue.first).span.start;
        cue.content = ContentKind::words;
        cue.boundary = line.first;
        cues_.push_back(std::move(cue));
        return at + 1;
      }
      if (token.comma() || token.mark == U'.' || (is_verb(stream_, at) && !token.noun_of_source())) return line.first;
    }
    return line.first;
  }

  bool speaks_in_headline(const Range& source) const {
    const uint32_t mention = stream_[source.first].mention;
    const bool place = mention != none && stream_.document->mentions[mention].type == MentionType::location;
    if (!place && can_speak(context_, source)) return true;
    // A bare name counts where the report quotes somebody of that name.
    if (source.size() > 3) return false;
    const std::string_view name = stream_.folded(source.last - 1);
    constexpr uint32_t searched_words = 3000;
    const uint32_t searched_end = std::min(stream_.size(), source.last + searched_words);
    for (uint32_t at = source.last; at + 1 < searched_end; ++at) {
      if (stream_[at].form && !is_participle(stream_[at])) {
        const uint32_t end = std::min(stream_.size(), at + 12);
        for (uint32_t next = at + 1; next < end && stream_[next].mark == 0; ++next) {
          if (stream_[next].is(speech::complementizer)) break;
          if (stream_.folded(next) == name) return true;
        }
      }
    }
    return false;
  }

  // --- verbs
  bool is_noun_here(uint32_t at) const {
    if (at == 0 || at == stream_.sentence_start[at]) return false;
    const Token& before = stream_[at - 1];
    if (before.is(speech::negation)) return true;
    return is_preposition(stream_, at - 1);
  }

  uint32_t read_verb(uint32_t at, uint32_t limit) {
    const Token& token = stream_[at];
    const SpeechVerb& verb = *context_.verb_of(at);
    if (is_noun_here(at)) return at + 1;
    Cue cue;
    cue.form = token.form;
    cue.verb = &verb;
    cue.words = {at, at + 1};
    uint32_t from = at + 1;
    while (from < limit && stream_[from].is(speech::saying)) cue.words.last = ++from;
    if (at > 0 && token.form->tense == SpeechTense::imperfect && stream_[at - 1].is(speech::complementizer)) return at + 1;
    if ((token.is(speech::preposition) || verb.weak) && !token.conjunction() && !begins_clause(at)) return at + 1;
    if (verb.document) return read_document(std::move(cue), from, limit);
    if (verb.relays) return read_relayed(std::move(cue), from, limit);
    const bool subject_inside = token.form->number != SpeechNumber::singular && token.form->tense != SpeechTense::participle;
    Range phrase{from, from};
    if (!subject_inside) phrase = read_phrase(context_, from, limit, &verb);
    if (!token.conjunction() && subject_first(cue, limit)) return finish(std::move(cue));
    if (!phrase.empty() && is_object(phrase, verb)) phrase = {from, from};
    if (!phrase.empty() && speaker_then_content(cue, phrase, limit)) return finish(std::move(cue));
    if (content_without_speaker(cue, from, limit)) return finish(std::move(cue));
    return at + 1;
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
    const Range subject = subject_before(at);
    if (subject.empty()) return false;
    const bool nested = subject.first > 0 && stream_[subject.first - 1].is(speech::complementizer);
    if (!nested && cue.form->tense != SpeechTense::imperfect) return false;
    const SpeechVerb verb = complement_verb(cue);
    auto found = find_complement(context_, cue.words.last, limit, verb);
    const uint32_t from = cue.words.last;
    if (!found && cue.verb->noun && from < limit && stream_[from].has(proclitic::al) && !stream_[from].has(proclitic::preposition)) {
      found = noun_at(from);
    }
    if (!found || found->first - from > 12 || found->loose > 2) return false;
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

  // "وحض السكان المقيمين على": a sound plural in the accusative is the object, and the speaker is not named.
  bool is_object(const Range& phrase, const SpeechVerb& verb) const {
    const Token& head = stream_[phrase.first];
    constexpr size_t bytes_at_least = 16;  // article and six letters: "الأمين" is no plural
    const std::string_view folded = stream_.folded(phrase.first);
    return verb.object && head.has(proclitic::al) && head.mention == none && folded.size() >= bytes_at_least &&
           folded.ends_with("ين");
  }

  // "وأضاف قائلا", "ويقول محذرا": belongs to the cue.
  bool accompanies(uint32_t at) const {
    const Token& token = stream_[at];
    return token.is(speech::saying) || (is_participle(token) && stream_.folded(at).ends_with("ا"));
  }

  bool speaker_then_content(Cue& cue, const Range& phrase, uint32_t limit) {
    const SpeechVerb verb = complement_verb(cue);
    const auto found = find_complement(context_, phrase.last, limit, verb);
    if (!found) return false;
    const bool known = can_speak(context_, phrase) || has_spoken(phrase);
    if (!known && stream_[phrase.first].is(speech::mute)) return false;
    if (!known && found->kind == ContentKind::noun && (cue.verb->passive || holds_needed_word(phrase, *cue.verb))) return false;
    if (!known && found->loose > 2) return false;
    cue.speaker = phrase;
    return take(cue, *found);
  }

  bool holds_needed_word(const Range& phrase, const SpeechVerb& verb) const {
    for (uint32_t at = phrase.first; at < phrase.last; ++at) {
      for (const FormId needed : verb.needs) {
        if (needed == stream_[at].core || needed == stream_[at].plain) return true;
      }
    }
    return false;
  }

  bool take(Cue& cue, const Complement& found) {
    if (cue.form && cue.form->object_suffix && cue.verb->clause && !cue.verb->object && found.kind != ContentKind::clause) return false;
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
        subject_before(at).empty()) {
      return false;
    }
    if (!conjunction) {
      const Range subject = subject_before(at);
      if (!subject.empty()) {
        cue.speaker = subject;
        cue.subject_before = true;
        return take(cue, *found);
      }
      if (at > 0 && stream_[at - 1].is(speech::relative)) {
        cue.relative = true;
        return cue.form->object_suffix && take(cue, *found);
      }
      if (!begins_clause(at)) return false;
      if (cue.form->tense == SpeechTense::imperfect) return false;  // "يذكر أن", "يعتقد أن": nobody is meant
    }
    return take(cue, *found);
  }

  bool begins_clause(uint32_t at) const {
    if (at == stream_.sentence_start[at]) return true;
    const Token& before = stream_[at - 1];
    return before.comma() || before.is(speech::starter | speech::time) || before.mark == U':' || before.time_end != 0;
  }

  // "لكن الشرطة تقول إن": the noun phrase from the beginning of the clause to the verb.
  Range subject_before(uint32_t at) const {
    constexpr uint32_t words_at_most = 16;
    uint32_t last = at;
    if (last > 0 && context_.quotations.opened_by(last - 1)) --last;
    if (last > 0 && stream_[last - 1].comma()) --last;
    const uint32_t lowest = std::max(stream_.sentence_start[at], at > words_at_most ? at - words_at_most : 0);
    for (uint32_t first = lowest; first < last; ++first) {
      const bool starts = first == stream_.sentence_start[at] || stream_[first - 1].is(speech::complementizer | speech::starter) ||
                          stream_[first - 1].comma() || stream_[first - 1].mark == U':' || stream_[first].conjunction();
      if (!starts || !stream_[first].arabic) continue;
      const Range phrase = read_phrase(context_, first, last, nullptr);
      if (phrase.last == last && can_speak(context_, phrase)) return phrase;
    }
    return {at, at};
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
      if (token.form->gender == SpeechGender::feminine || !verb.words || is_preposition(stream_, from) || stream_[from].has(proclitic::preposition)) found.reset();
    }
    if (!found || found->first - from > 8) return at + 1;
    if (found->kind == ContentKind::noun && !stands_apart(at) && token.form->gender == SpeechGender::feminine) return at + 1;
    take(cue, *found);
    cue.relays.clear();
    return finish(std::move(cue));
  }

  bool stands_apart(uint32_t at) const {
    if (at == stream_.sentence_start[at]) return true;
    const Token& before = stream_[at - 1];
    return before.comma() || before.mark != 0 || stream_[at].conjunction();
  }

  // --- particles: "بحسب الوزارة", "وفق ما أعلن المدير"
  uint32_t read_according(uint32_t at, uint32_t behind, uint32_t limit) {
    Range phrase = read_phrase(context_, behind, limit, nullptr);
    if (const Range publisher = publisher_of(phrase, limit); !publisher.empty()) phrase = publisher;
    if (phrase.empty() || !can_speak(context_, phrase)) return behind;
    Cue cue;
    cue.kind = CueKind::particle;
    cue.words = {at, behind};
    cue.speaker = phrase;
    return place_particle(std::move(cue), limit);
  }

  // "بحسب الأرقام التي نشرتها الوزارة": who published them is the source.
  Range publisher_of(const Range& phrase, uint32_t limit) const {
    const uint32_t at = phrase.last;
    if (phrase.empty() || at + 2 >= limit || !stream_[at].is(speech::relative)) return {at, at};
    const Range publisher = read_phrase(context_, at + 2, limit, nullptr);
    return can_speak(context_, publisher) ? publisher : Range{at, at};
  }

  uint32_t read_reported(uint32_t at, uint32_t behind, uint32_t limit) {
    if (behind >= limit || !stream_[behind].form || is_participle(stream_[behind])) return at + 1;
    const SpeechVerb& verb = *context_.verb_of(behind);
    if (verb.weak || stream_[behind].is(speech::preposition)) return at + 1;
    const bool certain = stream_.folded(behind - 1).ends_with("ما") && behind - at > 1;
    Range phrase = read_phrase(context_, behind + 1, limit, &verb);
    const bool own_content = !phrase.empty() && find_complement(context_, phrase.last, limit, verb).has_value();
    const bool conjunction_like = behind - at == 1 && !certain && !stream_.folded(at).ends_with("سبما") && !stream_.folded(at).ends_with("وفقما");
    if (own_content && conjunction_like) return behind;  // "كما قال المدير إن": the verb is read as a cue of its own
    Cue cue;
    cue.kind = CueKind::particle;
    cue.words = {at, behind + 1};
    cue.verb = &verb;
    if (verb.relays) {
      for (uint32_t next = phrase.last; next < std::min(limit, phrase.last + 3); ++next) {
        if (stream_.lexicon->complement_of(stream_[next].plain) != complement::an) continue;
        const Range origin = read_phrase(context_, next + 1, limit, &verb);
        if (origin.empty()) break;
        if (!phrase.empty()) cue.relays.push_back(phrase);
        phrase = origin;
        break;
      }
    } else if (verb.document && behind + 2 < limit && is_preposition(stream_, behind + 1)) {
      phrase = read_phrase(context_, behind + 2, limit, &verb);
    }
    if (phrase.empty() || stream_[phrase.first].is(speech::mute)) return behind + 1;
    cue.speaker = phrase;
    return place_particle(std::move(cue), limit);
  }

  // Before its content at the beginning of a sentence, else behind it.
  uint32_t place_particle(Cue cue, uint32_t limit) {
    const uint32_t at = cue.words.first;
    const uint32_t behind = cue.speaker.last;
    for (uint32_t next = behind; next < std::min(limit, behind + 6); ++next) {
      const Range relay = stream_[next].has(proclitic::li) ? read_relay(context_, next, limit) : Range{};
      if (!relay.empty()) cue.relays.push_back(relay);
      if (stream_[next].mark != 0) break;
    }
    const bool introduces = behind < limit && stream_[std::min(behind + (stream_[behind].comma() ? 1 : 0), limit - 1)].is(speech::complementizer);
    const bool at_start = introduces || at == stream_.sentence_start[at] || (at == stream_.sentence_start[at] + 1 && stream_[at - 1].mark != 0);
    if (at_start) {
      uint32_t first = behind;
      while (first < limit && !stream_[first].comma() && !stream_[first].is(speech::complementizer)) ++first;
      while (first < limit && (stream_[first].comma() || stream_[first].is(speech::complementizer))) ++first;
      if (first >= limit) return behind;
      cue.first = first;
      cue.first_byte = stream_.word(first).span.start;
    }
    return finish(std::move(cue));
  }

  // --- the boundary: where the clause of the cue begins
  uint32_t finish(Cue cue) {
    const uint32_t behind = cue.first == none ? cue.speaker.last : std::max(cue.words.last, cue.first);
    const uint32_t lowest = stream_.sentence_start[cue.words.first];
    uint32_t at = cue.subject_before ? cue.speaker.first : cue.words.first;
    while (at > lowest) {
      const Token& before = stream_[at - 1];
      const bool in_while = is_preposition(stream_, at - 1) && stream_[at].is(speech::starter);  // "في حين"
      if (!in_while && !before.comma() && !before.dash() && !before.is(speech::starter) && !before.is(speech::time) && before.time_end == 0) break;
      --at;
    }
    cue.boundary = at;
    const Quotation* quotation = context_.quotations.at(cue.words.first);
    const bool quoted = quotation && quotation->closed;
    const bool back_reference = cue.form && cue.form->object_suffix && cue.content == ContentKind::noun;
    cue.closes = !quoted && !cue.relative && !back_reference &&
                 (cue.kind != CueKind::verb || stream_[cue.words.first].conjunction() || at < cue.words.first) &&
                 !(cue.subject_before && at == cue.speaker.first);
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
  std::unordered_set<std::string_view> spoken_;  // words of the names of speakers so far
};

}  // namespace

std::vector<Cue> find_cues(const PhraseContext& context) {
  CueReader reader(context);
  const Document& document = *context.stream.document;
  for (uint32_t at = 0; at < document.sentences.size();) {
    const uint32_t line = document.sentences[at].line;
    Range words = document.sentences[at].words;
    while (++at < document.sentences.size() && document.sentences[at].line == line) words.last = document.sentences[at].words.last;
    const LineKind kind = document.lines[line].kind;
    if (!is_content(kind)) continue;
    reader.read_line(words, kind == LineKind::title || kind == LineKind::subhead || line == 0);
  }
  return reader.take();
}

}  // namespace isnad
