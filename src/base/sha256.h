// SHA-256 (FIPS 180-4).
#pragma once

#include <string>
#include <string_view>

namespace isnad {

// The digest in hexadecimal, 64 letters.
std::string sha256_hex(std::string_view bytes);

}  // namespace isnad
