#include "claims/statements_particles.h"

#include "claims/statements_complement.h"

namespace isnad {
namespace {

class ParticleReader {
 public:
  explicit ParticleReader(const PhraseContext& context) : context_(context), stream_(context.stream) {}

  std::optional<Cue> read_according(uint32_t at, uint32_t behind, uint32_t limit) {
    Range phrase = read_phrase(context_, behind, limit, nullptr);
    if (const Range publisher = publisher_of(phrase, limit); !publisher.empty()) phrase = publisher;
    if (phrase.empty()) return std::nullopt;
    const Token& head = stream_[phrase.first];
    if (!head.noun_of_source() && head.mention == none) return std::nullopt;
    // "حسب عدد المقاعد": a measure, unless people are counted ("عدد من السكان").
    const bool counted = phrase.size() > 2 && is_preposition(stream_, phrase.first + 1);
    if (head.is(speech::quantifier) && head.mention == none && !counted) return std::nullopt;
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

  std::optional<Cue> read_reported(uint32_t at, uint32_t behind, uint32_t limit, bool joins) {
    if (behind >= limit || !stream_[behind].form || stream_[behind].participle()) return std::nullopt;
    const SpeechVerb& verb = *context_.verb_of(behind);
    if (verb.weak || stream_[behind].is(speech::preposition)) return std::nullopt;
    Range phrase = read_phrase(context_, behind + 1, limit, &verb);
    if (names_nobody(context_, phrase) && !can_speak(context_, phrase)) return std::nullopt;
    const bool counted = phrase.size() > 2 && is_preposition(stream_, phrase.first + 1);
    if (joins && !phrase.empty() && stream_[phrase.first].is(speech::quantifier) && !counted) return std::nullopt;
    // "كما قال المدير إن": the verb has its own content and is read as a cue by itself.
    if (joins && !phrase.empty() && find_complement(context_, phrase.last, limit, verb)) return std::nullopt;
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
      if (phrase.empty() || !stream_[phrase.first].is(speech::platform | speech::unnamed | speech::media))
        return std::nullopt;
    } else if (verb.document) {
      return std::nullopt;
    }
    if (phrase.empty() || stream_[phrase.first].is(speech::mute)) return std::nullopt;
    cue.speaker = phrase;
    return place_particle(std::move(cue), limit);
  }

  // The content follows: at the beginning of a sentence, or where "فإن" introduces it.
  bool stands_first(uint32_t at, uint32_t behind, uint32_t limit) const {
    if (at <= stream_.sentence_start[at] + 1 && (at == stream_.sentence_start[at] || stream_[at - 1].mark != 0))
      return true;
    if (behind < limit && stream_[behind].comma()) ++behind;
    return behind < limit && (stream_[behind].is(speech::complementizer) || stream_[behind].has(proclitic::fa));
  }

  // Behind "فإن" or "فقد", or behind the first comma, or at once.
  uint32_t content_behind(uint32_t behind, uint32_t limit) const {
    constexpr uint32_t words_at_most = 15;
    const uint32_t end = std::min(limit, behind + words_at_most);
    uint32_t first = behind;
    while (first < end && !stream_[first].comma() && !stream_[first].is(speech::complementizer) &&
           !stream_[first].has(proclitic::fa))
      ++first;
    if (first == end) return behind;
    while (first < limit && (stream_[first].comma() || stream_[first].is(speech::complementizer))) ++first;
    return first;
  }

  // Before its content at the beginning of a sentence, else behind it.
  std::optional<Cue> place_particle(Cue cue, uint32_t limit) const {
    const uint32_t at = cue.words.first;
    const uint32_t behind = cue.speaker.last;
    for (uint32_t next = behind; next < std::min(limit, behind + 6); ++next) {
      const Range relay = stream_[next].has(proclitic::li) ? read_relay(context_, next, limit) : Range{};
      if (!relay.empty()) cue.relays.push_back(relay);
      if (stream_[next].mark != 0) break;
    }
    if (stands_first(at, behind, limit)) {
      cue.first = content_behind(behind, limit);
      if (cue.first >= limit) return std::nullopt;
      cue.first_byte = byte_behind_clitics(stream_, cue.first, false);
    }
    return cue;
  }

 private:
  const PhraseContext& context_;
  const TokenStream& stream_;
};

}  // namespace

std::optional<Cue> read_according(const PhraseContext& context, const Range& particle) {
  const uint32_t limit = context.stream.sentence_end[particle.first];
  return ParticleReader(context).read_according(particle.first, particle.last, limit);
}

std::optional<Cue> read_reported(const PhraseContext& context, const Range& particle, bool joins) {
  const uint32_t limit = context.stream.sentence_end[particle.first];
  return ParticleReader(context).read_reported(particle.first, particle.last, limit, joins);
}

}  // namespace isnad
