#include "base/fold.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <array>
#include <memory>

#include "base/utf8.h"

namespace isnad {
namespace {

// Letters of the basic Arabic block that fold to another; all else is decided by Unicode properties.
char32_t fold_letter(char32_t c) {
  switch (c) {
    case U'أ': case U'إ': case U'آ': case U'ٱ': case 0x0672: case 0x0673: return U'ا';
    case U'ى': case U'ئ': case 0x06CC: case 0x06D2: return U'ي';
    case U'ؤ': return U'و';
    case U'ة': case 0x06C1: case 0x06D5: return U'ه';
    case 0x06A9: case 0x06AA: return U'ك';
    default: return c;
  }
}

bool dropped(char32_t c) {
  if (c == 0x0640) return true;
  const auto type = u_charType(static_cast<UChar32>(c));
  return type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR;
}

std::u32string fold_slowly(char32_t c) {
  std::u32string out;
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(status);
  icu::UnicodeString parts;
  if (U_FAILURE(status) || !nfkc->getDecomposition(static_cast<UChar32>(c), parts)) {
    parts.setTo(static_cast<UChar32>(c));
  } else {
    parts = nfkc->normalize(parts, status);
  }
  for (int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
    auto part = static_cast<char32_t>(parts.char32At(i));
    if (dropped(part)) continue;
    const int32_t digit = u_charDigitValue(static_cast<UChar32>(part));
    if (digit >= 0) part = U'0' + static_cast<char32_t>(digit);
    out += fold_letter(static_cast<char32_t>(u_tolower(static_cast<UChar32>(part))));
  }
  return out;
}

// Every code point below 0x10000 that does not fold to itself points into `letters`; built once, then constant.
struct FoldTable {
  std::array<uint32_t, 0x10000> start{};  // offset into letters; size in the low 5 bits of `size`
  std::array<uint8_t, 0x10000> size{};
  std::u32string letters;

  FoldTable() {
    for (char32_t c = 0; c < 0x10000; ++c) {
      const std::u32string out = c >= 0xD800 && c < 0xE000 ? std::u32string(1, 0xFFFD) : fold_slowly(c);
      start[c] = static_cast<uint32_t>(letters.size());
      size[c] = static_cast<uint8_t>(out.size());
      letters += out;
    }
  }
};

const FoldTable& fold_table() {
  static const FoldTable table;
  return table;
}

}  // namespace

std::u32string_view fold(char32_t c) {
  const FoldTable& table = fold_table();
  if (c >= 0x10000) {
    // Beyond the basic plane only mathematical and compatibility letters fold; reports hardly have them.
    thread_local std::u32string slow;
    slow = c > 0x10FFFF ? std::u32string(1, 0xFFFD) : fold_slowly(c);
    return slow;
  }
  return std::u32string_view(table.letters).substr(table.start[c], table.size[c]);
}

void fold(std::string_view text, std::string& out, std::vector<uint32_t>* map) {
  for (size_t at = 0; at < text.size();) {
    const CodePoint found = code_point_at(text, at);
    for (const char32_t c : fold(found.value)) append_utf8(out, c);
    if (map) map->resize(out.size(), static_cast<uint32_t>(at));
    at += found.size;
  }
}

std::string folded(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  fold(text, out);
  return out;
}

}  // namespace isnad
