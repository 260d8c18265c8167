// Any text must give sorted mentions on word borders, apart from one another; linking them must give each an entity.
#include <cstdint>
#include <string>

#include "base/assert.h"
#include "base/utf8.h"
#include "lexicon/lexicon.h"
#include "pipeline/pipeline.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const isnad::Lexicon lexicon = isnad::load_lexicon();
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (!isnad::valid_utf8(bytes)) return 0;
  std::vector<isnad::Document> documents(1);
  documents[0].text = bytes;
  const isnad::Collection collection = isnad::build_report(std::move(documents), lexicon);
  const isnad::Document& document = collection.documents[0];
  uint32_t last = 0;
  for (const isnad::Mention& mention : document.mentions) {
    ISNAD_INVARIANT(last <= mention.span.start && mention.span.start < mention.span.end);
    ISNAD_INVARIANT(mention.with_title.contains(mention.span) && mention.span.end <= document.text.size());
    ISNAD_INVARIANT(mention.entity < collection.entities.size());
    last = mention.span.end;
  }
  return 0;
}
