#include "output/text_layout.h"

#include <gtest/gtest.h>

#include "output/format.h"

namespace isnad {
namespace {

TEST(Layout, MarksAndInvisibleCharactersTakeNoColumn) {
  EXPECT_EQ(display_width("محمّد"), 4U);
  EXPECT_EQ(display_width("\u2068سلام\u2069"), 4U);
  EXPECT_EQ(display_width("abc"), 3U);
}

TEST(Layout, WrapsAtBlanksAndNeverInsideAWord) {
  for (const std::string& line : wrap("قالت وزارة الداخلية إن تسعة أشخاص قتلوا في الانفجار", 14))
    EXPECT_LE(display_width(line), 14U);
  EXPECT_EQ(wrap("a  b\n c", 80), std::vector<std::string>{"a b c"});
  EXPECT_EQ(wrap("abcdefgh ij", 4), (std::vector<std::string>{"abcdefgh", "ij"}));
  EXPECT_EQ(shorten("واحد اثنان ثلاثة", 11), "واحد …");
}

TEST(Format, Intervals) {
  EXPECT_EQ(format_interval(18, 18, Digits::latin), "18");
  EXPECT_EQ(format_interval(10, 20, Digits::latin), "10–20");
  EXPECT_EQ(format_interval(1000, std::nullopt, Digits::latin), "≥ 1,000");
  EXPECT_EQ(format_interval(std::nullopt, 5, Digits::arabic), "≤ ٥");
  EXPECT_EQ(format_number(1234567, Digits::arabic), "١٬٢٣٤٬٥٦٧");
  EXPECT_EQ(format_number(-1234.5, Digits::latin), "-1,234.5");
}

}  // namespace
}  // namespace isnad
