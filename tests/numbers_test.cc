#include "mentions/numbers.h"

#include <gtest/gtest.h>

#include "pipeline/pipeline.h"

namespace isnad {
namespace {

const Lexicon& lexicon() {
  static const Lexicon loaded = load_lexicon();
  return loaded;
}

Document read(std::string text) {
  Document document;
  document.text = std::move(text);
  annotate(document, lexicon());
  return document;
}

struct Case {
  std::string text;
  std::string span;  // words of the one number; empty: none is found
  std::optional<double> min, max;
  NumberKind kind = NumberKind::cardinal;
  bool approximate = false;
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.text; }

class OneNumber : public testing::TestWithParam<Case> {};

TEST_P(OneNumber, HasSpanAndInterval) {
  const Case& expected = GetParam();
  const Document document = read(expected.text);
  if (expected.span.empty()) {
    EXPECT_TRUE(document.numbers.empty()) << expected.text;
    return;
  }
  ASSERT_EQ(document.numbers.size(), 1u) << expected.text;
  const Number& number = document.numbers[0];
  EXPECT_EQ(document.bytes(number.span), expected.span);
  EXPECT_EQ(number.min, expected.min) << expected.text;
  EXPECT_EQ(number.max, expected.max) << expected.text;
  EXPECT_EQ(number.kind, expected.kind) << expected.text;
  EXPECT_EQ(number.approximate, expected.approximate) << expected.text;
}

constexpr auto open = std::nullopt;

INSTANTIATE_TEST_SUITE_P(
    Digits, OneNumber,
    testing::Values(
        Case{"سقط 18 قتيلا", "18", 18, 18}, Case{"سقط ١٨ قتيلا", "١٨", 18, 18}, Case{"سقط ۱۸ قتيلا", "۱۸", 18, 18},
        Case{"نزح 1,200 شخص", "1,200", 1200, 1200}, Case{"نزح 1.200 شخص", "1.200", 1200, 1200},
        Case{"نزح ١٬٢٠٠ شخص", "١٬٢٠٠", 1200, 1200}, Case{"نزح 12 500 شخص", "12 500", 12500, 12500},
        Case{"بلغت 2.125 مليون", "2.125 مليون", 2125000, 2125000}, Case{"بلغت ٣٫٥ ملايين", "٣٫٥ ملايين", 3.5e6, 3.5e6},
        Case{"دمرت 20 ألفا من البيوت", "20 ألفا", 20000, 20000}, Case{"قتيل و10جرحى", "10", 10, 10},
        Case{"الـ24 موقوفا", "24", 24, 24}, Case{"بلغت (15) ألف ريال", "15) ألف", 15000, 15000},
        Case{"بلغت 8.2 ملايين", "8.2 ملايين", 8200000, 8200000}, Case{"بلغت 1102.40 نقطة", "1102.40", 1102.4, 1102.4},
        Case{"بلغت 3ر42 مليون شخص", "3ر42 مليون", 42.3e6, 42.3e6}, Case{"زرع (500ر22) شجرة", "500ر22", 22500, 22500},
        Case{"في روايته -2003- عن البحر", "2003", 2003, 2003}, Case{"طائرة F16 أميركية", "", {}, {}},
        Case{"طائرة إف16 أميركية", "", {}, {}}, Case{"وباء كوفيد-19 ينتشر", "", {}, {}}));

INSTANTIATE_TEST_SUITE_P(
    Words, OneNumber,
    testing::Values(Case{"قتل ثلاثة وعشرون جنديا", "ثلاثة وعشرون", 23, 23},
                    Case{"قتل اثنا عشر مسلحا", "اثنا عشر", 12, 12},
                    Case{"أصيبت اثنتا عشرة امرأة", "اثنتا عشرة", 12, 12}, Case{"قتل ثمانية عشر", "ثمانية عشر", 18, 18},
                    Case{"نزحت ثلاثمائة وخمس وستون عائلة", "ثلاثمائة وخمس وستون", 365, 365},
                    Case{"نزحت ثلاث مئة عائلة", "ثلاث مئة", 300, 300}, Case{"نزح ألفان", "ألفان", 2000, 2000},
                    Case{"غادر ألفا عامل", "ألفا", 2000, 2000}, Case{"غادر مئتا عامل", "مئتا", 200, 200},
                    Case{"مليون ومئتا ألف وخمسة لاجئين", "مليون ومئتا ألف وخمسة", 1200005, 1200005},
                    Case{"مليونا ونصف المليون لاجئ", "مليونا ونصف المليون", 1.5e6, 1.5e6},
                    Case{"ثلاثة آلاف ومئة مقاتل", "ثلاثة آلاف ومئة", 3100, 3100}));

INSTANTIATE_TEST_SUITE_P(
    Kinds, OneNumber,
    testing::Values(Case{"نسبة 40 في المئة من السكان", "40", 40, 40, NumberKind::percent},
                    Case{"نسبة 7% من السكان", "7", 7, 7, NumberKind::percent},
                    Case{"نسبة 2،5 في المئة", "2،5", 2.5, 2.5, NumberKind::percent},
                    Case{"الطابق الثالث والعشرين", "الثالث والعشرين", 23, 23, NumberKind::ordinal},
                    Case{"دمر نصف القرية", "نصف", 0.5, 0.5, NumberKind::fraction},
                    Case{"صوت ثلثا الأعضاء", "ثلثا", 2 / 3.0, 2 / 3.0, NumberKind::fraction},
                    Case{"سقط قتيلان في الحريق", "قتيلان", 2, 2, NumberKind::dual},
                    Case{"قرأت كتابين في الرحلة", "", {}, {}}, Case{"عشرات الجرحى", "عشرات", 20, 99, NumberKind::vague},
                    Case{"عشرات الآلاف من الناس", "عشرات الآلاف", 20000, 99999, NumberKind::vague},
                    Case{"مئات الآلاف من الناس", "مئات الآلاف", 200000, 999999, NumberKind::vague}));

INSTANTIATE_TEST_SUITE_P(
    Bounds, OneNumber,
    testing::Values(Case{"نحو 4000 جندي", "4000", 4000, 4000, NumberKind::cardinal, true},
                    Case{"أكثر من مئة قتيل", "مئة", 100, open}, Case{"ما لا يقل عن 27 شخصا", "27", 27, open},
                    Case{"قتل 27 شخصا على الأقل", "27", 27, open}, Case{"لا يتجاوز 30 مسلحا", "30", open, 30},
                    Case{"يفوق عدد عناصرها 40 رجلا", "40", 40, open},
                    Case{"لا تزيد نسبته على 10 دراهم", "10", open, 10},
                    Case{"تزيد مساحتها السنوية على 300 متر", "300", 300, open},
                    Case{"حد أدنى من 60 طنا", "60", 60, open}, Case{"زاد عدد الحضور 30 شخصا", "30", 30, 30},

                    Case{"أقل من 20 شخصا", "20", open, 20}, Case{"عشرة أشخاص على الأكثر", "عشرة", open, 10}));

INSTANTIATE_TEST_SUITE_P(Ranges, OneNumber,
                         testing::Values(Case{"بين 10 و20 قتيلا", "10 و20", 10, 20},
                                         Case{"ما بين 10 إلى 20 قتيلا", "10 إلى 20", 10, 20},
                                         Case{"قتل 10-15 مسلحا", "10-15", 10, 15},
                                         Case{"بسرعة 15- 35 كم", "15- 35", 15, 35},
                                         Case{"من 5 إلى 7 قتلى", "5 إلى 7", 5, 7},
                                         Case{"بين ثلاثة آلاف وأربعة آلاف مقاتل", "ثلاثة آلاف وأربعة آلاف", 3000, 4000},
                                         Case{"من 3 إلى 5 آلاف مقاتل", "3 إلى 5 آلاف", 3000, 5000}));

TEST(Numbers, AChangeIsTwoNumbers) {
  const Document document = read("ارتفع عدد القتلى من 5 إلى 7 أشخاص");
  ASSERT_EQ(document.numbers.size(), 2u);
  EXPECT_EQ(document.numbers[0].value, 5);
  EXPECT_EQ(document.numbers[1].value, 7);
}

TEST(Numbers, MonthsAndGrammarWordsCountNothing) {
  EXPECT_TRUE(read("في كانون الثاني قال أحد الشهود").numbers.empty());
  EXPECT_TRUE(read("بلغ الفريق ربع النهائي يوم الاثنين").numbers.empty());
}

TEST(Numbers, ThePhraseHoldsTheBound) {
  const Document document = read("سقط ما لا يقل عن 27 شخصا");
  ASSERT_EQ(document.numbers.size(), 1u);
  EXPECT_EQ(document.bytes(document.numbers[0].phrase), "ما لا يقل عن 27");
}

}  // namespace
}  // namespace isnad
