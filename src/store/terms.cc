#include "store/terms.h"

#include <algorithm>

#include "base/fold.h"
#include "base/utf8.h"
#include "words/words.h"

namespace isnad {
namespace {

constexpr size_t letter = 2;             // bytes of an Arabic letter
constexpr size_t shortest = 3 * letter;  // of what an ending leaves
constexpr size_t longest = 64;           // of a term in bytes; what is longer is no word that one looks for

uint16_t traits_of(const Lexicon& lexicon, const std::string& key) { return lexicon.words.forms.find(key); }

bool nominal(const Lexicon& lexicon, const std::string& key) { return (traits_of(lexicon, key) & trait::nominal) != 0; }

bool past(const Lexicon& lexicon, const std::string& key) { return (traits_of(lexicon, key) & trait::past) != 0; }

// The singular by the rules of sound plurals and duals; empty where none holds. form: folded.
std::string singular_of(const std::string& form, uint16_t traits, const Lexicon& lexicon) {
  struct Ending {
    std::string_view ending;
    bool feminine;     // what is left takes the feminine ending
    uint16_t written;  // traits one of which the whole must have, where the dictionary has it
  };
  static constexpr Ending endings[] = {{"تان", true, trait::dual},   {"تين", true, trait::dual},
                                       {"ات", true, trait::plural},  {"ات", false, trait::plural},
                                       {"ون", false, trait::plural}, {"ين", false, trait::plural | trait::dual},
                                       {"ان", false, trait::dual}};
  for (const Ending& ending : endings) {
    if (!form.ends_with(ending.ending) || form.size() < shortest + ending.ending.size()) continue;
    if (traits != 0 && (traits & ending.written) == 0) continue;
    const std::string rest = form.substr(0, form.size() - ending.ending.size());
    if (ending.feminine ? nominal(lexicon, rest + std::string(ta_marbuta)) : nominal(lexicon, rest))
      return ending.feminine ? rest + "ه" : rest;
  }
  return {};
}

// The third person singular of the perfect; empty where the form is no inflection of one.
std::string perfect_of(const std::string& form, uint16_t traits, const Lexicon& lexicon) {
  if ((traits & trait::nominal) != 0) return {};
  const auto without_end = [&](std::string_view ending) {
    return form.ends_with(ending) && form.size() >= shortest + ending.size()
               ? form.substr(0, form.size() - ending.size())
               : std::string();
  };
  if ((traits & trait::past) != 0) {
    for (const std::string_view ending : {"وا", "تا", "ت"}) {
      if (const std::string rest = without_end(ending); !rest.empty() && past(lexicon, rest)) return rest;
    }
    return {};
  }
  if ((traits & trait::present) == 0) return {};
  for (const std::string_view person : {"ي", "ت", "ن"}) {
    if (!form.starts_with(person)) continue;
    for (const std::string_view ending : {"ون", "وا", "ان", ""}) {
      const std::string whole = ending.empty() ? form : without_end(ending);
      if (whole.size() < shortest + letter) continue;
      if (const std::string rest = whole.substr(letter); past(lexicon, rest)) return rest;
    }
  }
  return {};
}

bool is_term(const Word& word) {
  return word.folded_size > 0 && word.folded_size <= longest && word.kind != WordKind::punctuation &&
         word.kind != WordKind::symbol;
}

void append(std::string& to, std::string_view term) {
  if (!to.empty()) to += ' ';
  to += term;
}

// Whether each word stands in a name.
std::vector<bool> words_in_names(const Document& document) {
  std::vector<bool> in_name(document.words.size(), false);
  for (const Mention& mention : document.mentions) {
    for (uint32_t w = mention.words.first; w < mention.words.last && w < in_name.size(); ++w) in_name[w] = true;
  }
  return in_name;
}

}  // namespace

std::string lemma_of(std::string_view written, std::string_view folded_form, const Lexicon& lexicon) {
  const std::string form(folded_form);
  if (const std::string_view lemma = lexicon.search.lemma(form); lemma != form) return std::string(lemma);
  if (form.size() < shortest + letter) return form;
  const uint16_t traits = traits_of(lexicon, word_key(written));
  std::string rest = singular_of(form, traits, lexicon);
  if (rest.empty()) rest = perfect_of(form, traits, lexicon);
  return rest.empty() ? form : std::string(lexicon.search.lemma(rest));
}

WordTerms terms_of(const Document& document, const Word& word, bool in_name, const Lexicon& lexicon) {
  if (!is_term(word)) return {};
  WordTerms terms{std::string(document.folded_form(word)), {}};
  if (word.kind != WordKind::arabic) {
    terms.lemma = terms.exact;
    return terms;
  }
  const std::string_view written = document.bytes(word.stem);
  const std::string stem =
      word.stem_id != unknown_form ? std::string(lexicon.vocabulary.text(word.stem_id)) : folded(written);
  if (stem.empty()) {
    terms.lemma = terms.exact;
  } else {
    terms.lemma = in_name ? stem : lemma_of(word.enclitic_bytes == 0 ? written : std::string_view(stem), stem, lexicon);
  }
  return terms;
}

ReportTerms report_terms(const Document& document, const Lexicon& lexicon) {
  ReportTerms terms;
  if (!document.title.empty() && document.text.find(document.title) == std::string::npos) {
    const Document title = words_of(document.title, lexicon);
    for (const Word& word : title.words) {
      const WordTerms of = terms_of(title, word, false, lexicon);
      if (of.exact.empty()) continue;
      append(terms.title, of.lemma);
      append(terms.exact, of.exact);
    }
  }
  const std::vector<bool> in_name = words_in_names(document);
  for (const Sentence& sentence : document.sentences) {
    const LineKind kind = sentence.line == none ? LineKind::body : document.lines[sentence.line].kind;
    if (kind == LineKind::boilerplate) continue;
    std::string& field = kind == LineKind::title || kind == LineKind::subhead ? terms.title : terms.body;
    for (uint32_t w = sentence.words.first; w < sentence.words.last; ++w) {
      const WordTerms of = terms_of(document, document.words[w], in_name[w], lexicon);
      if (of.exact.empty()) continue;
      append(field, of.lemma);
      append(terms.exact, of.exact);
    }
  }
  return terms;
}

Document words_of(std::string_view text, const Lexicon& lexicon) {
  Document document;
  document.text = text;
  document.lines.push_back({{0, static_cast<uint32_t>(text.size())}, LineKind::body});
  document.sentences.push_back({{0, static_cast<uint32_t>(text.size())}, {}, 0});
  split_words(document, lexicon);
  return document;
}

}  // namespace isnad
