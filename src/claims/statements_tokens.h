// The words of a document as the search for statements sees them: classes, verb forms, marks, ends of sentences.
#pragma once

#include <cstdint>
#include <vector>

#include "document/document.h"
#include "lexicon/lexicon.h"

namespace isnad {

struct Token {
  FormId plain = unknown_form;       // without a joined conjunction
  FormId core = unknown_form;        // without preposition and article as well
  uint32_t classes = 0;              // bits of speech::
  const SpeechForm* form = nullptr;  // of plain: a form of a verb of speech
  char32_t mark = 0;                 // of punctuation; 0 for words
  uint32_t mention = none;           // index of the mention that holds it
  uint32_t time_end = 0;             // index behind the last token of the time expression that holds it; 0: none
  uint8_t clitics = 0;               // bits of proclitic::
  bool arabic = false;
  bool sentence_end = false;  // the last token of a sentence
  bool name_word = false;     // a given or family name of the tables

  bool is(uint32_t class_bits) const { return (classes & class_bits) != 0; }
  bool has(uint8_t clitic_bits) const { return (clitics & clitic_bits) != 0; }
  bool conjunction() const { return has(proclitic::conjunction); }
  bool comma() const { return mark == U'،' || mark == U',' || mark == U'؛' || mark == U';'; }
  bool dash() const { return mark == U'-' || mark == U'–' || mark == U'—'; }
  bool participle() const { return form && form->tense == SpeechTense::participle; }
  bool noun_of_source() const {
    return is(speech::role | speech::body | speech::unnamed | speech::media | speech::media_name);
  }
};

struct TokenStream {
  const Document* document = nullptr;
  const SpeechLexicon* lexicon = nullptr;
  std::vector<Token> tokens;  // one for each word of the document
  // Behind the last token of the sentence; a quotation does not end a sentence.
  std::vector<uint32_t> sentence_end;
  std::vector<uint32_t> sentence_start;

  const Token& operator[](size_t at) const { return tokens[at]; }
  uint32_t size() const { return static_cast<uint32_t>(tokens.size()); }
  const Word& word(uint32_t at) const { return document->words[at]; }
  std::string_view folded(uint32_t at) const { return document->folded_form(document->words[at]); }
  std::string_view bytes(uint32_t at) const { return document->bytes(document->words[at].span); }
  // Form of the token for phrases: without a joined conjunction.
  FormId phrase_form(uint32_t at, uint32_t end) const { return at < end ? tokens[at].plain : unknown_form; }
};

// Tokens of all words; the ends of sentences are those of the document, quotations are not looked at yet.
TokenStream read_tokens(const Document& document, const Lexicon& lexicon);

}  // namespace isnad
