#include "lexicon/word_forms.h"

#include <xxhash.h>

#include <cstring>

#include "base/error.h"
#include "base/fold.h"
#include "base/utf8.h"

namespace isnad {
namespace {

uint64_t load(const char* at) {
  uint64_t value;
  std::memcpy(&value, at, sizeof value);
  return value;
}

}  // namespace

bool ends_with_ta_marbuta(std::string_view written) {
  // Vowel signs may follow it: U+064B to U+0652.
  while (written.size() > 2 && written[written.size() - 2] == '\xD9' && written.back() >= '\x8B' &&
         written.back() <= '\x92') {
    written.remove_suffix(2);
  }
  return written.ends_with(ta_marbuta);
}

std::string word_key(std::string_view written) {
  std::string key = folded(written);
  if (ends_with_ta_marbuta(written)) key.replace(key.size() - ta_marbuta.size(), ta_marbuta.size(), ta_marbuta);
  return key;
}

uint32_t hamza_letters(std::string_view written) {
  uint32_t letters = 0;
  unsigned at = 0;
  for (size_t i = 0; i < written.size() && at < 32;) {
    const CodePoint found = code_point_at(written, i);
    i += found.size;
    const bool letter = found.value >= 0x0621 && found.value <= 0x064A && found.value != 0x0640;
    if (!letter && fold(found.value).empty()) continue;
    if (found.value == U'أ' || found.value == U'إ' || found.value == U'آ') letters |= 1u << at;
    ++at;
  }
  return letters;
}

uint64_t word_form_hash(std::string_view key) { return XXH3_64bits(key.data(), key.size()); }

WordForms::WordForms(std::string_view bytes) {
  const bool long_enough = bytes.size() >= word_forms_header;
  if (long_enough && bytes.starts_with(word_forms_magic)) count_ = load(bytes.data() + word_forms_header - 8);
  if (count_ == 0 || bytes.size() != word_forms_header + count_ * 8) {
    throw Error(ErrorCode::bad_format, "generated/word_forms.bin", "this is no table of word forms");
  }
  slots_ = bytes.data() + word_forms_header;
}

uint16_t WordForms::find(uint64_t hash) const {
  if (count_ == 0) return 0;
  for (uint64_t slot = ((hash >> 32) * count_) >> 32;; slot = slot + 1 == count_ ? 0 : slot + 1) {
    const uint64_t value = load(slots_ + slot * 8);
    if (value == 0) return 0;
    if (value >> 16 == (hash & 0xFFFFFFFFFFFF)) return static_cast<uint16_t>(value);
  }
}

}  // namespace isnad
