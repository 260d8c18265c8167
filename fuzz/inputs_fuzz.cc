// Foreign files of any kind: the first byte chooses the name, the rest is the file. Each reader has its own target for
// what stands behind its first bytes.
#include <cstdint>
#include <string_view>

#include "base/assert.h"
#include "base/utf8.h"
#include "read/reports.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static constexpr const char* names[] = {"",          "a.txt", "a.json",  "a.jsonl", "a.csv", "a.html",
                                          "a.xml",     "a.gz",  "a.zip",   "a.tar",   "a.xz",  "a.warc",
                                          "a.warc.gz", "a.eml", "a.mhtml", "a.docx",  "a.odt", "a.opml"};
  static const isnad::PageLexicon pages = isnad::load_pages();
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  isnad::read_bytes(
      bytes, names[data[0] % std::size(names)], pages,
      [](isnad::Document&& document) {
        ISNAD_INVARIANT(isnad::valid_utf8(document.text));
        ISNAD_INVARIANT(!document.id.empty());
        for (const isnad::AlignedPiece& piece : document.alignment) {
          ISNAD_INVARIANT(piece.text.end <= document.text.size() && piece.source.end <= document.source.size());
        }
      },
      [](const isnad::ReadProblem& problem) { ISNAD_INVARIANT(!problem.sentence.empty()); });
  return 0;
}
