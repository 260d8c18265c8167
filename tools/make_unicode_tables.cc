// Writes the C++ source of the tables of base/unicode_tables.h: make_unicode_tables OUT.cc
//
// Two-stage tables: code points are parted in pages, equal pages are stored once.
#include <cstdio>
#include <fstream>
#include <map>
#include <sstream>
#include <vector>

#include "base/unicode_tables.h"
#include "base/utf8.h"
#include "fold_slowly.h"

namespace {

using namespace isnad;

template <class Entry>
struct Pages {
  std::vector<uint16_t> pages;
  std::vector<Entry> entries;
  std::map<std::vector<Entry>, uint16_t> known;

  void add(const std::vector<Entry>& page) {
    const auto [at, is_new] = known.try_emplace(page, static_cast<uint16_t>(known.size()));
    if (is_new) entries.insert(entries.end(), page.begin(), page.end());
    pages.push_back(at->second);
  }
};

std::string folded_bytes(char32_t c) {
  std::string bytes;
  for (const char32_t part : fold_slowly(c)) append_utf8(bytes, part);
  return bytes;
}

std::string own_bytes(char32_t c) {
  std::string bytes;
  append_utf8(bytes, c);
  return bytes;
}

// Foldings with their counts before them; offset 0 is kept for "itself".
struct FoldBytes {
  std::vector<uint8_t> bytes{0};
  std::map<std::string, uint16_t> known;

  uint16_t offset(const std::string& fold) {
    const auto [at, is_new] = known.try_emplace(fold, static_cast<uint16_t>(bytes.size()));
    if (is_new) {
      bytes.push_back(static_cast<uint8_t>(fold.size()));
      bytes.insert(bytes.end(), fold.begin(), fold.end());
    }
    return at->second;
  }
};

uint32_t short_fold(char32_t c) {
  const std::string bytes = folded_bytes(c);
  if (bytes.size() > 3) return 0xFF000000u;
  uint32_t packed = static_cast<uint32_t>(bytes.size()) << 24;
  for (size_t i = 0; i < bytes.size(); ++i) packed |= uint32_t(static_cast<unsigned char>(bytes[i])) << 8 * i;
  return packed;
}

template <class Values>
std::string array(const char* type, const char* name, const Values& values) {
  std::ostringstream out;
  out << "const " << type << " " << name << "[" << values.size() << "] = {";
  size_t column = 0;
  for (const auto value : values) out << (column++ % 24 == 0 ? "\n" : "") << static_cast<int64_t>(value) << ",";
  out << "};\n";
  return out.str();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return std::fputs("usage: make_unicode_tables OUT.cc\n", stderr), 2;
  std::vector<uint32_t> short_folds;
  for (char32_t c = 0; c < 0x800; ++c) short_folds.push_back(short_fold(c));
  Pages<uint16_t> folds;
  Pages<uint8_t> classes;
  FoldBytes fold_bytes;
  for (char32_t start = 0; start < unicode::code_points; start += unicode::page_mask + 1) {
    std::vector<uint16_t> fold_page;
    std::vector<uint8_t> class_page;
    for (char32_t c = start; c <= start + unicode::page_mask; ++c) {
      const std::string fold = folded_bytes(c);
      fold_page.push_back(fold == own_bytes(c) ? 0 : fold_bytes.offset(fold));
      class_page.push_back(static_cast<uint8_t>(class_slowly(c)));
    }
    folds.add(fold_page);
    classes.add(class_page);
  }
  if (fold_bytes.bytes.size() > 0xFFFF) return std::fputs("the foldings need wider offsets\n", stderr), 1;
  std::vector<int> signed_bytes;
  for (const uint8_t byte : fold_bytes.bytes) signed_bytes.push_back(static_cast<signed char>(byte));
  std::ofstream out(argv[1], std::ios::binary);
  out << "// Made by tools/make_unicode_tables.cc.\n#include \"base/unicode_tables.h\"\nnamespace isnad::unicode {\n"
      << array("uint32_t", "short_folds", short_folds) << array("uint16_t", "fold_pages", folds.pages)
      << array("uint16_t", "fold_entries", folds.entries) << array("char", "fold_bytes", signed_bytes)
      << array("uint16_t", "class_pages", classes.pages) << array("uint8_t", "class_entries", classes.entries)
      << "}  // namespace isnad::unicode\n";
  return out.flush() ? 0 : 1;
}
