#include "base/utf8.h"

#include <gtest/gtest.h>

namespace isnad {
namespace {

TEST(Utf8, EveryCodePointIsReadAsItWasWritten) {
  for (char32_t c = 0; c < 0x110000; ++c) {
    if (c >= 0xD800 && c < 0xE000) continue;
    std::string bytes;
    append_utf8(bytes, c);
    const CodePoint forward = code_point_at(bytes, 0);
    const CodePoint backward = code_point_before(bytes, bytes.size());
    ASSERT_EQ(forward.value, c);
    ASSERT_EQ(forward.size, bytes.size());
    ASSERT_EQ(backward.value, c);
    ASSERT_EQ(backward.size, bytes.size());
    ASSERT_TRUE(c == 0xFFFD || valid_utf8(bytes));
  }
}

TEST(Utf8, InvalidBytesAreReplacementsOfOneByte) {
  // A continuation alone, an overlong form, a surrogate, beyond Unicode, a cut sequence.
  for (const std::string_view bytes : {"\x80", "\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE2\x82", "\xD9"}) {
    EXPECT_EQ(code_point_at(bytes, 0).value, 0xFFFDu);
    EXPECT_EQ(code_point_at(bytes, 0).size, 1u);
    EXPECT_FALSE(valid_utf8(bytes));
  }
}

TEST(Utf8, EndsHaveNoCodePoint) {
  EXPECT_EQ(code_point_at("ب", 2).size, 0u);
  EXPECT_EQ(code_point_before("ب", 0).size, 0u);
}

TEST(Utf8, AWrittenReplacementCharacterIsValid) { EXPECT_TRUE(valid_utf8("\xEF\xBF\xBD")); }

}  // namespace
}  // namespace isnad
