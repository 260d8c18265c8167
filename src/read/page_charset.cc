#include "read/page_charset.h"

#include <algorithm>
#include <string>

#include "base/utf8.h"
#include "read/html_tokens.h"

namespace isnad {
namespace {

constexpr size_t head_bytes = 4096;
constexpr size_t sample_bytes = 32u << 10;

std::string lower_case(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
  return out;
}

// What a page or a server calls the two single-byte charsets.
bool names_windows(const std::string& name) { return name.find("1256") != std::string::npos; }
bool names_iso(const std::string& name) {
  return name.find("8859-6") != std::string::npos || name.find("asmo") != std::string::npos || name == "arabic";
}

// The first "charset=" of the head of a page, as meta elements and XML declarations have it.
std::string declared_in_page(std::string_view bytes) {
  const std::string head = lower_case(bytes.substr(0, head_bytes));
  for (const std::string_view key : {"charset=", "encoding="}) {
    size_t at = head.find(key);
    if (at == std::string::npos) continue;
    at += key.size();
    while (at < head.size() && (head[at] == '"' || head[at] == '\'' || head[at] == ' ')) ++at;
    const size_t end = head.find_first_of("\"' ;>/?", at);
    return head.substr(at, std::min(end, head.size()) - at);
  }
  return {};
}

// The bytes above 127 with what stands between them, without the mark-up: what detection needs, however late the first
// Arabic letter of a page comes.
std::string sample_of(std::string_view bytes) {
  std::string sample;
  bool gap = false;
  for (const char c : bytes) {
    if (static_cast<unsigned char>(c) >= 128) {
      sample += c;
      gap = false;
    } else if (!gap) {
      sample += ' ';
      gap = true;
    }
    if (sample.size() >= sample_bytes) break;
  }
  return sample;
}

size_t count_pair(std::string_view bytes, char first, char second) {
  size_t count = 0;
  for (size_t at = 0; at + 1 < bytes.size(); ++at) count += bytes[at] == first && bytes[at + 1] == second;
  return count;
}

}  // namespace

Charset page_charset(std::string_view bytes, std::string_view http_charset) {
  const Charset by_head = detect_charset(bytes.substr(0, head_bytes));
  if (by_head == Charset::utf16_le || by_head == Charset::utf16_be) return by_head;
  if (bytes.starts_with("\xEF\xBB\xBF") || valid_utf8(bytes)) return Charset::utf8;
  const std::string sample = sample_of(bytes);
  const Charset by_content = detect_charset(sample);
  if (by_content == Charset::utf8) return by_content;
  // "ال" tells the two apart; without it (a page of names and numbers) the declaration does.
  if (count_pair(sample, '\xC7', '\xE4') != count_pair(sample, '\xC7', '\xE1')) return by_content;
  for (const std::string& name : {lower_case(http_charset), declared_in_page(bytes)}) {
    if (names_iso(name)) return Charset::iso_8859_6;
    if (names_windows(name)) return Charset::windows_1256;
  }
  return by_content;
}

}  // namespace isnad
