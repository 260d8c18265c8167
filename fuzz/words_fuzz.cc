// Sentences, words and folding on any bytes, made valid UTF-8 first as read/ does.
#include <cstddef>
#include <cstdint>

#include "base/assert.h"
#include "base/fold.h"
#include "base/utf8.h"
#include "sentences/sentences.h"
#include "words/words.h"

namespace {

using namespace isnad;

std::string made_valid(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  std::string text;
  for (size_t at = 0; at < bytes.size();) {
    const CodePoint found = code_point_at(bytes, at);
    append_utf8(text, found.value);
    at += found.size;
  }
  return text;
}

void check_fold(const std::string& text) {
  std::string out;
  std::vector<uint32_t> map;
  fold(text, out, &map);
  ISNAD_INVARIANT(map.size() == out.size());
  ISNAD_INVARIANT(valid_utf8(out) || !valid_utf8(text));
  for (size_t i = 1; i < map.size(); ++i) ISNAD_INVARIANT(map[i - 1] <= map[i]);
}

void check_words(const Document& document) {
  uint32_t sentence_end = 0;
  for (const Sentence& sentence : document.sentences) {
    ISNAD_INVARIANT(!sentence.span.empty() && sentence.span.start >= sentence_end);
    ISNAD_INVARIANT(document.lines[sentence.line].span.contains(sentence.span));
    sentence_end = sentence.span.end;
    for (uint32_t i = sentence.words.first; i < sentence.words.last; ++i) {
      const Word& word = document.words[i];
      ISNAD_INVARIANT(sentence.span.contains(word.span) && !word.span.empty());
      ISNAD_INVARIANT(word.span.contains(word.base) && word.base.contains(word.stem));
      ISNAD_INVARIANT(i == 0 || document.words[i - 1].span.end <= word.span.start);
      ISNAD_INVARIANT(word.stem.end + word.enclitic_bytes == word.span.end);
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const Lexicon lexicon = load_lexicon();
  Document document;
  document.text = made_valid(data, size);
  check_fold(document.text);
  for (size_t start = 0; start < document.text.size();) {
    const size_t end = std::min(document.text.find('\n', start), document.text.size());
    const auto kind = static_cast<LineKind>(document.lines.size() % 3);
    document.lines.push_back({{static_cast<uint32_t>(start), static_cast<uint32_t>(end)}, kind});
    start = end + 1;
  }
  split_sentences(document, lexicon);
  split_words(document, lexicon);
  check_words(document);
  return 0;
}
