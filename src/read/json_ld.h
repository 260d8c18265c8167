// JSON inside pages, read as leniently as browsers' users need it: raw line ends in strings, trailing and missing
// commas, comments and CDATA around it. What cannot be read is skipped; nothing is refused.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace isnad {

// A value with its key; objects and arrays hold the fields behind them up to `end`.
struct JsonField {
  enum class Kind : uint8_t { string, other, object, array };
  Kind kind = Kind::other;
  uint32_t end = 0;     // index behind the last field in it
  uint32_t parent = 0;  // index of the object or array that holds it; none for the outermost
  Span key;             // raw, empty in arrays
  Span value;           // raw content of a string, without the quotes; the letters of another value
};

// The fields of all values in `text` in order; spans are of text moved by `offset`. Nesting deeper than 64 and what
// comes behind 100,000 fields is left out.
std::vector<JsonField> json_fields(std::string_view text, uint32_t offset);

// One piece of a JSON string: the bytes of it that come from `source`, of the raw string moved by offset.
struct JsonPiece {
  std::string text;
  Span source;
};

// The pieces of a raw string: stretches without escapes, and resolved escapes, in order.
std::vector<JsonPiece> json_string_pieces(std::string_view raw, uint32_t offset);

// A raw string with its escapes resolved.
std::string json_string(std::string_view raw);

}  // namespace isnad
