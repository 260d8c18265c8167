#include "mentions/name_filter.h"

#include <algorithm>

namespace isnad {
namespace {

class NameFilter {
 public:
  NameFilter(const Document& document, const NameContext& context) : document_(document), context_(context) {}

  // Takes words off the ends that cannot be part of the name.
  void trim(NameSpan& span) const {
    const auto is_mark = [&](uint32_t i) { return document_.words[i].kind == WordKind::punctuation; };
    while (!span.words.empty() && is_mark(span.words.first)) ++span.words.first;
    const auto is_letter = [&](uint32_t i) { return document_.words[i].folded_size <= 2; };  // "لـ" before a quotation
    while (!span.words.empty() && (is_mark(span.words.last - 1) || is_letter(span.words.last - 1))) --span.words.last;
    if (span.words.empty()) return;
    cut_at_clause(span);
    uint32_t outside = 0;
    if (span.type == MentionType::location) outside = name_class::outside_place_head;
    if (span.type == MentionType::organization) outside = name_class::outside_head;
    if (span.type == MentionType::person) outside = name_class::title;
    const bool loose = !span.certain || span.known != none;
    const uint32_t first = span.words.first;
    while (span.words.size() > 1 && loose && (classes(span.words.first) & outside) != 0 && stays_outside(span)) {
      ++span.words.first;
    }
    // "قوات الاحتلال التالوري": what is left is no name, but common words and a nationality.
    if (span.words.first > first && span.type == MentionType::organization && is_common_phrase(span))
      span.words.last = span.words.first;
    if (span.words.empty()) return;
    if (span.type == MentionType::person && has(span.words.first, name_class::filiation) &&
        !has(span.words.first, name_class::given)) {
      take_word_before(span);
    }
    if (span.certain) return;
    if (span.type == MentionType::organization) cut_at_person(span);
    constexpr uint32_t adjective = name_class::body_adjective | name_class::definite;
    if (span.type == MentionType::person && span.words.size() > 1 &&
        (classes(span.words.last - 1) & adjective) == adjective && !has(span.words.last - 1, name_class::family)) {
      --span.words.last;
    }
    while (span.words.size() > 1 && span.type != MentionType::organization &&
           has(span.words.last - 1, name_class::nationality)) {
      --span.words.last;
    }
  }

  bool keep(const NameSpan& span) const {
    if (span.words.empty()) return false;
    if (span.certain) return true;
    if (has_small_latin(span) || is_code(span) || is_construct(span)) return false;
    bool all_nationality = true, all_ordinary = true;
    for (uint32_t i = span.words.first; i < span.words.last; ++i) {
      all_nationality = all_nationality && has(i, name_class::nationality);
      all_ordinary = all_ordinary && is_common(i);
    }
    if (all_nationality || all_ordinary || is_class_word_and_nationality(span)) return false;
    return span.words.size() > 1 || keep_single(span);
  }

  // A product or model: the maker's name with a number behind it ("… 737").
  bool is_model_number(const NameSpan& span) const {
    const uint32_t behind = span.words.last;
    return span.type == MentionType::organization && behind < document_.words.size() &&
           document_.words[behind].kind == WordKind::digits &&
           (span.words.size() == 1 || has(behind - 1, name_class::letter_name)) &&
           document_.words[span.words.first].proclitics == 0 && !has(span.words.first, name_class::behind_outside_head);
  }

  // Takes initials before a person's name into it: "ر. ع. العوفي".
  void take_initials(NameSpan& span) const {
    const auto is_point = [&](uint32_t i) { return document_.bytes(document_.words[i].span) == "."; };
    while (span.words.first >= 2 && is_point(span.words.first - 1) && is_initial(span.words.first - 2))
      span.words.first -= 2;
  }

 private:
  uint32_t classes(uint32_t i) const { return context_.classes[i]; }
  bool has(uint32_t i, uint32_t bits) const { return (context_.classes[i] & bits) != 0; }

  // A title or a verb stands before the word.
  bool is_called(uint32_t i) const {
    if (has(i, name_class::behind_title)) return true;
    return i > 0 && document_.words[i - 1].pos == PartOfSpeech::verb &&
           (document_.words[i].proclitics & proclitic::preposition) == 0;
  }

  bool is_common_phrase(const NameSpan& span) const {
    if (span.known != none || span.words.size() < 2) return false;
    bool nationality = false;
    for (uint32_t i = span.words.first; i < span.words.last; ++i) {
      nationality = nationality || has(i, name_class::nationality);
      if (!has(i, name_class::nationality | name_class::definite)) return false;
    }
    return nationality;
  }

  // "بن" never begins a name: what stands before it does.
  void take_word_before(NameSpan& span) const {
    if (span.words.first == 0) return;
    const Word& word = document_.words[span.words.first - 1];
    if (word.kind == WordKind::arabic && !has(span.words.first - 1, name_class::function_word)) --span.words.first;
  }

  bool is_initial(uint32_t i) const {
    constexpr uint32_t longest = 6;  // bytes: a letter, or the name of one
    const Word& word = document_.words[i];
    return word.kind == WordKind::arabic &&
           (word.base.size() <= longest / 3 || (has(i, name_class::letter_name) && word.base.size() <= longest));
  }

  // "السلطات التركية", "القوات المشتركة": no name, as the class word stays outside and nothing else is there.
  bool is_class_word_and_nationality(const NameSpan& span) const {
    if (!has(span.words.first, name_class::outside_head) || has(span.words.first, name_class::organization_head))
      return false;
    for (uint32_t i = span.words.first + 1; i < span.words.last; ++i) {
      if (!has(i, name_class::nationality | name_class::modifier | name_class::portfolio)) return false;
    }
    return true;
  }

  // A body's name ends before the person who speaks for it: a first name and a family name.
  void cut_at_person(NameSpan& span) const {
    constexpr uint32_t unlike = name_class::ordinary | name_class::definite;
    for (uint32_t i = span.words.first + 2; i + 1 < span.words.last; ++i) {
      if (has(i, name_class::given) && !has(i, unlike) && has(i + 1, name_class::family)) {
        span.words.last = i;
        return;
      }
    }
  }

  // A word inside a span that begins with a joined conjunction begins another name.
  void cut_at_clause(NameSpan& span) const {
    if (span.certain || span.type == MentionType::organization) return;
    for (uint32_t i = span.words.first + 1; i < span.words.last; ++i) {
      const uint8_t clitics = document_.words[i].proclitics;
      if ((clitics & (proclitic::conjunction | proclitic::preposition)) != 0) {
        span.words.last = i;
        return;
      }
    }
  }

  // "common" class words stay inside where common words complete them.
  bool stays_outside(const NameSpan& span) const {
    if (has(span.words.first + 1, name_class::nationality)) return false;
    if (!has(span.words.first, name_class::organization_head)) return true;
    if (span.certain) return false;
    return (document_.words[span.words.first + 1].proclitics & proclitic::al) == 0;
  }

  // Class words, titles, words that a common dictionary explains in full.
  bool is_common(uint32_t i) const {
    constexpr uint32_t class_word = name_class::organization_head | name_class::place_head | name_class::outside_head |
                                    name_class::outside_place_head | name_class::title | name_class::ministry |
                                    name_class::nationality_head | name_class::modifier | name_class::letter_name;
    return has(i, class_word) && !has(i, name_class::given | name_class::family);
  }

  // Latin words that do not begin with a capital are text of a page; several that do are a product as often as a body.
  bool has_small_latin(const NameSpan& span) const {
    uint32_t latin = 0;
    for (uint32_t i = span.words.first; i < span.words.last; ++i) {
      const Word& word = document_.words[i];
      const char first = document_.text[word.span.start];
      if (word.kind == WordKind::latin && first >= 'a' && first <= 'z') return true;
      latin += word.kind == WordKind::latin;
    }
    return latin > 1 && latin == span.words.size() && span.type == MentionType::organization;
  }

  // "حسن الجوار": a noun that is a name as well, with a definite noun of the dictionary.
  bool is_construct(const NameSpan& span) const {
    constexpr uint32_t name = name_class::given | name_class::family | name_class::stranger;
    const uint32_t first = span.words.first;
    return span.type == MentionType::person && span.words.size() == 2 && has(first, name_class::ordinary) &&
           !has(first, name_class::behind_title) && has(first + 1, name_class::definite) && !has(first + 1, name);
  }

  // Two letters by their names ("جي بي") are a code, unless a class word stands before them.
  bool is_code(const NameSpan& span) const {
    constexpr uint32_t called = name_class::behind_outside_head | name_class::behind_organization_head;
    return span.words.size() == 2 && has(span.words.first, name_class::letter_name) &&
           has(span.words.first + 1, name_class::letter_name) && !has(span.words.first, called);
  }

  // "الرئيس" and an adjective of a country that the tables do not hold; a family's name is found by the full name
  // elsewhere in the report.
  bool is_unknown_nisba(uint32_t i) const {
    constexpr uint32_t titled = name_class::title | name_class::definite;
    return i > 0 && (classes(i - 1) & titled) == titled && has(i, name_class::definite) &&
           !has(i, name_class::given | name_class::family) && document_.folded_form(document_.words[i]).ends_with("ي");
  }

  bool keep_single(const NameSpan& span) const {
    const Word& word = document_.words[span.words.first];
    if (has(span.words.first, name_class::letter_name | name_class::function_word)) return false;
    if (span.type == MentionType::person && has(span.words.first, name_class::ordinary) && !is_called(span.words.first))
      return false;
    if (span.type == MentionType::person && is_unknown_nisba(span.words.first)) return false;
    switch (word.pos) {
      case PartOfSpeech::verb:
      case PartOfSpeech::particle:
      case PartOfSpeech::preposition:
      case PartOfSpeech::pronoun:
      case PartOfSpeech::conjunction: return false;
      default: return true;
    }
  }

  const Document& document_;
  const NameContext& context_;
};

}  // namespace

void drop_products(const Document& document, const NameContext& context, std::vector<NameSpan>& spans) {
  const NameFilter filter(document, context);
  std::erase_if(spans, [&](const NameSpan& span) { return filter.is_model_number(span); });
}

void filter_names(const Document& document, const NameContext& context, std::vector<NameSpan>& spans) {
  const NameFilter filter(document, context);
  for (NameSpan& span : spans) filter.trim(span);
  std::erase_if(spans, [&](const NameSpan& span) { return !filter.keep(span); });
  for (NameSpan& span : spans) {
    if (span.type == MentionType::person) filter.take_initials(span);
  }
}

}  // namespace isnad
