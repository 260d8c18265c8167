// Any text through the number reader: spans lie in the text, numbers are finite, ranges do not run backwards.
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>

#include "base/assert.h"
#include "base/utf8.h"
#include "mentions/numbers.h"
#include "read/lines.h"
#include "sentences/sentences.h"
#include "words/words.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const isnad::Lexicon lexicon = isnad::load_lexicon();
  const std::string text(reinterpret_cast<const char*>(data), size);
  if (!isnad::valid_utf8(text)) return 0;
  isnad::Document document;
  document.text = text;
  split_lines(document, lexicon);
  split_sentences(document, lexicon);
  split_words(document, lexicon);
  find_numbers(document, lexicon);
  for (const isnad::Number& number : document.numbers) {
    ISNAD_INVARIANT(number.span.start < number.span.end && number.span.end <= document.text.size());
    ISNAD_INVARIANT(number.words.first < number.words.last && number.words.last <= document.words.size());
    ISNAD_INVARIANT(!std::isnan(number.value));
    ISNAD_INVARIANT(!number.min || !number.max || *number.min <= *number.max);
  }
  return 0;
}
