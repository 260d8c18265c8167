#include "read/charset_names.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "base/utf8.h"
#include "read/charset.h"

namespace isnad {
namespace {

// Declared by programs that do not look at what they send.
bool says_nothing(const std::string& name) {
  for (const char* known : {"", "us-ascii", "ascii", "iso-8859-1", "latin1", "windows-1252", "unknown-8bit", "8bit"}) {
    if (ucnv_compareNames(name.c_str(), known) == 0) return true;
  }
  return false;
}

}  // namespace

std::string decode_as(std::string_view bytes, std::string_view charset) {
  const std::string name(charset.substr(0, 64));
  const bool wide = ucnv_compareNames(name.substr(0, 6).c_str(), "utf-16") == 0;
  if (!wide && valid_utf8(bytes)) return std::string(bytes);
  if (!says_nothing(name) && ucnv_compareNames(name.c_str(), "utf-8") != 0) {
    UErrorCode status = U_ZERO_ERROR;
    UConverter* converter = ucnv_open(name.c_str(), &status);
    if (U_SUCCESS(status)) {
      icu::UnicodeString text(bytes.data(), static_cast<int32_t>(bytes.size()), converter, status);
      ucnv_close(converter);
      std::string out;
      if (U_SUCCESS(status)) return text.toUTF8String(out);
    }
  }
  return decode(bytes, detect_charset(bytes)).text;
}

}  // namespace isnad
