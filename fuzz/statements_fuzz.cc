// Statements on any bytes: spans stay in the text, on code-point borders, and no chain is empty.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/utf8.h"
#include "pipeline/pipeline.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

bool on_border(const std::string& text, uint32_t at) {
  return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

void check(const std::string& text, const isnad::Span& span) {
  require(span.start < span.end && span.end <= text.size());
  require(on_border(text, span.start) && on_border(text, span.end));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const isnad::Lexicon lexicon = isnad::load_lexicon();
  const std::string text(reinterpret_cast<const char*>(data), size);
  if (!isnad::valid_utf8(text)) return 0;
  isnad::Document document;
  document.id = "d";
  document.text = text;
  isnad::annotate(document, lexicon);
  for (const isnad::Statement& statement : document.statements) {
    check(text, statement.cue);
    check(text, statement.content);
    require(!statement.chain.empty());
    for (const isnad::Source& source : statement.chain) {
      check(text, source.span);
      require(source.mention == isnad::none || source.mention < document.mentions.size());
    }
  }
  return 0;
}
