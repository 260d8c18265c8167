// Names of invented persons, bodies and places: what is marked in a sentence, written as [type name].
#include <gtest/gtest.h>

#include <string>

#include "document/names.h"
#include "lexicon/lexicon.h"
#include "pipeline/pipeline.h"

namespace isnad {
namespace {

const Lexicon& lexicon() {
  static const Lexicon loaded = load_lexicon();
  return loaded;
}

Document annotated(std::string text) {
  Document document;
  document.text = std::move(text);
  annotate(document, lexicon());
  return document;
}

std::string marked(const Document& document) {
  std::string out;
  uint32_t at = 0;
  for (const Mention& mention : document.mentions) {
    out += document.text.substr(at, mention.span.start - at);
    out += "[" + std::string(1, name_of(mention.type)[0]) + " " + std::string(document.bytes(mention.span)) + "]";
    at = mention.span.end;
  }
  return out + document.text.substr(at);
}

struct NameCase {
  const char* name;
  const char* expected;  // with marks; the text is what is left without them
};

std::string without_marks(std::string_view marked_text) {
  std::string text;
  for (size_t i = 0; i < marked_text.size(); ++i) {
    if (marked_text[i] == '[') {
      i += 2;
    } else if (marked_text[i] != ']') {
      text += marked_text[i];
    }
  }
  return text;
}

class Names : public testing::TestWithParam<NameCase> {};

TEST_P(Names, AreMarked) {
  const std::string expected = GetParam().expected;
  EXPECT_EQ(marked(annotated(without_marks(expected))), expected);
}

INSTANTIATE_TEST_SUITE_P(
    All, Names,
    testing::Values(NameCase{"Country", "وصل الوفد إلى [l فرنسا] أمس."},
                    NameCase{"JoinedPreposition", "عقد الاجتماع ب[l فرنسا] في الصباح."},
                    NameCase{"TwoWords", "قالت مصادر في [l الولايات المتحدة] إن الموعد تغير."},
                    NameCase{"Nationality", "التقى السفير الفرنسي نظيره الألماني."},
                    NameCase{"ClassWordOutside", "سيطرت القوات على مدينة [l حلب] أمس."},
                    NameCase{"Ministry", "أعلنت [o وزارة الدفاع الروسية] أن السفينة غرقت."},
                    NameCase{"Government", "رحبت [o الحكومة الهندية] بالقرار."},
                    NameCase{"TitledPerson", "قال الرئيس الفرنسي [p إيمانويل ماكرون] إن بلاده ترحب."},
                    NameCase{"Filiation", "استقبل الوزير [p خالد بن سلطان] الوفد."},
                    NameCase{"Kunya", "قتل القيادي [p أبو سليمان] في الغارة."},
                    NameCase{"Newspaper", "ذكرت صحيفة \"[o الحياة]\" أن الموعد تغير."},
                    NameCase{"BareNouns", "قالت الشرطة إن السلطات أغلقت الطريق."},
                    NameCase{"Formula", "شكروا الله على سلامتهم بعد الحريق."},
                    NameCase{"OfficeBehind", "استقبل الأمير [p رامز بن سلطان] ولي العهد الوفد."},
                    NameCase{"FutureLetterIsNoTitle", "قال الوزير [p سامر تلدافي] إن الطريق مفتوح."},
                    NameCase{"NounWithNoun", "أكدوا أمس مبدأ حسن الجوار بينهم."},
                    NameCase{"HonouredPlace", "أغلقت الشرطة [l شارع الملك سلطان] أمس."},
                    NameCase{"Weekday", "يعود المسافرون يوم الجمعة إلى بيوتهم."}),
    [](const testing::TestParamInfo<NameCase>& it) { return it.param.name; });

TEST(NamesInReport, FamilyNameAloneIsFoundElsewhere) {
  const Document document = annotated("قال الوزير سامر تلدافي إن الطريق مفتوح.\nوأضاف تلدافي أن الجسر مغلق.");
  ASSERT_EQ(document.mentions.size(), 2u);
  EXPECT_EQ(document.bytes(document.mentions[1].span), "تلدافي");
  EXPECT_EQ(document.mentions[1].type, MentionType::person);
}

TEST(NamesInReport, TitleStandsInWithTitle) {
  const Document document = annotated("قال الرئيس الفرنسي إيمانويل ماكرون إن بلاده ترحب.");
  ASSERT_FALSE(document.mentions.empty());
  EXPECT_EQ(document.bytes(document.mentions.back().with_title), "الرئيس الفرنسي إيمانويل ماكرون");
}

TEST(NamesInReport, KnownNamesCarryTheirId) {
  const Document document = annotated("وصل الوفد إلى فرنسا أمس.");
  ASSERT_EQ(document.mentions.size(), 1u);
  EXPECT_EQ(document.mentions[0].known_id, "country:fr");
}

TEST(NamesInReport, MentionsAreSortedAndApart) {
  const Document document = annotated(
      "باريس - رويترز: قال وزير الخارجية الفرنسي جان لوران إن فرنسا وألمانيا والاتحاد الأوروبي تدعم الأمم المتحدة.");
  for (size_t i = 1; i < document.mentions.size(); ++i) {
    EXPECT_LE(document.mentions[i - 1].span.end, document.mentions[i].span.start);
  }
  EXPECT_GE(document.mentions.size(), 6u);
}

}  // namespace
}  // namespace isnad
