#include "words/words.h"

#include <unicode/uchar.h>

#include <string>

#include "base/fold.h"
#include "base/utf8.h"

namespace isnad {
namespace {

WordKind kind_of(char32_t c) {
  if (u_isdigit(static_cast<UChar32>(c))) return WordKind::digits;
  if ((c >= 0x0620 && c < 0x0700 && (u_isalpha(static_cast<UChar32>(c)) || u_charType(static_cast<UChar32>(c)) == U_NON_SPACING_MARK)) ||
      c == 0x0640 || (c >= 0xFB50 && c < 0xFEFD && u_isalpha(static_cast<UChar32>(c)))) {
    return WordKind::arabic;
  }
  if (u_isalpha(static_cast<UChar32>(c))) return WordKind::latin;
  return u_ispunct(static_cast<UChar32>(c)) ? WordKind::punctuation : WordKind::symbol;
}

bool separates_digits(char32_t c) { return c == U'.' || c == U',' || c == U'٫' || c == U'٬'; }

// The end of the token that begins at `at`, and its kind.
uint32_t token_end(std::string_view text, uint32_t at, uint32_t end, WordKind& kind) {
  CodePoint found = code_point_at(text, at);
  kind = kind_of(found.value);
  at += found.size;
  if (kind == WordKind::punctuation || kind == WordKind::symbol) return at;
  while (at < end) {
    found = code_point_at(text, at);
    const bool same = kind_of(found.value) == kind || u_charType(static_cast<UChar32>(found.value)) == U_FORMAT_CHAR;
    const bool inner = kind == WordKind::digits && separates_digits(found.value) && at + found.size < end &&
                       kind_of(code_point_at(text, at + found.size).value) == WordKind::digits;
    if (!same && !inner) return at;
    at += found.size;
  }
  return at;
}

struct Proclitic {
  std::string_view text;
  uint8_t bit;
};

// Byte size of the article "ال" at `at` in the token, where at least two letters follow; else 0.
uint32_t article_size(std::string_view text, uint32_t at, uint32_t end) {
  constexpr std::string_view article = "ال";
  return text.substr(at, end - at).starts_with(article) && end - at >= article.size() + 4 ? article.size() : 0;
}

// Splits proclitics off where the rest is a form that some table names, or begins with the article.
void split_clitics(const Document& document, const Lexicon& lexicon, Word& word) {
  static constexpr Proclitic conjunctions[] = {{"و", proclitic::wa}, {"ف", proclitic::fa}};
  static constexpr Proclitic prepositions[] = {{"ب", proclitic::bi}, {"ل", proclitic::li}, {"ك", proclitic::ka}};
  const std::string_view text = document.text;
  const auto known = [&](uint32_t at) {
    return lexicon.vocabulary.find(folded(text.substr(at, word.span.end - at))) != unknown_form ||
           article_size(text, at, word.span.end) > 0;
  };
  const auto take = [&](const auto& list) {
    for (const Proclitic& clitic : list) {
      const auto rest = static_cast<uint32_t>(word.base.start + clitic.text.size());
      if (text.substr(word.base.start).starts_with(clitic.text) && rest + 4 <= word.span.end && known(rest)) {
        word.base.start = rest;
        word.proclitics |= clitic.bit;
        return;
      }
    }
  };
  if (word.form_id == unknown_form) {
    take(conjunctions);
    take(prepositions);
  }
  word.stem = word.base;
  const uint32_t article = article_size(text, word.base.start, word.base.end);
  if (article > 0) word.proclitics |= proclitic::al;
  word.stem.start += article;
}

void add_word(Document& document, const Lexicon& lexicon, Word word) {
  word.folded_start = static_cast<uint32_t>(document.folded.size());
  fold(document.bytes(word.span), document.folded);
  word.folded_size = static_cast<uint16_t>(document.folded.size() - word.folded_start);
  word.form_id = lexicon.vocabulary.find(document.folded_form(word));
  word.base = word.stem = word.span;
  if (word.kind == WordKind::arabic) split_clitics(document, lexicon, word);
  word.base_id = lexicon.vocabulary.find(folded(document.bytes(word.base)));
  word.stem_id = lexicon.vocabulary.find(folded(document.bytes(word.stem)));
  document.words.push_back(word);
}

}  // namespace

void split_words(Document& document, const Lexicon& lexicon) {
  for (Sentence& sentence : document.sentences) {
    sentence.words.first = static_cast<uint32_t>(document.words.size());
    bool space = true;
    for (uint32_t at = sentence.span.start; at < sentence.span.end;) {
      const CodePoint found = code_point_at(document.text, at);
      if (u_isUWhiteSpace(static_cast<UChar32>(found.value)) || u_charType(static_cast<UChar32>(found.value)) == U_FORMAT_CHAR) {
        space = true;
        at += found.size;
        continue;
      }
      Word word;
      word.span = {at, token_end(document.text, at, sentence.span.end, word.kind)};
      word.space_before = space;
      space = false;
      at = word.span.end;
      add_word(document, lexicon, word);
    }
    sentence.words.last = static_cast<uint32_t>(document.words.size());
  }
}

}  // namespace isnad
