// Any text through the number and time readers and the resolver: times lie in the text in order and have a value.
#include <cstddef>
#include <cstdint>
#include <string>

#include "base/assert.h"
#include "base/utf8.h"
#include "mentions/numbers.h"
#include "mentions/times.h"
#include "read/lines.h"
#include "sentences/sentences.h"
#include "words/words.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const isnad::Lexicon lexicon = isnad::load_lexicon();
  const std::string text(reinterpret_cast<const char*>(data), size);
  if (!isnad::valid_utf8(text)) return 0;
  isnad::Document document;
  document.text = text;
  document.published = {2015, 7, 20};
  split_lines(document, lexicon);
  split_sentences(document, lexicon);
  split_words(document, lexicon);
  find_numbers(document, lexicon);
  find_times(document, lexicon);
  resolve_times(document, lexicon);
  uint32_t end = 0;
  for (const isnad::Time& time : document.times) {
    ISNAD_INVARIANT(time.span.start >= end && time.span.start < time.span.end && time.span.end <= document.text.size());
    ISNAD_INVARIANT(!time.value.empty());
    end = time.span.end;
  }
  return 0;
}
