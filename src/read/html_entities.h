// HTML entities: "&quot;", "&#1575;", "&#x627;" and those whose semicolon was forgotten.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace isnad {

struct HtmlEntity {
  char32_t value = 0;
  uint32_t size = 0;  // bytes taken, with & and ;, 0 where there is no entity
};

// The entity that begins with the & at byte `at`. Names are those of HTML 4 (libxml2's table) and apos; numbers 128 to
// 159 mean windows-1252, as all browsers have it.
HtmlEntity html_entity_at(std::string_view text, size_t at);

// The text with its entities resolved.
std::string decode_entities(std::string_view text);

}  // namespace isnad
