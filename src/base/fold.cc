#include "base/fold.h"

#include <cstring>

#include "base/characters.h"
#include "base/unicode_tables.h"
#include "base/utf8.h"

namespace isnad {
namespace {

constexpr std::string_view tatweel = "\xD9\x80";
constexpr size_t most_tatweels = 64;  // a longer run is an ornament
constexpr size_t censor_marks = 3;    // more marks between two tatweels are no censorship

// The folding of a code point as UTF-8; null where it folds to itself.
const char* fold_entry(char32_t c) {
  const size_t page = unicode::fold_pages[c >> unicode::page_bits];
  const size_t offset = unicode::fold_entries[page << unicode::page_bits | (c & unicode::page_mask)];
  return offset == 0 ? nullptr : unicode::fold_bytes + offset;
}

bool is_arabic_at(std::string_view text, size_t at) {
  return class_of(code_point_at(text, at).value) == CharacterClass::arabic;
}

// Bounded, since it is asked at each tatweel of a run.
size_t skip_tatweels(std::string_view text, size_t at) {
  for (size_t n = 0; n < most_tatweels && text.substr(at).starts_with(tatweel); ++n) at += tatweel.size();
  return at;
}

// Collects bytes before they go to the string, a stretch at a time.
class Output {
 public:
  explicit Output(std::string& out) : out_(out) {}
  ~Output() { flush(); }
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  void add_packed(uint32_t packed, size_t size) {
    if (used_ + 4 > sizeof bytes_) flush();
    // Always three bytes: those behind `size` are written over.
    for (size_t i = 0; i < 3; ++i) bytes_[used_ + i] = static_cast<char>(packed >> 8 * i);
    used_ += size;
  }
  void add(const char* bytes, size_t size) {
    flush();
    out_.append(bytes, size);
  }
  void add(char32_t c) {
    flush();
    append_utf8(out_, c);
  }
  size_t size() const { return out_.size() + used_; }

 private:
  void flush() {
    out_.append(bytes_, used_);
    used_ = 0;
  }
  std::string& out_;
  char bytes_[256];
  size_t used_ = 0;
};

// Appends the folding of the code point at `at`; its size.
size_t fold_at(std::string_view text, size_t at, Output& out) {
  const CodePoint found = code_point_at(text, at);
  if (found.value < 0x800) {
    const uint32_t packed = unicode::short_folds[found.value];
    const size_t size = packed >> 24;
    if (size <= 3) {
      out.add_packed(packed, size);
      return found.size;
    }
  }
  if (const char* entry = fold_entry(found.value)) {
    out.add(entry + 1, static_cast<unsigned char>(entry[0]));
  } else {
    out.add(found.value);
  }
  return found.size;
}

}  // namespace

size_t censored_size(std::string_view text, size_t at) {
  size_t inner = skip_tatweels(text, at);
  if (inner == at) return 0;
  for (size_t marks = 0; marks < censor_marks && inner < text.size(); ++marks) {
    const CodePoint mark = code_point_at(text, inner);
    const CharacterClass kind = class_of(mark.value);
    const bool blank = mark.value == U' ' || mark.value == 0xA0 || kind == CharacterClass::format;
    if (!blank && kind != CharacterClass::punctuation && kind != CharacterClass::symbol) return 0;
    inner += mark.size;
    const size_t behind = skip_tatweels(text, inner);
    if (behind > inner) return is_arabic_at(text, behind) ? behind - at : 0;
  }
  return 0;
}

std::u32string fold(char32_t c) {
  if (c >= unicode::code_points || (c >= 0xD800 && c < 0xE000)) return std::u32string(1, 0xFFFD);
  const char* entry = fold_entry(c);
  if (!entry) return std::u32string(1, c);
  std::u32string out;
  const std::string_view bytes(entry + 1, static_cast<unsigned char>(entry[0]));
  for (size_t at = 0; at < bytes.size();) {
    const CodePoint part = code_point_at(bytes, at);
    out += part.value;
    at += part.size;
  }
  return out;
}

void fold(std::string_view text, std::string& folded, std::vector<uint32_t>* map) {
  Output out(folded);
  const size_t before = map ? folded.size() - map->size() : 0;
  for (size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) == 0xD9 && text.substr(at).starts_with(tatweel)) {
      const size_t censored = at > 0 ? censored_size(text, at) : 0;
      at += censored > 0 ? censored : tatweel.size();
      continue;
    }
    const size_t start = at;
    at += fold_at(text, at, out);
    if (map) map->resize(out.size() - before, static_cast<uint32_t>(start));
  }
}

std::string folded(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  fold(text, out);
  return out;
}

}  // namespace isnad
