// Names are found in four steps: what the tables and the grammar of names make certain, what the sequence model finds
// between these, what class words and ordinary words forbid, and what one part of the report makes certain for the
// rest of it.
#include "mentions/names.h"

#include <algorithm>

#include "mentions/name_consistency.h"
#include "mentions/name_filter.h"
#include "mentions/name_grammar.h"
#include "mentions/tagger.h"

namespace isnad {
namespace {

// A given name alone is many persons', also where a table gives it to one.
bool is_given_alone(const NameLexicon& names, const NameContext& context, const KnownMatch& match) {
  if (names.spellings[match.spelling].name < names.own_count) return false;
  return match.words.size() == 1 && (context.classes[match.words.first] & name_class::given) != 0 &&
         names.known[names.spellings[match.spelling].name].type == NameType::person;
}

// "الملاعب السعودية": the country's name is a nationality behind a definite noun.
bool is_adjective(const NameLexicon&, const NameContext& context, const KnownMatch& match) {
  const uint32_t first = match.words.first;
  if (match.words.size() != 1 || first == 0 || (context.classes[first] & name_class::nationality) == 0) return false;
  constexpr uint32_t other = name_class::nationality | name_class::function_word | name_class::title |
                             name_class::place_head | name_class::outside_place_head;
  return (context.classes[first - 1] & name_class::definite) != 0 && (context.classes[first - 1] & other) == 0;
}

// An outlet that signs: between a line's start or a dash, and a dash before a known place ("… - الأفق - كاربينا:").
bool signs(const Document& document, const NameContext& context, const Range& words) {
  const auto is_dash = [&](uint32_t i) {
    const std::string_view text = document.bytes(document.words[i].span);
    return text == "-" || text == "–";
  };
  const bool starts = words.first == 0 || is_dash(words.first - 1) ||
                      line_at(document, document.words[words.first - 1].span.start) !=
                          line_at(document, document.words[words.first].span.start);
  return starts && words.last + 1 < document.words.size() && is_dash(words.last) &&
         context.match_at[words.last + 1] != none;
}

// A spelling that is an ordinary word as well is certain only behind a class word of its kind.
bool is_certain(const Document& document, const NameLexicon& names, const NameContext& context,
                const KnownMatch& match) {
  const KnownPhrase& spelling = names.spellings[match.spelling];
  const uint32_t classes = context.classes[match.words.first];
  if (is_adjective(names, context, match) || is_given_alone(names, context, match)) return false;
  if (!spelling.ambiguous) return true;
  switch (names.known[spelling.name].type) {
    case NameType::organization:
      return (classes & (name_class::behind_outside_head | name_class::quoted)) != 0 ||
             signs(document, context, match.words);
    case NameType::location: return (classes & name_class::behind_place_head) != 0;
    case NameType::person: return (classes & name_class::behind_title) != 0;
  }
  return false;
}

// Spans that are certain, the longer before the shorter where they overlap; in order.
std::vector<NameSpan> certain_spans(const Document& document, const NameLexicon& names,
                                    const std::vector<KnownMatch>& matches, const NameContext& context) {
  std::vector<NameSpan> all;
  for (const KnownMatch& match : matches) {
    if (!is_certain(document, names, context, match)) continue;
    const KnownPhrase& spelling = names.spellings[match.spelling];
    constexpr uint32_t media = name_class::quoted | name_class::behind_outside_head;
    const bool outlet = spelling.outlet != none_known && (context.classes[match.words.first] & media) != 0;
    const uint32_t name = outlet ? spelling.outlet : spelling.name;
    all.push_back({match.words, static_cast<MentionType>(names.known[name].type), name});
  }
  for (const NameSpan& span : find_bodies_and_places(document, names, matches, context)) all.push_back(span);
  for (const NameSpan& span : find_persons(document, names, matches, context)) all.push_back(span);
  std::stable_sort(all.begin(), all.end(),
                   [](const NameSpan& a, const NameSpan& b) { return a.words.size() > b.words.size(); });
  std::vector<bool> taken(document.words.size(), false);
  std::vector<NameSpan> certain;
  for (const NameSpan& span : all) {
    const auto first = taken.begin() + span.words.first, last = taken.begin() + span.words.last;
    if (std::find(first, last, true) != last) continue;
    std::fill(first, last, true);
    certain.push_back(span);
  }
  std::sort(certain.begin(), certain.end(),
            [](const NameSpan& a, const NameSpan& b) { return a.words.first < b.words.first; });
  return certain;
}

// What grammar adds to the model, in natural logarithms of odds: a title calls for a person, a given name for another
// name behind it, the class word of a place for a place.
void add_grammar_scores(const NameModel& model, const NameContext& context, uint32_t word, const Range& sentence,
                        NameScores& scores) {
  const uint32_t classes = context.classes[word];
  const auto units = [&](double odds) { return static_cast<int32_t>(odds / static_cast<double>(model.scale)); };
  const bool unknown = (classes & name_class::stranger) != 0 && (classes & name_class::definite) == 0;
  constexpr uint32_t name = name_class::given | name_class::family;
  if ((classes & name_class::behind_title) != 0 && (classes & name) != 0)
    scores[label_begin(MentionType::person)] += units(2);
  if ((classes & name_class::behind_title) != 0 && unknown) scores[label_begin(MentionType::person)] += units(2.5);
  if (unknown && word > sentence.first && (context.classes[word - 1] & name_class::behind_title) != 0) {
    scores[label_inside(MentionType::person)] += units(2);
  }
  if (word > sentence.first && (context.classes[word - 1] & name) != 0 && (classes & name) != 0) {
    scores[label_inside(MentionType::person)] += units(1.5);
  }
  if (word > sentence.first && (context.classes[word - 1] & name_class::given) != 0 && unknown) {
    scores[label_inside(MentionType::person)] += units(1.5);
  }
  if ((classes & name_class::behind_place_head) != 0 && unknown)
    scores[label_begin(MentionType::location)] += units(2.5);
}

// Decodes one sentence with the spans that are certain held fast.
void decode_sentence(const Document& document, const NameModel& model, const NameContext& context, const Range& words,
                     std::span<const NameSigns> signs, std::span<const NameSpan> certain,
                     std::vector<NameSpan>& found) {
  const auto time =
      static_cast<uint32_t>(std::lower_bound(document.times.begin(), document.times.end(), words.first,
                                             [](const Time& t, uint32_t first) { return t.words.last <= first; }) -
                            document.times.begin());
  std::vector<NameScores> scores;
  scores.reserve(words.size());
  score_names(model, signs.subspan(words.first, words.size()), scores);
  const auto hold = [&](uint32_t word, NameLabel label) {
    for (NameLabel other = 0; other < name_label_count; ++other) {
      if (other != label) scores[word - words.first][other] -= held_fast;
    }
  };
  for (uint32_t i = words.first; i < words.last; ++i) {
    if (never_in_name(document, i) || (context.classes[i] & name_class::formula) != 0) hold(i, label_outside);
    if (begins_office(context, i)) scores[i - words.first][label_inside(MentionType::person)] -= held_fast;
    add_grammar_scores(model, context, i, words, scores[i - words.first]);
  }
  for (uint32_t t = time; t < document.times.size() && document.times[t].words.first < words.last; ++t) {
    for (uint32_t i = document.times[t].words.first; i < document.times[t].words.last; ++i) {
      if (words.contains(i)) hold(i, label_outside);
    }
  }
  for (const NameSpan& span : certain) {
    for (uint32_t i = span.words.first; i < span.words.last; ++i) {
      scores[i - words.first] = {};
      hold(i, i == span.words.first ? label_begin(span.type) : label_inside(span.type));
    }
    // What follows a certain name is no part of it; a person may have more names than the tables know.
    if (span.words.last < words.last && span.type != MentionType::person) {
      scores[span.words.last - words.first][label_inside(span.type)] -= held_fast;
    }
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

std::vector<NameSpan> decode(const Document& document, const NameLexicon& names, const std::vector<KnownMatch>& matches,
                             const NameContext& context, const std::vector<NameSpan>& certain) {
  std::vector<NameSpan> found;
  std::vector<NameSigns> signs;
  read_name_signs(document, names.clusters, context.classes, gazetteer_codes(document, names, matches), signs);
  size_t next = 0;
  for (const Sentence& sentence : document.sentences) {
    const size_t first = next;
    while (next < certain.size() && certain[next].words.first < sentence.words.last) ++next;
    decode_sentence(document, names.model, context, sentence.words, signs,
                    std::span(certain).subspan(first, next - first), found);
  }
  size_t at = 0;
  for (NameSpan& span : found) {
    while (at < certain.size() && certain[at].words.first < span.words.first) ++at;
    if (at < certain.size() && certain[at].words == span.words) {
      span.certain = true;
      span.known = certain[at].known;
    }
  }
  return found;
}

// The known name of exactly these words, also an ambiguous one; none: not in the tables.
uint32_t known_name(const NameLexicon& names, const std::vector<KnownMatch>& matches, const NameContext& context,
                    const NameSpan& span) {
  if (span.known != none) return span.known;
  const uint32_t match = context.match_at[span.words.first];
  if (match == none || matches[match].words != span.words || is_given_alone(names, context, matches[match]))
    return none;
  const uint32_t name = names.spellings[matches[match].spelling].name;
  return static_cast<MentionType>(names.known[name].type) == span.type ? name : none;
}

// "وسوريا" stands whole in the name of a body: apart from that it is "و" and a known name.
void split_joined_names(Document& document, const Lexicon& lexicon) {
  constexpr std::string_view wa = "و";
  for (Word& word : document.words) {
    if (word.pos != PartOfSpeech::proper || word.proclitics != 0 || lexicon.names.classes_of(word.form_id) != 0)
      continue;
    const std::string_view form = document.folded_form(word);
    if (!form.starts_with(wa) || !document.bytes(word.span).starts_with(wa)) continue;
    const FormId rest = lexicon.vocabulary.find(form.substr(wa.size()));
    const auto one = [&](FormId id) {
      return lexicon.names.phrases.longest([&](uint32_t k) { return k == 0 ? id : unknown_form; }).has_value();
    };
    if (rest == unknown_form || !one(rest) || one(word.form_id)) continue;
    word.base.start += static_cast<uint32_t>(wa.size());
    word.stem.start = std::max(word.stem.start, word.base.start);
    word.proclitics |= proclitic::wa;
    word.base_id = rest;
  }
}

Mention mention_of(const Document& document, const NameLexicon& names, const NameSpan& span) {
  Mention mention;
  mention.words = span.words;
  const Word& first = document.words[span.words.first];
  // A verb's "س" before a name is a letter of the name.
  const bool guessed = (first.proclitics & proclitic::sa) != 0;
  mention.span = {guessed ? first.span.start : first.base.start, document.words[span.words.last - 1].span.end};
  mention.with_title = mention.span;
  mention.type = span.type;
  if (span.known != none) mention.known_id = names.known[span.known].id;
  return mention;
}

}  // namespace

void find_names(Document& document, const Lexicon& lexicon) {
  const NameLexicon& names = lexicon.names;
  split_joined_names(document, lexicon);
  const std::vector<KnownMatch> matches = find_known_names(document, names);
  const NameContext context = read_name_context(document, lexicon, matches);
  std::vector<NameSpan> spans =
      decode(document, names, matches, context, certain_spans(document, names, matches, context));
  filter_names(document, context, spans);
  spread_names(document, context, spans);
  drop_products(document, context, spans);
  for (NameSpan& span : spans) {
    span.known = known_name(names, matches, context, span);
    document.mentions.push_back(mention_of(document, names, span));
  }
  add_titles(document, context);
}

}  // namespace isnad
