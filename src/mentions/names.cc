// Names are found in four steps: what the tables hold, what the grammar of names makes certain, what the sequence
// model finds between these, and what one part of the report makes certain for the rest of it.
#include "mentions/names.h"

#include <algorithm>

#include "mentions/name_context.h"
#include "mentions/name_spans.h"
#include "mentions/tagger.h"

namespace isnad {
namespace {

void add_known_spans(const Document& document, const NameLexicon& names, const std::vector<KnownMatch>& matches,
                     std::vector<NameSpan>& spans) {
  for (const KnownMatch& match : matches) {
    const KnownPhrase& spelling = names.spellings[match.spelling];
    if (spelling.ambiguous) continue;
    const KnownName& known = names.known[spelling.name];
    NameSpan span{match.words, static_cast<MentionType>(known.type), spelling.name};
    if (document.words[match.words.first].kind != WordKind::punctuation) spans.push_back(span);
  }
}

// Decodes one sentence with the spans that are certain held fast.
void decode_sentence(const Document& document, const NameModel& model, const Range& words,
                     std::span<const NameSigns> signs, std::span<const NameSpan> certain, std::vector<NameSpan>& found) {
  std::vector<NameScores> scores;
  scores.reserve(words.size());
  score_names(model, signs.subspan(words.first, words.size()), scores);
  const auto hold = [&](uint32_t word, NameLabel label) {
    for (NameLabel other = 0; other < name_label_count; ++other) {
      if (other != label) scores[word - words.first][other] -= held_fast;
    }
  };
  for (uint32_t i = words.first; i < words.last; ++i) {
    if (never_in_name(document, i)) hold(i, label_outside);
  }
  for (const NameSpan& span : certain) {
    for (uint32_t i = span.words.first; i < span.words.last; ++i) {
      hold(i, i == span.words.first ? label_begin(span.type) : label_inside(span.type));
    }
    // What follows a certain name is no part of it.
    if (span.words.last < words.last) scores[span.words.last - words.first][label_inside(span.type)] -= held_fast;
  }
  std::vector<NameLabel> labels;
  decode_names(scores, model.transitions, labels);
  for (uint32_t i = 0; i < labels.size();) {
    if (!is_begin(labels[i])) {
      ++i;
      continue;
    }
    uint32_t end = i + 1;
    while (end < labels.size() && labels[end] == labels[i] + 1) ++end;
    found.push_back({{words.first + i, words.first + end}, type_of(labels[i]), none});
    i = end;
  }
}

std::vector<NameSpan> decode(const Document& document, const Lexicon& lexicon, const std::vector<KnownMatch>& matches,
                             const NameContext& context, const std::vector<NameSpan>& certain) {
  std::vector<NameSpan> found;
  const NameModel& model = lexicon.names.model;
  if (model.empty()) return certain;
  std::vector<NameSigns> signs;
  read_name_signs(document, context.classes, gazetteer_codes(document, lexicon.names, matches), signs);
  size_t next = 0;
  for (const Sentence& sentence : document.sentences) {
    const size_t first = next;
    while (next < certain.size() && certain[next].words.first < sentence.words.last) ++next;
    decode_sentence(document, model, sentence.words, signs, std::span(certain).subspan(first, next - first), found);
  }
  // The certain spans carry what they are known as.
  size_t at = 0;
  for (NameSpan& span : found) {
    while (at < certain.size() && certain[at].words.first < span.words.first) ++at;
    if (at < certain.size() && certain[at].words == span.words) span = certain[at];
  }
  return found;
}

Mention mention_of(const Document& document, const NameLexicon& names, const NameSpan& span) {
  Mention mention;
  mention.words = span.words;
  mention.span = {document.words[span.words.first].base.start, document.words[span.words.last - 1].span.end};
  mention.with_title = mention.span;
  mention.type = span.type;
  if (span.known != none) mention.known_id = names.known[span.known].id;
  return mention;
}

}  // namespace

void find_names(Document& document, const Lexicon& lexicon) {
  const NameLexicon& names = lexicon.names;
  const std::vector<KnownMatch> matches = find_known_names(document, names);
  const NameContext context = read_name_context(document, names, matches);
  std::vector<NameSpan> certain;
  add_known_spans(document, names, matches, certain);
  for (const NameSpan& span : decode(document, lexicon, matches, context, certain)) {
    document.mentions.push_back(mention_of(document, names, span));
  }
}

}  // namespace isnad
