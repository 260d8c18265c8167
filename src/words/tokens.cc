#include "words/tokens.h"

#include <algorithm>

#include "base/characters.h"
#include "base/fold.h"
#include "base/utf8.h"

namespace isnad {
namespace {

constexpr char32_t tatweel = 0x0640;

WordKind kind_of(CharacterClass kind) {
  switch (kind) {
    case CharacterClass::digit: return WordKind::digits;
    case CharacterClass::arabic: return WordKind::arabic;
    case CharacterClass::letter:
    case CharacterClass::mark: return WordKind::latin;
    case CharacterClass::punctuation: return WordKind::punctuation;
    default: return WordKind::symbol;
  }
}

constexpr uint32_t max_token_bytes = 1024;  // what is longer is no word; it is cut

// The last border of a code point in text[at, at + limit].
uint32_t whole_code_points(std::string_view text, uint32_t at, uint32_t limit) {
  size_t end = std::min<size_t>(text.size(), size_t(at) + limit);
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return static_cast<uint32_t>(end);
}

struct Character {
  CharacterClass kind;
  uint32_t size;
  char32_t value;
};

Character character_at(std::string_view text, uint32_t at) {
  const CodePoint found = code_point_at(text, at);
  return {class_of(found.value), found.size, found.value};
}

bool separates_digits(char32_t c) { return c == U'.' || c == U',' || c == U'٫' || c == U'٬'; }

uint32_t arabic_end(std::string_view text, uint32_t at, uint32_t end) {
  while (at < end) {
    const Character next = character_at(text, at);
    if (next.kind != CharacterClass::arabic && next.kind != CharacterClass::format) return at;
    if (next.value == tatweel) {
      const size_t censored = censored_size(text.substr(0, end), at);
      if (censored > 0) {
        at += static_cast<uint32_t>(censored);
        continue;
      }
    }
    at += next.size;
  }
  return at;
}

uint32_t digits_end(std::string_view text, uint32_t at, uint32_t end) {
  while (at < end) {
    const Character next = character_at(text, at);
    const bool inner = separates_digits(next.value) && at + next.size < end &&
                       character_at(text, at + next.size).kind == CharacterClass::digit;
    if (next.kind != CharacterClass::digit && next.kind != CharacterClass::format && !inner) return at;
    at += next.size;
  }
  return at;
}

uint32_t letters_end(std::string_view text, uint32_t at, uint32_t end) {
  while (at < end) {
    const Character next = character_at(text, at);
    if (next.kind != CharacterClass::letter && next.kind != CharacterClass::mark &&
        next.kind != CharacterClass::format) {
      return at;
    }
    at += next.size;
  }
  return at;
}

// Invisible characters at the end of a word are no part of it.
uint32_t without_format(std::string_view text, uint32_t start, uint32_t end) {
  while (end > start) {
    const CodePoint last = code_point_before(text, end);
    if (class_of(last.value) != CharacterClass::format || end - last.size <= start) return end;
    end -= last.size;
  }
  return end;
}

}  // namespace

std::optional<Token> next_token(std::string_view text, uint32_t at, uint32_t end) {
  Token token;
  Character first{};
  for (;; at += first.size) {
    if (at >= end) return std::nullopt;
    first = character_at(text, at);
    if (first.kind == CharacterClass::space) {
      token.space_before = true;
    } else if (first.kind != CharacterClass::format) {
      break;
    }
  }
  end = std::min(end, whole_code_points(text, at, max_token_bytes));
  token.kind =
      first.value == tatweel ? WordKind::punctuation : kind_of(first.kind);  // a dash where no letter is before
  uint32_t last = at + first.size;
  switch (token.kind) {
    case WordKind::arabic: last = arabic_end(text, at, end); break;
    case WordKind::digits: last = digits_end(text, last, end); break;
    case WordKind::latin: last = letters_end(text, last, end); break;
    default: break;
  }
  token.span = {at, without_format(text, at, last)};
  return token;
}

}  // namespace isnad
