#include "claims/chains.h"

#include <algorithm>
#include <string>

#include "base/fold.h"
#include "claims/statements_complement.h"
#include "document/names.h"

namespace isnad {
namespace {

constexpr size_t letter = 2;

class ChainBuilder {
 public:
  ChainBuilder(const PhraseContext& context, const std::vector<Cue>& cues, const std::vector<Content>& contents)
      : stream_(context.stream),
        document_(*context.stream.document),
        cues_(cues),
        contents_(contents),
        outlet_(folded(document_.outlet)),
        chains_(cues.size()),
        holders_(cues.size(), no_holder) {}

  std::vector<Chain> run() {
    for (size_t index = 0; index < cues_.size(); ++index) holders_[index] = holder_of(index);
    for (size_t index = 0; index < cues_.size(); ++index) own_chain(index);
    std::vector<Chain> whole(cues_.size());
    for (size_t index = 0; index < cues_.size(); ++index) whole[index] = with_holder(index, 0);
    return whole;
  }

 private:
  static constexpr size_t no_holder = static_cast<size_t>(-1);

  // The innermost other statement whose content holds the cue.
  size_t holder_of(size_t index) const {
    const Range& words = cues_[index].words;
    size_t best = no_holder;
    // Cues stand in order of place, and a sentence has few: only neighbours can hold one another.
    constexpr size_t neighbours = 40;
    const size_t end = std::min(cues_.size(), index + neighbours);
    for (size_t other = index > neighbours ? index - neighbours : 0; other < end; ++other) {
      const Range& tokens = contents_[other].tokens;
      if (other == index || tokens.empty() || tells_another_time(other, index) || words.first < tokens.first ||
          words.last > tokens.last)
        continue;
      if (best == no_holder || tokens.size() < contents_[best].tokens.size()) best = other;
    }
    return best;
  }

  // "أعلن المدير استقالته بعدما كشفت الشركة أن": what is said with a noun does not hold what happened before.
  bool tells_another_time(size_t holder, size_t index) const {
    const uint32_t at = cues_[index].words.first;
    if (cues_[holder].content != ContentKind::noun || at < 2) return false;
    const Token& before = stream_[at - 1];
    const bool after = before.is(speech::subordinator) && !before.is(speech::complementizer | speech::negation);
    return after || (before.is(speech::complementizer) && stream_[at - 2].is(speech::subordinator));
  }

  void own_chain(size_t index) {
    const Cue& cue = cues_[index];
    if (cue.speaker.empty()) {
      chains_[index] = cue.relative && holders_[index] != no_holder ? Chain{} : taken_over(index);
      Chain relays;
      for (const Range& relay : cue.relays) add(relays, relay, true);
      if (!relays.empty() && !chains_[index].empty()) {  // another medium than the one before
        relays.push_back(std::move(chains_[index].back()));
        chains_[index] = std::move(relays);
      }
      return;
    }
    for (const Range& relay : cue.relays) add(chains_[index], relay, true);
    add(chains_[index], cue.speaker, cue.kind == CueKind::particle || cue.verb == nullptr || cue.subject_before);
  }

  Chain with_holder(size_t index, int depth) const {
    constexpr int depth_at_most = 4;
    const size_t holder = holders_[index];
    if (holder == no_holder || depth > depth_at_most || (cues_[index].speaker.empty() && !cues_[index].relative)) {
      return chains_[index];
    }
    Chain chain = with_holder(holder, depth + 1);
    for (const Source& source : chains_[index]) {
      const bool there = std::any_of(chain.begin(), chain.end(), [&](const Source& one) { return same(one, source); });
      if (!there) chain.push_back(source);
    }
    return chain;
  }

  // The same words, the same known name, or one personal name within the other.
  bool same(const Source& a, const Source& b) const {
    if (a.text == b.text) return true;
    if (a.mention == none || b.mention == none) return false;
    const Mention& first = document_.mentions[a.mention];
    const Mention& second = document_.mentions[b.mention];
    if (!first.known_id.empty()) return first.known_id == second.known_id;
    if (first.type != MentionType::person || second.type != MentionType::person) return false;
    const Range names = words_in(document_, first.span), others = words_in(document_, second.span);
    return has_all_words(names, others) || has_all_words(others, names);
  }

  // --- dropped speakers
  struct Voice {
    bool feminine = false;
    bool plural = false;
  };

  Voice voice_of(const Cue& cue) const {
    Voice voice;
    if (cue.speaker.empty()) {
      voice.feminine = cue.form && cue.form->gender == SpeechGender::feminine;
      voice.plural = cue.form && cue.form->number != SpeechNumber::singular;
      return voice;
    }
    const std::string_view head = stream_.folded(cue.speaker.first);
    voice.plural = head.ends_with("ون") || head.ends_with("ين") || head.ends_with("ولو");
    if (cue.form && cue.kind != CueKind::participle) {
      voice.feminine = cue.form->gender == SpeechGender::feminine;
      voice.plural = voice.plural || cue.form->number != SpeechNumber::singular;
    } else {
      voice.feminine = head.ends_with("ه") || head.ends_with("ات");
    }
    return voice;
  }

  bool agrees(const SpeechForm& form, const Voice& voice) const {
    if (form.number != SpeechNumber::singular) return voice.plural || !voice.feminine;
    if (form.gender == SpeechGender::feminine) return voice.feminine;
    return !voice.feminine && !voice.plural;
  }

  // A speaker of the report's own sentences, not one who is quoted within a quotation.
  bool is_outer(size_t other) const {
    const size_t holder = holders_[other];
    return holder == no_holder || cues_[holder].first == none;
  }

  // The last speaker that agrees in gender and number: a participle looks in its own sentence first.
  Chain taken_over(size_t index) const {
    constexpr size_t looked_at_most = 14;
    const Cue& cue = cues_[index];
    const uint32_t sentence = stream_.sentence_start[cue.words.first];
    struct Pass {
      bool same_sentence, outer, agreeing;
    };
    static constexpr Pass for_participles[] = {
        {true, true, true}, {true, true, false}, {false, true, true}, {false, false, true}};
    static constexpr Pass for_verbs[] = {{false, true, true}, {false, false, true}};
    const auto search = [&](const Pass& pass) -> const Chain* {
      size_t looked = 0;
      for (size_t other = index; other-- > 0 && looked < looked_at_most; ++looked) {
        const Cue& earlier = cues_[other];
        if (chains_[other].empty() || earlier.kind == CueKind::headline) continue;
        if (pass.same_sentence && stream_.sentence_start[earlier.words.first] != sentence) break;
        if (pass.outer && !is_outer(other)) continue;
        if (pass.agreeing && cue.form && !agrees(*cue.form, voice_of(earlier))) continue;
        return &chains_[other];
      }
      return nullptr;
    };
    if (cue.kind == CueKind::participle) {
      for (const Pass& pass : for_participles) {
        if (const Chain* found = search(pass)) return *found;
      }
      return named_before(cue);
    }
    for (const Pass& pass : for_verbs) {
      if (const Chain* found = search(pass)) return *found;
    }
    return named_before(cue);
  }

  // Nobody has spoken yet: the person, or else the body, that was named last in this sentence or the one before.
  Chain named_before(const Cue& cue) const {
    const uint32_t start = stream_.sentence_start[cue.words.first];
    const uint32_t lowest = start > 0 ? stream_.sentence_start[start - 1] : 0;
    uint32_t other = none;
    for (uint32_t at = cue.words.first; at-- > lowest;) {
      const uint32_t mention = stream_[at].mention;
      if (mention == none) continue;
      const MentionType type = document_.mentions[mention].type;
      // A feminine verb is first of all that of a body.
      const bool feminine = cue.form && cue.form->gender == SpeechGender::feminine && cue.kind == CueKind::verb;
      const MentionType likely = feminine ? MentionType::organization : MentionType::person;
      if (type == likely) return named(mention);
      if (type != MentionType::location && other == none) other = mention;
    }
    return other == none ? Chain{} : named(other);
  }

  Chain named(uint32_t mention) const {
    Chain chain;
    const Span& span = document_.mentions[mention].span;
    add(chain, words_in(document_, span), false);
    if (!chain.empty()) {
      chain[0].span = span;
      chain[0].text = std::string(document_.bytes(span));
    }
    return chain;
  }

  // --- sources
  // behind_preposition: a joined preposition at the beginning is not part of the source.
  void add(Chain& chain, const Range& phrase, bool behind_preposition) const {
    if (phrase.empty() || is_own_outlet(phrase)) return;
    Source source;
    uint32_t first_byte = stream_.word(phrase.first).span.start;
    const Token& head = stream_[phrase.first];
    if (head.conjunction() || (behind_preposition && head.has(proclitic::preposition)))
      first_byte = byte_behind_clitics(stream_, phrase.first, behind_preposition);
    source.span = {first_byte, stream_.word(phrase.last - 1).span.end};
    source.text = std::string(document_.bytes(source.span));
    // "للوزارة" hides the alif of the article.
    if (behind_preposition && head.has(proclitic::li) && head.has(proclitic::al)) source.text.insert(0, "ا");
    source.mention = mention_of(phrase);
    source.kind = kind_of(phrase, source.mention);
    chain.push_back(std::move(source));
  }

  // True where the words of the phrase, without class words and marks, are a name of the report's own outlet.
  bool is_own_outlet(const Range& phrase) const {
    if (outlet_.empty()) return false;
    std::string name;
    for (uint32_t at = phrase.first; at < phrase.last; ++at) {
      if (!stream_[at].arabic || stream_[at].is(speech::media)) continue;
      const Word& word = stream_.word(at);
      std::string_view folded_word = stream_.folded(at);
      if (name.empty() && word.base.start > word.span.start && stream_[at].has(proclitic::preposition))
        folded_word.remove_prefix(letter);
      name += (name.empty() ? "" : " ") + std::string(folded_word);
    }
    if (name.size() < 3 * letter) return false;
    const auto* names = stream_.lexicon->outlet_names(document_.outlet);
    return name == outlet_ || (names && std::find(names->begin(), names->end(), name) != names->end());
  }

  // The person named in the phrase, else the body, else the place; for a bare class word the last body of that class.
  uint32_t mention_of(const Range& phrase) const {
    uint32_t best = none;
    for (uint32_t at = phrase.first; at < phrase.last; ++at) {
      const uint32_t mention = stream_[at].mention;
      if (mention == none || mention == best) continue;
      if (best == none || rank(mention) < rank(best)) best = mention;
    }
    const bool only_place =
        best != none && document_.mentions[best].type == MentionType::location && stream_[phrase.first].mention != best;
    const bool only_head =
        best != none && stream_[phrase.first].is(speech::unnamed) && stream_[phrase.first].mention == best;
    if (best != none && !only_place && !only_head) return best;
    return antecedent(phrase);
  }

  int rank(uint32_t mention) const { return static_cast<int>(document_.mentions[mention].type); }

  // "الوزارة", "الرئيس الروسي": the last mention whose name or title has all the words of the phrase.
  uint32_t antecedent(const Range& phrase) const {
    if (!stream_[phrase.first].has(proclitic::al) || phrase.size() > 3) return none;
    const uint32_t start = stream_.word(phrase.first).span.start;
    constexpr uint32_t mentions_at_most = 300;
    const auto behind =
        std::lower_bound(document_.mentions.begin(), document_.mentions.end(), start,
                         [](const Mention& mention, uint32_t byte) { return mention.span.start < byte; });
    auto index = static_cast<uint32_t>(behind - document_.mentions.begin());
    for (const uint32_t lowest = index > mentions_at_most ? index - mentions_at_most : 0; index-- > lowest;) {
      const Mention& mention = document_.mentions[index];
      if (mention.type == MentionType::location) continue;
      const Span title = mention.with_title.empty() ? mention.span : join(mention.with_title, mention.span);
      if (has_all_words(phrase, words_in(document_, title))) return index;
    }
    return none;
  }

  std::string_view bare(uint32_t at) const {
    std::string_view text = stream_.folded(at);
    if (text.starts_with("ال") && text.size() > 3 * letter) text.remove_prefix(2 * letter);
    return text;
  }

  bool has_all_words(const Range& phrase, const Range& title) const {
    for (uint32_t at = phrase.first; at < phrase.last; ++at) {
      bool found = false;
      for (uint32_t other = title.first; other < title.last && !found; ++other) found = bare(at) == bare(other);
      if (!found) return false;
    }
    return true;
  }

  // "الحربي", "العسكري": a family name says nothing of the kind of source.
  bool in_personal_name(uint32_t at) const {
    const uint32_t mention = stream_[at].mention;
    return mention != none && document_.mentions[mention].type == MentionType::person;
  }

  SourceKind kind_of(const Range& phrase, uint32_t mention) const {
    const SpeechLexicon& lexicon = *stream_.lexicon;
    for (uint32_t at = phrase.first; at < phrase.last; ++at) {
      if (!stream_[at].is(speech::kind) || in_personal_name(at)) continue;
      const std::string_view name = lexicon.source_kind(stream_[at].core);
      const bool spokesman = stream_[phrase.first].is(speech::role) && name == "media";  // "المتحدث الإعلامي"
      if (spokesman) continue;
      if (const auto kind = isnad::named<SourceKind>(name); kind && *kind != SourceKind::unnamed) return *kind;
    }
    if (stream_[phrase.first].is(speech::media | speech::media_name)) return SourceKind::media;
    for (uint32_t at = phrase.first; at < phrase.last; ++at) {
      if (in_personal_name(at)) continue;
      const std::string_view name = lexicon.source_kind(stream_[at].core);
      if (const auto kind = isnad::named<SourceKind>(name); kind && *kind != SourceKind::unnamed) return *kind;
    }
    const Token& head = stream_[phrase.first];
    return mention == none || head.is(speech::unnamed) ? SourceKind::unnamed : SourceKind::official;
  }

  const TokenStream& stream_;
  const Document& document_;
  const std::vector<Cue>& cues_;
  const std::vector<Content>& contents_;
  std::string outlet_;
  std::vector<Chain> chains_;
  std::vector<size_t> holders_;
};

}  // namespace

std::vector<Chain> find_chains(const PhraseContext& context, const std::vector<Cue>& cues,
                               const std::vector<Content>& contents) {
  return ChainBuilder(context, cues, contents).run();
}

}  // namespace isnad
