// Foreign bytes: charsets, JSON and the kinds of lines, over whatever comes.
#include <cstdint>
#include <string_view>

#include "base/assert.h"
#include "base/error.h"
#include "base/utf8.h"
#include "lexicon/lexicon.h"
#include "read/charset.h"
#include "read/credits.h"
#include "read/json_reports.h"
#include "read/lines.h"

namespace {

void check_decoding(std::string_view bytes, isnad::Charset charset) {
  const isnad::Decoded decoded = isnad::decode(bytes, charset);
  ISNAD_INVARIANT(isnad::valid_utf8(decoded.text));
  uint32_t text_end = 0;
  for (const isnad::AlignedPiece& piece : decoded.alignment) {
    ISNAD_INVARIANT(piece.text.start == text_end && piece.source.end <= bytes.size());
    text_end = piece.text.end;
  }
  ISNAD_INVARIANT(decoded.alignment.empty() || text_end == decoded.text.size());
}

void check_lines(std::string text) {
  static const isnad::Lexicon lexicon = isnad::load_lexicon();
  isnad::Document document;
  document.text = std::move(text);
  isnad::split_lines(document, lexicon);
  isnad::find_credits(document, lexicon);
  for (const isnad::Line& line : document.lines) ISNAD_INVARIANT(line.span.end <= document.text.size());
  for (const isnad::Credit& credit : document.credits) ISNAD_INVARIANT(credit.span.end <= document.text.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  isnad::looks_like_text(bytes);
  for (const isnad::Charset charset : {isnad::Charset::utf8, isnad::Charset::utf16_le, isnad::Charset::utf16_be,
                                       isnad::Charset::windows_1256, isnad::Charset::iso_8859_6}) {
    check_decoding(bytes, charset);
  }
  check_lines(isnad::decode(bytes, isnad::detect_charset(bytes)).text);
  try {
    for (const isnad::Document& document : isnad::JsonReports().parse(bytes, "input")) {
      ISNAD_INVARIANT(isnad::valid_utf8(document.text));
    }
  } catch (const isnad::Error&) {  // what is no JSON is refused
  }
  return 0;
}
