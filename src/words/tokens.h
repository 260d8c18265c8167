// Tokens: where words begin and end in a stretch of text.
#pragma once

#include <optional>
#include <string_view>

#include "document/words.h"

namespace isnad {

struct Token {
  Span span;
  WordKind kind = WordKind::symbol;
  bool space_before = false;
};

// The first token of text[at, end); none where only blanks follow. text[at] begins a code point.
std::optional<Token> next_token(std::string_view text, uint32_t at, uint32_t end);

}  // namespace isnad
