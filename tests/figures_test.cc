// Figures: what is counted, how many, and with what measure. Places and names are invented.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "document/names.h"
#include "lexicon/figures_forms.h"
#include "pipeline/pipeline.h"

namespace isnad {
namespace {

const Lexicon& lexicon() {
  static const Lexicon loaded = load_lexicon();
  return loaded;
}

Document annotated(const std::string& text) {
  Document document;
  document.id = "d";
  document.text = "أخبار اليوم من الوادي\n" + text;
  annotate(document, lexicon());
  return document;
}

// "span min..max measure" of each figure.
std::vector<std::string> figures_of(const std::string& text) {
  const Document document = annotated(text);
  std::vector<std::string> found;
  for (const Figure& figure : document.figures) {
    const auto bound = [](const std::optional<double>& value) {
      return value ? std::to_string(static_cast<long long>(*value)) : std::string("?");
    };
    found.push_back(std::string(document.bytes(figure.span)) + " " + bound(figure.min) + ".." + bound(figure.max) +
                    " " + std::string(name_of(figure.measure)));
  }
  return found;
}

struct Case {
  const char* text;
  std::vector<std::string> figures;
};

class Figures : public testing::TestWithParam<Case> {};

TEST_P(Figures, AreRead) { EXPECT_EQ(figures_of(GetParam().text), GetParam().figures) << GetParam().text; }

INSTANTIATE_TEST_SUITE_P(
    Frames, Figures,
    testing::Values(
        Case{"أسفر الانفجار عن مقتل 27 شخصاً وإصابة 40 آخرين.", {"27 شخصاً 27..27 killed", "40 آخرين 40..40 injured"}},
        Case{"لقي سبعة عمال مصرعهم في انهيار منجم.", {"سبعة عمال 7..7 killed"}},
        Case{"انفجار راح ضحيته 8 عمال.", {"8 عمال 8..8 killed"}},
        Case{"أفاد بأن 16 من أفراد الأمن قتلوا.", {"16 16..16 killed"}},
        Case{"قتلت السيول في نهاية الأسبوع خمسين قروياً.", {"خمسين قروياً 50..50 killed"}},
        Case{"اعتقلت الشرطة مساء أمس 30 متظاهراً.", {"30 متظاهراً 30..30 arrested"}},
        Case{"نزح 500 شخص من البلدة.", {"500 شخص 500..500 displaced"}},
        Case{"وقال المنظمون إن 300 شخص شاركوا في المسيرة.", {"300 شخص 300..300 participants"}},
        Case{"وعلى متنها 150 راكباً.", {"150 راكباً 150..150 other"}},
        Case{"بنت الشركة 20 منزلاً للبيع.", {"20 منزلاً 20..20 other"}},
        Case{"انفجرت عبوتان قرب الجسر.", {"عبوتان 2..2 equipment"}},
        Case{"وزعت البلدية 30 عبوة حليب.", {"30 عبوة 30..30 other"}},
        Case{"أطلق سراح أربعة رعاة أمس.", {"أربعة رعاة 4..4 other"}},
        Case{"أفاد بأن 20 رجلاً قتلوا أو اعتقلوا.", {"20 رجلاً 20..20 other"}},
        Case{"سيارة يستقلها رجلان سقطت في النهر وأسفر ذلك عن غرق أحدهما.", {"رجلان 2..2 other"}},
        Case{"ثمنها 3 ملايين إسترليني.", {"3 ملايين إسترليني 3000000..3000000 money"}},
        Case{"ضبط 10 من تلك العناصر.", {"10 10..10 arrested"}},
        Case{"دمر القصف ستة منازل و3 سيارات.", {"ستة منازل 6..6 damage", "3 سيارات 3..3 equipment"}},
        Case{"بلغت الخسائر 5 ملايين دولار.", {"5 ملايين دولار 5000000..5000000 money"}},
        Case{"ارتفع عدد القتلى إلى 61.", {"61 61..61 killed"}},
        Case{"ثلاثة مسلحين قتلوا خمسة جنود.", {"ثلاثة مسلحين 3..3 participants", "خمسة جنود 5..5 killed"}}));

INSTANTIATE_TEST_SUITE_P(
    Coordination, Figures,
    testing::Values(Case{"مقتل 4 من الجنود وسائقين وإصابة ستة في كمين.",
                         {"4 4..4 killed", "سائقين 2..2 killed", "ستة 6..6 injured"}},
                    Case{"مقتل أربعة عسكريين ومدني في القصف.", {"أربعة عسكريين 4..4 killed", "مدني 1..1 killed"}},
                    Case{"سقط 14 مدنياً بين قتيل وجريح.", {"14 مدنياً 14..14 casualties"}},
                    Case{"سقط 40 قتيلاً وجريحاً في القصف.", {"40 قتيلاً وجريحاً 40..40 casualties"}},
                    Case{"مقتل وإصابة 120 شخصاً في الزلزال.", {"120 شخصاً 120..120 casualties"}},
                    Case{"قتيل و5 جرحى في حادث سير.", {"قتيل 1..1 killed", "5 جرحى 5..5 injured"}}));

INSTANTIATE_TEST_SUITE_P(
    SinglesAndDuals, Figures,
    testing::Values(Case{"أعلنت البلدية أن مواطناً أجنبياً قُتل في الاحتجاجات.", {"مواطناً أجنبياً 1..1 killed"}},
                    Case{"استشهد رضيع حرقاً. ونعت الوزارة مقتل الرضيع.", {"رضيع 1..1 killed"}},
                    Case{"إصابة عائلة في القصف.", {}},
                    Case{"خرجت طائرتان مدنيتان عن المدرج.", {"طائرتان 2..2 equipment"}},
                    Case{"عاد القطاران إلى المحطة.", {}}, Case{"قتل رجل زوجته في القرية.", {}},
                    Case{"انقلبت عربتين أو ثلاث عربات.", {"عربتين أو ثلاث عربات 2..3 equipment"}}));

INSTANTIATE_TEST_SUITE_P(BoundsAndBreakdowns, Figures,
                         testing::Values(Case{"سقط 28 قتيلاً – 17 متمرداً و11 جندياً – في المعركة.",
                                              {"28 قتيلاً 28..28 killed", "17 متمرداً 17..17 killed",
                                               "11 جندياً 11..11 killed"}},
                                         Case{"سقط قتيلان على الأقل في الحريق.", {"قتيلان 2..? killed"}},
                                         Case{"نقل عشرات في حالة خطرة إلى المستشفيات.", {"عشرات 20..99 injured"}},
                                         Case{"قتل خمسة جنود في هجوم شنه عشرة مسلحين.",
                                              {"خمسة جنود 5..5 killed", "عشرة مسلحين 10..10 participants"}},
                                         Case{"كانت المدينة واحدة من أجمل المدن.", {}}));

INSTANTIATE_TEST_SUITE_P(
    NoFigures, Figures,
    testing::Values(Case{"شاب عمره 22 عاماً.", {}}, Case{"قائد الفرقة 11 دبابات.", {}},
                    Case{"تعلن الأسعار في 28 من كل شهر.", {}}, Case{"أثنى مواطنون على العمل.", {}},
                    Case{"اجتمعت إيران والدول الخمس «5» + 1 أمس.", {}}, Case{"يريد قتل عصفورين بحجر واحد.", {}},
                    Case{"حضر الأهالي معبرين عن بهجتهم.", {}}, Case{"عرضت القناة مسلسل «24 ساعة» أمس.", {}},
                    Case{"أكثر من واحد من الزملاء حضر.", {}},
                    Case{"سجل سالم (61) (64) وتاوش هدفين.", {"هدفين 2..2 other"}}, Case{"الرحلة 370 إلى الوادي.", {}},
                    Case{"فاز الفريق 2-1 أمس.", {}}, Case{"المادة 5 من الدستور.", {}},
                    Case{"شعارهم ثورة بلا ضحايا.", {}}, Case{"عاد الأشخاص الثلاثة إلى القرية.", {}}));

TEST(FigureSubsets, ArePartsOfTheirWhole) {
  const Document document = annotated("سقط تسعة قتلى بينهم 4 أطفال وامرأتان.");
  ASSERT_EQ(document.figures.size(), 3u);
  EXPECT_EQ(document.figures[0].part_of, none);
  for (const size_t part : {1u, 2u}) {
    EXPECT_EQ(document.figures[part].part_of, 0u);
    EXPECT_EQ(document.figures[part].measure, Measure::killed);
  }
  EXPECT_EQ(document.figures[1].population, Population::children);
  EXPECT_EQ(document.figures[2].population, Population::women);
}

TEST(FigureContext, ZeroScopeUpdateAndModality) {
  const Document zero = annotated("انهار الجدار دون وقوع إصابات.");
  ASSERT_EQ(zero.figures.size(), 1u);
  EXPECT_EQ(zero.figures[0].max, 0.0);
  const Document total = annotated("ارتفعت حصيلة القتلى إلى 61 قتيلاً منذ بداية العام.");
  ASSERT_EQ(total.figures.size(), 1u);
  EXPECT_EQ(total.figures[0].scope, Scope::cumulative);
  EXPECT_EQ(total.figures[0].update, Update::updated);
  const Document fear = annotated("وسط مخاوف من مقتل عشرين عاملاً.");
  ASSERT_EQ(fear.figures.size(), 1u);
  EXPECT_EQ(fear.figures[0].modality, Modality::feared);
}

TEST(FigureForms, VerbsAndNounsAreInflected) {
  std::vector<std::string> verbs;
  for (const VerbForm& form : verb_forms("لقي", "يلقى")) verbs.push_back(form.text);
  for (const char* expected : {"لقيت", "لقوا", "يلقون", "سيلقى"}) {
    EXPECT_NE(std::find(verbs.begin(), verbs.end(), expected), verbs.end()) << expected;
  }
  bool dual = false, ambiguous = false;
  for (const NounFormText& form : noun_forms("طائرة", {"طائرات"}))
    dual |= form.text == "طائرتين" && form.form == NounForm::dual;
  for (const NounFormText& form : noun_forms("مدني", {"مدنيون", "مدنيين"})) {
    ambiguous |= form.text == "مدنيين" && form.form == NounForm::dual_or_plural;
  }
  EXPECT_TRUE(dual);
  EXPECT_TRUE(ambiguous);
}

TEST(FigureTables, NameOnlyWhatTheEnumerationsHold) {
  const FigureLexicon& tables = lexicon().figures;
  for (const FigureFrame& frame : tables.frames) EXPECT_TRUE(named<Measure>(tables.names[frame.measure]));
  for (const CountedNoun& noun : tables.nouns) {
    EXPECT_TRUE(noun.measure == 0 || named<Measure>(tables.names[noun.measure]));
    EXPECT_TRUE(named<Population>(tables.names[noun.population])) << tables.names[noun.population];
  }
}

}  // namespace
}  // namespace isnad
