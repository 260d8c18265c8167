#include "read/charset.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace isnad {
namespace {

constexpr size_t detection_bytes = 64u << 10;
constexpr size_t most_notes = 20;
constexpr char32_t replacement = 0xFFFD;

// The 128 upper code points of a single-byte charset, from ICU's tables.
std::array<char32_t, 128> upper_half(const char* converter_name) {
  std::array<char32_t, 128> table;
  table.fill(replacement);
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(converter_name, &status);
  if (U_FAILURE(status)) return table;
  for (unsigned byte = 128; byte < 256; ++byte) {
    const char source = static_cast<char>(byte);
    UChar target[4];
    status = U_ZERO_ERROR;
    const int32_t size = ucnv_toUChars(converter, target, 4, &source, 1, &status);
    if (U_SUCCESS(status) && size == 1) table[byte - 128] = target[0];
  }
  ucnv_close(converter);
  return table;
}

const std::array<char32_t, 128>& upper_half(Charset charset) {
  static const std::array<char32_t, 128> windows = upper_half("windows-1256");
  static const std::array<char32_t, 128> iso = upper_half("ISO-8859-6");
  return charset == Charset::windows_1256 ? windows : iso;
}

// Takes code points one after another and joins those whose sizes stand in one ratio to a piece.
class Builder {
 public:
  explicit Builder(Decoded& out) : out_(out) {}

  void add(char32_t c, uint32_t source_start, uint32_t source_size, bool valid) {
    const auto start = static_cast<uint32_t>(out_.text.size());
    append_utf8(out_.text, c);
    const auto end = static_cast<uint32_t>(out_.text.size());
    const uint32_t ratio = (end - start) * 16 + source_size;
    auto& pieces = out_.alignment;
    if (pieces.empty() || ratio != ratio_ || pieces.back().source.end != source_start) {
      pieces.push_back({{start, end}, {source_start, source_start + source_size}});
    } else {
      pieces.back().text.end = end;
      pieces.back().source.end = source_start + source_size;
    }
    ratio_ = ratio;
    if (!valid) note({start, end});
  }

 private:
  void note(const Span& span) {
    auto& notes = out_.notes;
    if (!notes.empty() && notes.back().span.end == span.start) {
      notes.back().span.end = span.end;
    } else if (notes.size() < most_notes) {
      notes.push_back({span, "bytes that are no text in this encoding"});
    }
  }

  Decoded& out_;
  uint32_t ratio_ = 0;
};

void decode_utf8(std::string_view bytes, Builder& builder) {
  for (size_t at = 0; at < bytes.size();) {
    const CodePoint found = code_point_at(bytes, at);
    const bool invalid = found.value == replacement && found.size == 1;
    builder.add(found.value, static_cast<uint32_t>(at), found.size, !invalid);
    at += found.size;
  }
}

void decode_utf16(std::string_view bytes, bool little, Builder& builder) {
  const auto unit = [&](size_t at) -> char32_t {
    const auto a = static_cast<unsigned char>(bytes[at]), b = static_cast<unsigned char>(bytes[at + 1]);
    return little ? char32_t(b) << 8 | a : char32_t(a) << 8 | b;
  };
  for (size_t at = 0; at < bytes.size();) {
    const auto place = static_cast<uint32_t>(at);
    if (at + 1 >= bytes.size()) return builder.add(replacement, place, 1, false);
    char32_t c = unit(at);
    uint32_t size = 2;
    bool valid = true;
    if (c >= 0xD800 && c < 0xDC00 && at + 3 < bytes.size() && unit(at + 2) >= 0xDC00 && unit(at + 2) < 0xE000) {
      c = 0x10000 + ((c - 0xD800) << 10) + (unit(at + 2) - 0xDC00);
      size = 4;
    } else if (c >= 0xD800 && c < 0xE000) {
      c = replacement;
      valid = false;
    }
    builder.add(c, place, size, valid);
    at += size;
  }
}

void decode_single_bytes(std::string_view bytes, Charset charset, Builder& builder) {
  const auto& upper = upper_half(charset);
  for (size_t at = 0; at < bytes.size(); ++at) {
    const auto byte = static_cast<unsigned char>(bytes[at]);
    const char32_t c = byte < 128 ? byte : upper[byte - 128];
    builder.add(c, static_cast<uint32_t>(at), 1, c != replacement);
  }
}

size_t mark_size(std::string_view bytes, Charset charset) {
  if (charset == Charset::utf8 && bytes.starts_with("\xEF\xBB\xBF")) return 3;
  if (charset == Charset::utf16_le && bytes.starts_with("\xFF\xFE")) return 2;
  if (charset == Charset::utf16_be && bytes.starts_with("\xFE\xFF")) return 2;
  return 0;
}

size_t count_pair(std::string_view bytes, char first, char second) {
  size_t count = 0;
  for (size_t at = 0; at + 1 < bytes.size(); ++at) count += bytes[at] == first && bytes[at + 1] == second;
  return count;
}

// Bytes of valid sequences of two and more bytes, and bytes that belong to none.
struct HighBytes {
  size_t valid = 0;
  size_t invalid = 0;
};

HighBytes high_bytes(std::string_view bytes) {
  HighBytes count;
  for (size_t at = 0; at < bytes.size();) {
    const CodePoint found = code_point_at(bytes, at);
    if (found.size > 1) count.valid += found.size;
    if (found.value == replacement && found.size == 1) ++count.invalid;
    at += found.size;
  }
  return count;
}

}  // namespace

std::string_view name_of(Charset charset) {
  static constexpr std::string_view names[] = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1256", "ISO-8859-6"};
  return names[static_cast<size_t>(charset)];
}

Charset detect_charset(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return Charset::utf8;
  if (bytes.starts_with("\xFF\xFE")) return Charset::utf16_le;
  if (bytes.starts_with("\xFE\xFF")) return Charset::utf16_be;
  const std::string_view head = bytes.substr(0, detection_bytes);
  // UTF-16 of Arabic: every second byte is 06 (letters) or 00 (spaces, digits, Latin).
  size_t even = 0, odd = 0;
  for (size_t at = 0; at < head.size(); ++at) {
    if (head[at] == 0 || head[at] == 6) ++(at % 2 ? odd : even);
  }
  if (odd > head.size() / 4 && odd > 4 * even) return Charset::utf16_le;
  if (even > head.size() / 4 && even > 4 * odd) return Charset::utf16_be;
  const HighBytes high = high_bytes(head);
  if (high.invalid <= 3 || high.valid > 4 * high.invalid) return Charset::utf8;
  return count_pair(head, '\xC7', '\xE4') > count_pair(head, '\xC7', '\xE1') ? Charset::iso_8859_6
                                                                             : Charset::windows_1256;
}

Decoded decode(std::string_view bytes, Charset charset) {
  Decoded out;
  const size_t skipped = mark_size(bytes, charset);
  if (charset == Charset::utf8 && skipped == 0 && valid_utf8(bytes)) {
    out.text = bytes;
    return out;
  }
  const std::string_view rest = bytes.substr(skipped);
  Builder builder(out);
  if (charset == Charset::utf8) decode_utf8(rest, builder);
  if (charset == Charset::utf16_le || charset == Charset::utf16_be) {
    decode_utf16(rest, charset == Charset::utf16_le, builder);
  }
  if (charset == Charset::windows_1256 || charset == Charset::iso_8859_6) decode_single_bytes(rest, charset, builder);
  for (AlignedPiece& piece : out.alignment) {
    piece.source.start += static_cast<uint32_t>(skipped);
    piece.source.end += static_cast<uint32_t>(skipped);
  }
  return out;
}

bool looks_like_text(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, detection_bytes);
  const Charset charset = detect_charset(head);
  const bool wide = charset == Charset::utf16_le || charset == Charset::utf16_be;
  size_t controls = 0;
  for (const char c : wide ? decode(head, charset).text : std::string(head)) {
    const auto byte = static_cast<unsigned char>(c);
    controls += byte < 32 && c != '\n' && c != '\r' && c != '\t' && c != '\f';
  }
  return controls * 100 <= head.size();
}

Span source_span(const Alignment& alignment, const Span& text) {
  if (alignment.empty()) return text;
  const auto map = [&](uint32_t at, bool is_end) {
    const auto behind = std::upper_bound(alignment.begin(), alignment.end(), is_end && at > 0 ? at - 1 : at,
                                         [](uint32_t offset, const AlignedPiece& p) { return offset < p.text.start; });
    const AlignedPiece& piece = behind == alignment.begin() ? *behind : *(behind - 1);
    const uint64_t into = std::min(at, piece.text.end) - piece.text.start;
    return static_cast<uint32_t>(piece.source.start + into * piece.source.size() / piece.text.size());
  };
  return {map(text.start, false), map(text.end, true)};
}

}  // namespace isnad
