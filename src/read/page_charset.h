// The charset of a web page: what the bytes say, then what the page and the server say.
#pragma once

#include <string_view>

#include "read/charset.h"

namespace isnad {

// Content decides where it can: a byte order mark, the zero bytes of UTF-16, valid UTF-8, the article "ال" in one of
// the two single-byte charsets. Declarations (HTTP first, then the page's meta) are wrong so often on Arabic pages that
// they count only where the content leaves the choice open.
Charset page_charset(std::string_view bytes, std::string_view http_charset);

}  // namespace isnad
