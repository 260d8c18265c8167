// The encodings of mail: quoted-printable, base64, encoded words.
#include <algorithm>

#include "lexicon/table.h"
#include "read/charset.h"
#include "read/charset_names.h"
#include "read/mime.h"

namespace isnad {
namespace {

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

int base64_digit(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  if (c == '+' || c == '-') return 62;
  if (c == '/' || c == '_') return 63;
  return -1;
}

// Parts of "=?charset?B?text?=" at the start of value.
struct EncodedWord {
  std::string_view charset, text;
  char form = 0;
  size_t size = 0;  // 0: none
};

EncodedWord encoded_word(std::string_view value) {
  EncodedWord word;
  if (!value.starts_with("=?")) return word;
  const size_t charset_end = value.find('?', 2);
  if (charset_end == std::string_view::npos || charset_end + 3 >= value.size() || value[charset_end + 2] != '?') {
    return word;
  }
  const size_t end = value.find("?=", charset_end + 3);
  if (end == std::string_view::npos) return word;
  word.charset = value.substr(2, charset_end - 2);
  word.charset = word.charset.substr(0, word.charset.find('*'));  // a language may stand behind it
  word.form = static_cast<char>(value[charset_end + 1] | 0x20);
  word.text = value.substr(charset_end + 3, end - charset_end - 3);
  word.size = end + 2;
  return word;
}

}  // namespace

std::string decode_quoted_printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '=') {
      out += text[at];
      continue;
    }
    const int high = at + 1 < text.size() ? hex_digit(text[at + 1]) : -1;
    const int low = at + 2 < text.size() ? hex_digit(text[at + 2]) : -1;
    if (high >= 0 && low >= 0) {
      out += static_cast<char>(high * 16 + low);
      at += 2;
      continue;
    }
    const size_t rest = text.find_first_not_of(" \t\r", at + 1);  // a line that goes on
    if (rest != std::string_view::npos && text[rest] == '\n') {
      at = rest;
    } else if (rest != std::string_view::npos) {
      out += '=';
    } else {
      break;
    }
  }
  return out;
}

std::string decode_base64(std::string_view text) {
  std::string out;
  out.reserve(text.size() / 4 * 3);
  uint32_t held = 0;
  int bits = 0;
  for (const char c : text) {
    const int digit = base64_digit(c);
    if (digit < 0) continue;
    held = held << 6 | static_cast<uint32_t>(digit);
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      out += static_cast<char>(held >> bits & 0xFF);
    }
  }
  return out;
}

std::string decode_words(std::string_view value) {
  std::string out, bytes, charset;
  // Neighbours in one charset are joined before they are decoded: a letter may be parted between them.
  const auto flush = [&] {
    out += decode_as(bytes, charset);
    bytes.clear();
  };
  bool after_word = false;
  for (size_t at = 0; at < value.size();) {
    const EncodedWord word = encoded_word(value.substr(at));
    if (word.size == 0 || (word.form != 'b' && word.form != 'q')) {
      const size_t next = std::min(value.find("=?", at + 1), value.size());
      const std::string_view between = value.substr(at, next - at);
      if (!after_word || !trim(between).empty() || next == value.size()) {
        flush();
        out += decode(between, detect_charset(between)).text;
      }
      at = next;
      after_word = false;
      continue;
    }
    if (word.charset != charset) flush();
    charset = word.charset;
    if (word.form == 'b') {
      bytes += decode_base64(word.text);
    } else {
      std::string text(word.text);
      std::replace(text.begin(), text.end(), '_', ' ');
      bytes += decode_quoted_printable(text);
    }
    at += word.size;
    after_word = true;
  }
  flush();
  return std::string(trim(out));
}

}  // namespace isnad
