#include "mentions/name_context.h"

#include <algorithm>

namespace isnad {
namespace {

constexpr uint32_t max_title_words = 12;

constexpr uint32_t parts_of_persons =
    name_class::given | name_class::family | name_class::compound | name_class::name_end;

bool is_function_word(const Word& word) {
  return word.pos == PartOfSpeech::particle || word.pos == PartOfSpeech::preposition ||
         word.pos == PartOfSpeech::pronoun || word.pos == PartOfSpeech::conjunction;
}

// "على" with dotted ya, as careful newsrooms write the name علي and others the preposition.
bool may_be_ali(const Document& document, const Word& word) {
  constexpr std::string_view ali = "علي";
  return document.bytes(word.base) == ali;
}

// Names of the tables are not taken apart, so that their article is no proclitic.
bool has_article(const Document& document, const Word& word) {
  constexpr std::string_view article = "ال";
  constexpr size_t shortest = 8;
  if ((word.proclitics & proclitic::al) != 0) return true;
  const std::string_view form = document.folded_form(word);
  return form.starts_with(article) && form.size() >= shortest;
}

bool is_stranger(const Document& document, const WordLexicon& words, const Word& word) {
  if (word.kind != WordKind::arabic || word.form_id != unknown_form || word.base_id != unknown_form) return false;
  const auto known = [&](const Span& span) { return words.forms.find(word_key(document.bytes(span))) != 0; };
  if (known(word.span) || (word.base != word.span && known(word.base))) return false;
  return word.stem == word.base || (word.stem_id == unknown_form && !known(word.stem));
}

class ContextReader {
 public:
  ContextReader(const Document& document, const NameLexicon& names, const std::vector<KnownMatch>& matches,
                NameContext& context)
      : document_(document), names_(names), matches_(matches), context_(context) {}

  void read(const Range& sentence) {
    mark_quoted(sentence);
    mark_formulas(sentence);
    for (uint32_t i = sentence.first; i < sentence.last;) {
      const uint32_t end = title_end(i, sentence.last);
      if (end == i) {
        ++i;
        continue;
      }
      for (uint32_t k = i; k < end; ++k) context_.classes[k] |= name_class::title;
      if (end < sentence.last) context_.classes[end] |= name_class::behind_title;
      context_.titles.push_back({i, end});
      i = end;
    }
    for (uint32_t i = sentence.first; i + 1 < sentence.last; ++i) {
      const uint32_t classes = context_.classes[i];
      if ((classes & (name_class::place_head | name_class::outside_place_head)) != 0) {
        context_.classes[i + 1] |= name_class::behind_place_head;
      }
      if ((classes & name_class::organization_head) != 0)
        context_.classes[i + 1] |= name_class::behind_organization_head;
      if ((classes & name_class::outside_head) != 0) context_.classes[i + 1] |= name_class::behind_outside_head;
    }
  }

 private:
  bool is_quote(uint32_t i) const {
    const std::string_view text = document_.bytes(document_.words[i].span);
    return text == "\"" || text == "«" || text == "»" || text == "“" || text == "”" || text == "'";
  }
  // الله is part of a name only behind some nouns; elsewhere it belongs to a formula.
  void mark_formulas(const Range& sentence) {
    for (uint32_t i = sentence.first; i < sentence.last; ++i) {
      if (document_.words[i].base_id != names_.god && document_.words[i].form_id != names_.god) continue;
      const bool named = i > sentence.first && (context_.classes[i - 1] & name_class::before_god) != 0 &&
                         document_.words[i].proclitics == 0 &&
                         (document_.words[i - 1].proclitics & proclitic::preposition) == 0;
      if (!named) context_.classes[i] = name_class::formula;
    }
  }

  // Words that stand alone, or in twos, between quotation marks.
  void mark_quoted(const Range& sentence) {
    for (uint32_t i = sentence.first; i + 2 < sentence.last; ++i) {
      if (!is_quote(i) || is_quote(i + 1)) continue;
      if (is_quote(i + 2)) context_.classes[i + 1] |= name_class::quoted;
      if (i + 3 < sentence.last && !is_quote(i + 2) && is_quote(i + 3)) context_.classes[i + 1] |= name_class::quoted;
    }
  }

  // The title phrase at a word: its end and what it takes; the end is `at` where there is none.
  uint32_t phrase_end(uint32_t at, uint32_t last, uint8_t& takes) const {
    const Word& word = document_.words[at];
    uint32_t end = at;
    // The future's "س" stands before verbs only: "سامر" is no "آمر".
    const FormId base = (word.proclitics & proclitic::sa) != 0 ? unknown_form : word.base_id;
    for (const FormId first : {word.form_id, base}) {
      if (first == unknown_form) continue;
      const auto found = names_.titles.longest([&](uint32_t k) -> FormId {
        return k == 0 ? first : at + k < last ? document_.words[at + k].form_id : unknown_form;
      });
      if (found && at + found->words > end) {
        end = at + found->words;
        takes = static_cast<uint8_t>(found->value);
      }
    }
    return end;
  }

  // The end of a title with its complements, or `at`.
  uint32_t title_end(uint32_t at, uint32_t last) const {
    uint8_t takes = 0;
    uint32_t end = phrase_end(at, last, takes);
    if (end == at) return at;
    while (end < last && end - at < max_title_words) {
      const Word& word = document_.words[end];
      const uint32_t classes = context_.classes[end];
      if (word.kind != WordKind::arabic) break;
      if ((word.proclitics & proclitic::conjunction) != 0) break;
      uint8_t more = 0;
      if (const uint32_t further = phrase_end(end, last, more); further > end) {
        end = further;
        takes = more;
        continue;
      }
      if ((classes & (name_class::nationality | name_class::modifier)) != 0) {
        ++end;
        continue;
      }
      if ((takes & title_takes::body) != 0 || (takes & title_takes::country) != 0) {
        const uint32_t match = context_.match_at[end];
        if (match != none && known_type(match) != NameType::person) {
          end = matches_[match].words.last;
          continue;
        }
      }
      constexpr uint32_t person = name_class::given | name_class::family;
      const bool definite = (classes & name_class::definite) != 0 && (classes & person) == 0;
      const bool noun =
          (classes & (name_class::organization_head | name_class::place_head | name_class::portfolio)) != 0;
      if ((takes & title_takes::body) == 0 || !(definite || noun)) break;
      ++end;
    }
    return end;
  }

  NameType known_type(uint32_t match) const {
    return names_.known[names_.spellings[matches_[match].spelling].name].type;
  }

  const Document& document_;
  const NameLexicon& names_;
  const std::vector<KnownMatch>& matches_;
  NameContext& context_;
};

}  // namespace

bool begins_office(const NameContext& context, uint32_t word) {
  if ((context.classes[word] & name_class::title) == 0) return false;
  const auto title = std::lower_bound(context.titles.begin(), context.titles.end(), word,
                                      [](const Range& range, uint32_t at) { return range.first < at; });
  return title != context.titles.end() && title->first == word && title->size() > 1;
}

NameContext read_name_context(const Document& document, const Lexicon& lexicon,
                              const std::vector<KnownMatch>& matches) {
  const NameLexicon& names = lexicon.names;
  NameContext context;
  const size_t count = document.words.size();
  context.classes.resize(count);
  for (size_t i = 0; i < count; ++i) {
    const Word& word = document.words[i];
    // What is joined is no part of the name: "باسم" before a name is not باسم.
    const bool joined = (word.proclitics & (proclitic::preposition | proclitic::conjunction)) != 0;
    context.classes[i] = names.classes_of(word.base_id) | (joined ? 0 : names.classes_of(word.form_id));
    if (is_function_word(word)) {
      context.classes[i] |= name_class::function_word;
      if (!may_be_ali(document, word)) context.classes[i] &= ~parts_of_persons;
    }
    if (is_stranger(document, lexicon.words, word)) context.classes[i] |= name_class::stranger;
    if (has_article(document, word)) context.classes[i] |= name_class::definite;
  }
  context.match_at.assign(count, none);
  for (uint32_t m = 0; m < matches.size(); ++m) context.match_at[matches[m].words.first] = m;
  ContextReader reader(document, names, matches, context);
  for (const Sentence& sentence : document.sentences) reader.read(sentence.words);
  return context;
}

}  // namespace isnad
