// Text in a charset that somebody declared: mail and its headers.
#pragma once

#include <string>
#include <string_view>

namespace isnad {

// The bytes as UTF-8. A declaration counts as far as it can be true: bytes that are valid UTF-8 beyond ASCII are UTF-8,
// and Arabic sent as "us-ascii" or "iso-8859-1" is told by content. Charsets are those of ICU.
std::string decode_as(std::string_view bytes, std::string_view charset);

}  // namespace isnad
