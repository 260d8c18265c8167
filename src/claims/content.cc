#include "claims/content.h"

#include "claims/statements_complement.h"

namespace isnad {
namespace {

class ContentFinder {
 public:
  ContentFinder(const PhraseContext& context, const std::vector<Cue>& cues)
      : context_(context), stream_(context.stream), cues_(cues), contents_(cues.size()) {}

  std::vector<Content> run() {
    for (size_t index = 0; index < cues_.size(); ++index) {
      const Cue& cue = cues_[index];
      if (cue.kind == CueKind::subject) continue;
      contents_[index] = cue.first == none ? before(index) : behind(index);
    }
    return std::move(contents_);
  }

 private:
  // "..., بحسب الوزارة": the clause before the particle.
  Content before(size_t index) const {
    const Cue& cue = cues_[index];
    uint32_t first = stream_.sentence_start[cue.words.first];
    const uint32_t last = trimmed(first, cue.boundary);
    constexpr size_t neighbours = 40;  // a sentence has few cues
    const size_t lowest = index > neighbours ? index - neighbours : 0;
    // What another cue says with a noun ("أعلنت الشرطة مقتل ...، واعتقل ...") ends before the next clause.
    for (size_t other = lowest; other < index; ++other) {
      const Content& earlier = contents_[other];
      const bool back_reference = cues_[other].form && cues_[other].form->object_suffix;
      if (earlier.tokens.empty() || back_reference || cues_[other].content != ContentKind::noun ||
          earlier.tokens.last >= last)
        continue;
      if (earlier.tokens.first >= first && cues_[other].kind != CueKind::headline) first = earlier.tokens.last;
    }
    for (size_t other = lowest; other < index; ++other) {
      if (cues_[other].first == none && cues_[other].words.first >= first && cues_[other].kind == CueKind::particle) {
        first = std::max(first, cues_[other].speaker.last);
      }
    }
    while (first < last && (stream_[first].comma() || stream_[first].is(speech::starter) || stream_[first].dash() ||
                            stream_[first].mark == U'.'))
      ++first;
    if (first >= last) return {};
    return make(first, byte_behind_clitics(stream_, first, false), last);
  }

  Content behind(size_t index) const {
    const Cue& cue = cues_[index];
    const uint32_t first = cue.first;
    uint32_t limit = stream_.sentence_end[first];
    uint32_t from = first;
    if (const Quotation* quotation = context_.quotations.opened_by(first)) {
      if (quotation->closed) {
        from = quotation->end;
        limit = std::max(limit, from);
        if (ends_behind_quotation(from, limit)) return make(first, cue.first_byte, from);
      } else {
        limit = std::max(limit, std::min(quotation->end, stream_.size()));
      }
    }
    const uint32_t last = std::min(end_by_cue(index, from, limit), end_by_words(cue, from, limit));
    return make(first, cue.first_byte, trimmed(first, last));
  }

  // Behind the closing mark the outlet goes on, unless plain words finish the clause ("... جميعاً» في المدينة").
  bool ends_behind_quotation(uint32_t at, uint32_t limit) const {
    if (at >= limit) return true;
    const Token& token = stream_[at];
    if (token.mark != 0) return !context_.quotations.opened_by(at);
    if (token.form || token.is(speech::starter | speech::time | speech::saying)) return true;
    const auto form = [&](uint32_t k) { return stream_.phrase_form(at + k, limit); };
    return stream_.lexicon->particles.longest(form) || (token.conjunction() && is_verb(stream_, at));
  }

  uint32_t end_by_cue(size_t index, uint32_t from, uint32_t limit) const {
    for (size_t next = index + 1; next < cues_.size(); ++next) {
      const Cue& cue = cues_[next];
      if (cue.boundary >= limit) break;
      if (cue.boundary > from && cue.closes && cue.kind != CueKind::subject) return cue.boundary;
    }
    return limit;
  }

  uint32_t end_by_words(const Cue& cue, uint32_t from, uint32_t limit) const {
    for (uint32_t at = from + 1; at < limit; ++at) {
      const Quotation* quotation = context_.quotations.at(at);
      if (quotation && quotation->closed) continue;
      if (cue.content == ContentKind::noun && at + 1 < limit && stream_[at].is(speech::subordinator) &&
          stream_[at].is(speech::starter) && stream_[at + 1].is(speech::complementizer))
        return at;  // "أبدى رغبته في العودة إلا أن الفحوص"
      if (!stream_[at - 1].comma()) continue;
      const auto form = [&](uint32_t k) { return stream_.phrase_form(at + k, limit); };
      if (stream_.lexicon->closers.longest(form)) return at - 1;
      if (cue.content == ContentKind::noun && stream_[at].conjunction() && finite(at)) return at - 1;
    }
    return limit;
  }

  bool finite(uint32_t at) const {
    return (is_verb(stream_, at) || stream_.word(at).pos == PartOfSpeech::verb) && !stream_[at].has(proclitic::al);
  }

  // Without the marks that end the sentence or part its clauses.
  uint32_t trimmed(uint32_t first, uint32_t last) const {
    while (last > first) {
      const Token& token = stream_[last - 1];
      const bool inner_stop = token.mark == U'.' && last >= 2 && abbreviation(last - 1);
      if ((token.mark == U'.' && !inner_stop) || token.comma() || token.mark == U':' || token.dash())
        --last;
      else
        break;
    }
    return last;
  }

  bool abbreviation(uint32_t at) const {
    const bool year = at >= 2 && stream_.word(at - 2).kind == WordKind::digits;  // "عام 2014م."
    return !year && stream_[at - 1].arabic && stream_.folded(at - 1).size() <= 2;
  }

  Content make(uint32_t first, uint32_t first_byte, uint32_t last) const {
    if (first >= last) return {};
    Content content;
    content.tokens = {first, last};
    content.span = {first_byte, stream_.word(last - 1).span.end};
    content.form = form_of(first, last);
    return content;
  }

  StatementForm form_of(uint32_t first, uint32_t last) const {
    const Quotation* opening = context_.quotations.opened_by(first);
    if (opening && opening->end >= last && !(quotes_a_name(stream_, *opening) && opening->end < last))
      return StatementForm::direct;
    if (stream_[last - 1].mark == U'»' && !context_.quotations.at(last - 1)) return StatementForm::direct;
    for (uint32_t at = first; at < last; ++at) {
      const Quotation* quotation = context_.quotations.opened_by(at);
      if (quotation && !quotes_a_name(stream_, *quotation)) return StatementForm::mixed;
    }
    return StatementForm::indirect;
  }

  const PhraseContext& context_;
  const TokenStream& stream_;
  const std::vector<Cue>& cues_;
  std::vector<Content> contents_;
};

}  // namespace

std::vector<Content> find_contents(const PhraseContext& context, const std::vector<Cue>& cues) {
  return ContentFinder(context, cues).run();
}

}  // namespace isnad
