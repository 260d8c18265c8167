#include "base/fold.h"

#include <gtest/gtest.h>

#include "../tools/fold_slowly.h"
#include "base/utf8.h"

namespace isnad {
namespace {

TEST(Fold, LettersThatNewsroomsTypeDifferently) {
  EXPECT_EQ(folded("أإآٱا"), "ااااا");
  EXPECT_EQ(folded("مسؤولة"), "مسووله");
  EXPECT_EQ(folded("قـــتلى"), "قتلي");
  EXPECT_EQ(folded("مُتَّحِد"), "متحد");
  EXPECT_EQ(folded("١٢۳"), "123");
  EXPECT_EQ(folded("ﻻ"), "لا");
  EXPECT_EQ(folded("کیان"), "كيان");
  EXPECT_EQ(folded("Ébène"), "ebene");
}

TEST(Fold, WordsPartedToPassACensorAreWhole) {
  EXPECT_EQ(folded("قـ.ـتلى"), "قتلي");
  EXPECT_EQ(folded("إصـ ـابة"), "اصابه");
  EXPECT_EQ(folded("استـ*ـشهاد"), "استشهاد");
  EXPECT_EQ(folded("انـ..ـفـ_ـجار"), "انفجار");
  EXPECT_EQ(folded("1442 هـ. ثم"), "1442 ه. ثم");
  EXPECT_EQ(folded("هـ - قال"), "ه - قال");
}

std::string utf8(char32_t c) {
  std::string bytes;
  append_utf8(bytes, c);
  return bytes;
}

bool is_scalar(char32_t c) { return c < 0xD800 || (c >= 0xE000 && c < 0x110000); }

// All 1,114,112 code points, against the folding that asks ICU.
TEST(Fold, EveryCodePointFoldsAsUnicodeSays) {
  for (char32_t c = 0; c < 0x110000; ++c) ASSERT_EQ(fold(c), fold_slowly(c)) << "U+" << std::hex << uint32_t(c);
}

TEST(Fold, EveryCodePointFoldsOnceAndStaysShort) {
  for (char32_t c = 0; c < 0x110000; ++c) {
    if (!is_scalar(c)) continue;
    const std::string once = folded(utf8(c));
    std::string expected;
    for (const char32_t part : fold(c)) append_utf8(expected, part);
    ASSERT_EQ(once, expected) << "U+" << std::hex << uint32_t(c);
    ASSERT_EQ(folded(once), once) << "U+" << std::hex << uint32_t(c);
    ASSERT_LE(fold(c).size(), max_fold) << "U+" << std::hex << uint32_t(c);
  }
}

// Every code point between two others: the map grows and names the right code point.
TEST(Fold, TheMapLeadsBackToTheCodePoint) {
  for (char32_t c = 0; c < 0x110000; ++c) {
    if (!is_scalar(c) || c == 0x0640) continue;
    const std::string text = "ب" + utf8(c) + "د";
    std::string out;
    std::vector<uint32_t> map;
    fold(text, out, &map);
    ASSERT_EQ(out.size(), map.size());
    for (size_t i = 0; i < map.size(); ++i) {
      const uint32_t expected = i < 2 ? 0 : i + 2 < map.size() ? 2 : static_cast<uint32_t>(text.size() - 2);
      ASSERT_EQ(map[i], expected) << "U+" << std::hex << uint32_t(c);
    }
  }
}

TEST(Fold, TheMapSkipsWhatACensorWasMeantToMiss) {
  std::string out;
  std::vector<uint32_t> map;
  fold("قـ.ـتل", out, &map);
  EXPECT_EQ(out, "قتل");
  EXPECT_EQ(map, (std::vector<uint32_t>{0, 0, 7, 7, 9, 9}));
}

TEST(Fold, InvalidBytesAreReplaced) { EXPECT_EQ(folded("\xFFب"), "\xEF\xBF\xBDب"); }

TEST(Characters, EveryCodePointHasTheClassOfItsProperties) {
  for (char32_t c = 0; c < 0x110000; ++c) ASSERT_EQ(class_of(c), class_slowly(c)) << "U+" << std::hex << uint32_t(c);
  EXPECT_EQ(class_of(0x110000), CharacterClass::symbol);
}

}  // namespace
}  // namespace isnad
