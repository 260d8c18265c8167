#include "words/words.h"

#include "base/fold.h"
#include "base/utf8.h"
#include "words/clitics.h"
#include "words/part_of_speech.h"
#include "words/tokens.h"

namespace isnad {
namespace {

// Scratch space of one report.
struct Scratch {
  std::vector<Knowledge> wholes;  // of each word, as it stands
  UnknownForms unknown;
  std::string key;
  std::string form;
};

// The key of a word (lexicon/word_forms.h) from its folded form.
std::string_view key_of(std::string_view raw, std::string_view folded, std::string& key) {
  if (!ends_with_ta_marbuta(raw)) return folded;
  key.assign(folded);
  key.replace(key.size() - ta_marbuta.size(), ta_marbuta.size(), ta_marbuta);
  return key;
}

bool analysed(const Word& word) {
  return word.kind == WordKind::arabic && word.folded_size > 0 && word.folded_size <= max_analysed_bytes;
}

// Byte in the text of the letter that stands at byte `at` of the folded word; the end of the word behind the last.
uint32_t raw_offset(const Document& document, const Word& word, size_t at, std::vector<uint32_t>& map) {
  if (word.span.size() == word.folded_size) return word.span.start + static_cast<uint32_t>(at);
  if (at >= word.folded_size) return word.span.end;
  if (map.empty()) {
    std::string folded;
    fold(document.bytes(word.span), folded, &map);
  }
  return word.span.start + map[at];
}

// The folded stem as it is written without the pronoun: "مدينتهم" → "مدينه", "ابناوهم" → "ابناء", "نشروه" → "نشروا".
void restore_stem(const WordLexicon& words, std::string& stem, uint16_t host_traits) {
  struct Change {
    std::string_view end, key_end, folded_end;
    uint16_t traits;
  };
  static constexpr Change changes[] = {{"ت", "ة", "ه", trait::nominal},
                                       {"و", "ء", "ء", trait::nominal},
                                       {"ي", "ء", "ء", trait::nominal},
                                       {"ا", "ي", "ي", trait::nominal | trait::verb},
                                       {"و", "وا", "وا", trait::verb}};
  const uint16_t free = words.forms.find(word_form_hash(stem));
  if (free & trait::nominal && host_traits & trait::noun_host) return;
  if (free & trait::verb && !(host_traits & trait::noun_host)) return;
  for (const Change& change : changes) {
    if (!stem.ends_with(change.end)) continue;
    const std::string_view start = std::string_view(stem).substr(0, stem.size() - change.end.size());
    const std::string key = std::string(start) + std::string(change.key_end);
    if (look_up(words, word_form_hash(key)).traits & change.traits) {
      stem = std::string(start) + std::string(change.folded_end);
      return;
    }
  }
}

// Spans, proclitics and numbers of base and stem.
void place(Document& document, const Lexicon& lexicon, const Reading& reading, Scratch& scratch, Word& word) {
  const std::string_view folded = document.folded_form(word);
  std::vector<uint32_t> map;
  word.proclitics = reading.proclitics;
  word.base.start = raw_offset(document, word, reading.base, map);
  word.stem.start = raw_offset(document, word, reading.stem, map);
  word.stem.end = raw_offset(document, word, reading.stem_end, map);
  word.enclitic_bytes = static_cast<uint8_t>(word.span.end - word.stem.end);
  std::string& form = scratch.form;
  if (reading.base > 0 || reading.lam_article) {
    form.assign(reading.lam_article ? lexicon.words.article.text.substr(0, 2) : std::string());
    form += folded.substr(reading.base);
    word.base_id = lexicon.vocabulary.find(form);
  }
  if (reading.stem > reading.base || reading.stem_end < folded.size()) {
    form.assign(folded.substr(reading.stem, reading.stem_end - reading.stem));
    if (reading.stem_end < folded.size()) restore_stem(lexicon.words, form, reading.traits);
    word.stem_id = lexicon.vocabulary.find(form);
  } else {
    word.stem_id = word.base_id;
  }
}

// The word as one token, with its folded form; nothing is split.
void add_word(Document& document, const Lexicon& lexicon, const Token& token, Scratch& scratch) {
  Word word;
  word.kind = token.kind;
  word.span = word.base = word.stem = token.span;
  word.space_before = token.space_before;
  word.folded_start = static_cast<uint32_t>(document.folded.size());
  fold(document.bytes(word.span), document.folded);
  word.folded_size = static_cast<uint16_t>(document.folded.size() - word.folded_start);
  Knowledge whole;
  if (analysed(word)) {
    const uint64_t hash = word_form_hash(key_of(document.bytes(word.span), document.folded_form(word), scratch.key));
    whole = look_up(lexicon.words, hash);
    if (!whole.any()) scratch.unknown.add(hash);
  }
  document.words.push_back(word);
  scratch.wholes.push_back(whole);
}

void cut(Document& document, const Lexicon& lexicon, Scratch& scratch) {
  for (Sentence& sentence : document.sentences) {
    sentence.words.first = static_cast<uint32_t>(document.words.size());
    bool first = true;
    for (uint32_t at = sentence.span.start; at < sentence.span.end;) {
      std::optional<Token> token = next_token(document.text, at, sentence.span.end);
      if (!token) break;
      token->space_before = token->space_before || first;
      first = false;
      add_word(document, lexicon, *token, scratch);
      at = token->span.end;
    }
    sentence.words.last = static_cast<uint32_t>(document.words.size());
  }
  scratch.unknown.close();
}

void analyse(Document& document, const Lexicon& lexicon, uint32_t index, Scratch& scratch, WordContext& context,
             Expectation& expectation) {
  Word& word = document.words[index];
  const std::string_view folded = document.folded_form(word);
  word.form_id = word.base_id = word.stem_id = lexicon.vocabulary.find(folded);
  if (!analysed(word)) {
    expectation = Expectation::nothing;
    if (word.kind == WordKind::punctuation) context = {};
    return;
  }
  const std::string_view raw = document.bytes(word.span);
  WordText text{raw, folded, {}, scratch.wholes[index], hamza_letters(raw), expectation};
  text.key = key_of(text.raw, folded, scratch.key);
  const Reading reading = read_clitics(text, lexicon, scratch.unknown);
  place(document, lexicon, reading, scratch, word);
  word.pos = part_of_speech(reading, text, context);
  expectation = reading.expects;
  context = {word.pos, (word.proclitics & proclitic::al) != 0, false};
}

}  // namespace

void split_words(Document& document, const Lexicon& lexicon) {
  Scratch scratch;
  scratch.wholes.reserve(document.text.size() / 8);
  document.words.reserve(document.text.size() / 8);
  document.folded.reserve(document.text.size());
  cut(document, lexicon, scratch);
  for (const Sentence& sentence : document.sentences) {
    WordContext context;
    Expectation expectation = Expectation::nothing;
    for (uint32_t i = sentence.words.first; i < sentence.words.last; ++i) {
      analyse(document, lexicon, i, scratch, context, expectation);
    }
  }
}

}  // namespace isnad
