#include "claims/statements_headlines.h"

namespace isnad {
namespace {

class HeadlineReader {
 public:
  explicit HeadlineReader(const PhraseContext& context) : context_(context), stream_(context.stream) {}

  std::optional<Cue> read(const Range& line) const {
    constexpr uint32_t words_at_most = 10;
    const uint32_t end = std::min(line.last, line.first + words_at_most);
    for (uint32_t at = line.first; at < end; ++at) {
      const Token& token = stream_[at];
      if (token.mark == U':') {
        const Range source{line.first, at};
        if (source.empty() || at + 1 >= line.last || !speaks_in_headline(source)) return std::nullopt;
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
        return cue;
      }
      if (token.comma() || token.mark == U'.' || (is_verb(stream_, at) && !token.noun_of_source())) return std::nullopt;
    }
    return std::nullopt;
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
      if (stream_[at].form && !stream_[at].participle()) {
        const uint32_t end = std::min(stream_.size(), at + 12);
        for (uint32_t next = at + 1; next < end && stream_[next].mark == 0; ++next) {
          if (stream_[next].is(speech::complementizer)) break;
          if (stream_.folded(next) == name) return true;
        }
      }
    }
    return false;
  }

 private:
  const PhraseContext& context_;
  const TokenStream& stream_;
};

}  // namespace

std::optional<Cue> read_headline(const PhraseContext& context, const Range& line) {
  return HeadlineReader(context).read(line);
}

}  // namespace isnad
