#include "sentences/sentences.h"

#include "base/utf8.h"

namespace isnad {

void split_sentences(Document& document, const Lexicon&) {
  for (uint32_t line = 0; line < document.lines.size(); ++line) {
    const Span span = document.lines[line].span;
    uint32_t start = span.start;
    for (uint32_t at = span.start; at < span.end;) {
      const CodePoint found = code_point_at(document.text, at);
      at += found.size;
      const bool mark = found.value == U'.' || found.value == U'؟' || found.value == U'!';
      const bool ends = at >= span.end || (mark && document.text[at] == ' ');
      if (!ends) continue;
      while (start < at && document.text[start] == ' ') ++start;
      if (start < at) document.sentences.push_back({{start, at}, {}, line});
      start = at;
    }
  }
}

}  // namespace isnad
