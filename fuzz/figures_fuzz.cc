// Any text must give figures whose spans lie in it, on code-point borders, in order.
#include <cstdint>
#include <cstdlib>

#include "base/utf8.h"
#include "pipeline/pipeline.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const isnad::Lexicon lexicon = isnad::load_lexicon();
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (!isnad::valid_utf8(bytes)) return 0;
  isnad::Document document;
  document.id = "fuzz";
  document.text = bytes;
  isnad::annotate(document, lexicon);
  const auto on_border = [&](uint32_t at) {
    return at == document.text.size() || (static_cast<unsigned char>(document.text[at]) & 0xC0) != 0x80;
  };
  uint32_t last = 0;
  for (size_t i = 0; i < document.figures.size(); ++i) {
    const isnad::Figure& figure = document.figures[i];
    if (figure.span.empty() || figure.span.end > document.text.size() || figure.span.start < last) std::abort();
    if (!on_border(figure.span.start) || !on_border(figure.span.end)) std::abort();
    if (figure.of.end > document.text.size() || figure.of.start > figure.of.end) std::abort();
    if (figure.min && figure.max && *figure.min > *figure.max) std::abort();
    if (figure.part_of != isnad::none && figure.part_of >= document.figures.size()) std::abort();
    last = figure.span.start;
  }
  return 0;
}
