#include "stories/reuse_tokens.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "base/fold.h"

namespace isnad {
namespace {

constexpr float short_word_weight = 0.5F;
constexpr size_t short_word_bytes = 6;  // three Arabic letters
constexpr size_t prefix_bytes = 8;      // four Arabic letters
constexpr size_t fewest_prefix_bytes = 10;
constexpr float rarity_of_weight_one = 4.0F;  // a stem of one report in 55
constexpr float least_weight = 0.2F;
constexpr float most_weight = 1.25F;
constexpr float number_weight = 0.7F;

// Words of names with their titles.
std::vector<bool> words_in_names(const Document& document) {
  std::vector<bool> in_name(document.words.size(), false);
  for (const Mention& mention : document.mentions) {
    const Range words = words_in(document, mention.with_title.empty() ? mention.span : mention.with_title);
    std::fill(in_name.begin() + words.first, in_name.begin() + words.last, true);
  }
  return in_name;
}

float stem_weight(const StoryLexicon& known, uint64_t stem) {
  const auto found = known.document_frequency.find(stem);
  const float holders = found == known.document_frequency.end() ? 1.0F : static_cast<float>(found->second);
  const float rarity = std::log(static_cast<float>(std::max(known.documents, 1U)) / holders);
  return std::clamp(rarity_weight(rarity), least_weight, most_weight);
}

bool ends_clause(std::string_view mark) {
  return mark == "،" || mark == "," || mark == "؛" || mark == ";" || mark == ":" || mark == "." || mark == "؟" ||
         mark == "!";
}

}  // namespace

float rarity_weight(double rarity) { return static_cast<float>(rarity) / rarity_of_weight_one; }

std::vector<ReuseToken> reuse_tokens(const Document& document) {
  std::vector<ReuseToken> tokens;
  tokens.reserve(document.words.size());
  std::string stem;
  uint32_t clause = 0;
  for (const Sentence& sentence : document.sentences) {
    if (!is_content(document.lines[sentence.line].kind)) continue;
    ++clause;
    const LineKind kind = document.lines[sentence.line].kind;
    for (uint32_t w = sentence.words.first; w < sentence.words.last; ++w) {
      const Word& word = document.words[w];
      if (word.kind == WordKind::punctuation && ends_clause(document.bytes(word.span))) ++clause;
      if (word.kind == WordKind::punctuation || word.kind == WordKind::symbol) continue;
      stem.clear();
      fold(document.bytes(word.stem), stem);
      if (stem.empty()) continue;
      ReuseToken token;
      token.stem = stem_hash(stem);
      token.form = stem_hash(document.folded_form(word));
      if (stem.size() >= fewest_prefix_bytes)
        token.prefix = static_cast<uint32_t>(stem_hash(std::string_view(stem).substr(0, prefix_bytes)));
      token.weight = stem.size() <= short_word_bytes && word.kind != WordKind::digits ? short_word_weight : 1.0F;
      token.word = w;
      token.headline = kind == LineKind::title || kind == LineKind::subhead;
      token.clause = clause;
      tokens.push_back(token);
    }
  }
  return tokens;
}

std::vector<ReuseToken> weighted_reuse_tokens(const Document& document, const Lexicon& lexicon, float name_factor) {
  std::vector<ReuseToken> tokens;
  const std::vector<bool> in_name = words_in_names(document);
  const auto footer_at = [&](uint32_t word) {
    const auto form = [&](uint32_t k) {
      return word + k < document.words.size() ? document.words[word + k].form_id : unknown_form;
    };
    return lexicon.stories.footers.longest(form).has_value();
  };
  uint32_t footer_end = 0;  // byte; the footer reaches to the end of its line
  for (ReuseToken token : reuse_tokens(document)) {
    const Word& word = document.words[token.word];
    if (word.span.start < footer_end) continue;
    if (lexicon.stories.footers.begins(word.form_id) && footer_at(token.word)) {
      footer_end = document.lines[line_at(document, word.span.start)].span.end;
      continue;
    }
    token.weight = word.kind == WordKind::digits ? number_weight : stem_weight(lexicon.stories, token.stem);
    if (in_name[token.word]) token.weight *= name_factor;
    tokens.push_back(token);
  }
  return tokens;
}

}  // namespace isnad
