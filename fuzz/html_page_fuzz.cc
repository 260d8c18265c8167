// Web pages of any bytes: every result has text in UTF-8, lines and alignment within their bounds.
#include <cstdint>
#include <string_view>

#include "base/assert.h"
#include "base/utf8.h"
#include "read/html_page.h"
#include "read/page_dates.h"
#include "read/site_templates.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace isnad;
  static const PageLexicon lexicon = load_pages();
  static SiteTemplates sites;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  looks_like_html(bytes);
  const PageResult page = read_page(bytes, {"http://example.com/a", {}, {}}, lexicon, &sites);
  ISNAD_INVARIANT(valid_utf8(page.text) && valid_utf8(page.title));
  uint32_t end = 0;
  for (const Line& line : page.lines) {
    ISNAD_INVARIANT(line.span.start >= end && line.span.start < line.span.end && line.span.end <= page.text.size());
    end = line.span.end;
  }
  end = 0;
  for (const AlignedPiece& piece : page.alignment) {
    ISNAD_INVARIANT(piece.text.start >= end && piece.text.end <= page.text.size() && piece.source.end <= size);
    end = piece.text.end;
  }
  page_dates(bytes, lexicon);
  iso_of_address(bytes);
  return 0;
}
