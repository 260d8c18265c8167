// Parts of formats that stand behind other bytes: HTTP answers, robots.txt, mail's codes, feeds, lines of PDF.
#include <cstdint>
#include <string_view>

#include "base/assert.h"
#include "base/error.h"
#include "base/utf8.h"
#include "fetch/fetcher.h"
#include "fetch/robots.h"
#include "read/feeds.h"
#include "read/http_message.h"
#include "read/mime.h"
#include "read/pdf.h"
#include "read/xml.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  constexpr size_t payload_limit = 1u << 20;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const isnad::HttpMessage message = isnad::parse_http(bytes);
  ISNAD_INVARIANT(isnad::decode_payload(message, payload_limit).bytes.size() <= 2 * payload_limit + (1u << 17));
  isnad::Robots(bytes, "isnad").allows(bytes.substr(0, 200));
  isnad::retry_after_ms(bytes, 0);
  isnad::parse_url(std::string(bytes), "https://s.example/");
  ISNAD_INVARIANT(isnad::valid_utf8(isnad::decode_words(bytes)));
  isnad::decode_base64(bytes);
  isnad::decode_quoted_printable(bytes);
  if (!isnad::valid_utf8(bytes)) return 0;
  ISNAD_INVARIANT(isnad::valid_utf8(isnad::fragment_text(bytes)));
  ISNAD_INVARIANT(isnad::valid_utf8(isnad::pdf_paragraphs(bytes)));
  try {
    for (const isnad::FeedItem& item : isnad::parse_feed(bytes, "feed").items)
      ISNAD_INVARIANT(isnad::valid_utf8(item.title));
    isnad::parse_opml(bytes, "list");
  } catch (const isnad::Error&) {  // what is no feed is refused
  }
  return 0;
}
