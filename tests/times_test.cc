#include "mentions/times.h"

#include <gtest/gtest.h>

#include "document/names.h"
#include "pipeline/pipeline.h"

namespace isnad {
namespace {

const Lexicon& lexicon() {
  static const Lexicon loaded = load_lexicon();
  return loaded;
}

// Read as a report of Wednesday, 14 October 2015.
Document read(std::string text, std::string published = "2015-10-14") {
  Document document;
  document.text = std::move(text);
  document.published_given = std::move(published);
  annotate(document, lexicon());
  return document;
}

struct Case {
  std::string text;
  std::string span;  // of the one time; empty: none is found
  std::string type;
  std::string value;
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.text; }

class OneTime : public testing::TestWithParam<Case> {};

TEST_P(OneTime, HasSpanTypeAndValue) {
  const Case& expected = GetParam();
  const Document document = read(expected.text);
  if (expected.span.empty()) {
    for (const Time& time : document.times) ADD_FAILURE() << expected.text << ": " << document.bytes(time.span);
    return;
  }
  ASSERT_EQ(document.times.size(), 1u) << expected.text;
  EXPECT_EQ(document.bytes(document.times[0].span), expected.span);
  EXPECT_EQ(name_of(document.times[0].type), expected.type) << expected.text;
  EXPECT_EQ(document.times[0].value, expected.value) << expected.text;
}

INSTANTIATE_TEST_SUITE_P(Days, OneTime,
                         testing::Values(Case{"وصل الوفد أمس", "أمس", "DATE", "2015-10-13"},
                                         Case{"وصل الوفد أول من أمس", "أول من أمس", "DATE", "2015-10-12"},
                                         Case{"وصل الوفد أمس الثلاثاء", "أمس الثلاثاء", "DATE", "2015-10-13"},
                                         Case{"وصل الوفد اليوم (الأربعاء)", "اليوم (الأربعاء)", "DATE", "2015-10-14"},
                                         Case{"وصل الوفد يوم الأحد", "يوم الأحد", "DATE", "2015-10-11"},
                                         Case{"وصل الوفد الأحد الماضي", "الأحد الماضي", "DATE", "2015-10-11"},
                                         Case{"يصل الوفد الأحد المقبل", "الأحد المقبل", "DATE", "2015-10-18"},
                                         Case{"سيصل الوفد الجمعة", "الجمعة", "DATE", "2015-10-16"},
                                         Case{"وصل الوفد الأربعاء", "الأربعاء", "DATE", "2015-10-14"}));

INSTANTIATE_TEST_SUITE_P(
    Dates, OneTime,
    testing::Values(
        Case{"في الثامن من يناير (كانون الثاني) الماضي", "الثامن من يناير (كانون الثاني) الماضي", "DATE", "2015-01-08"},
        Case{"في 3 تشرين الأول/أكتوبر 2014", "3 تشرين الأول/أكتوبر 2014", "DATE", "2014-10-03"},
        Case{"في السادس من الشهر الجاري", "السادس من الشهر الجاري", "DATE", "2015-10-06"},
        Case{"في غشت 2014", "غشت 2014", "DATE", "2014-08"}, Case{"في مايو أيار", "مايو أيار", "DATE", "2015-05"},
        Case{"بتاريخ 21-04-2015", "21-04-2015", "DATE", "2015-04-21"},
        Case{"بتاريخ 2015/4/21 صدر", "2015/4/21", "DATE", "2015-04-21"},
        Case{"في 26 شوال 1436 هـ الموافق 11 أغسطس 2015", "26 شوال 1436 هـ الموافق 11 أغسطس 2015", "DATE", "2015-08-11"},
        Case{"في 26 شوال 1436 هـ", "26 شوال 1436 هـ", "DATE", "2015-08-11"},
        Case{"في أول جمعة من مايو 2015", "أول جمعة من مايو 2015", "DATE", "2015-05-01"},
        Case{"يوم (19) شوال 1436", "19) شوال 1436", "DATE", "2015-08-04"},
        Case{"في تشرين ثان/نوفمبر 2014", "تشرين ثان/نوفمبر 2014", "DATE", "2014-11"},
        Case{"في ثاني جمعة بعد 1 مايو 2015", "ثاني جمعة بعد 1 مايو 2015", "DATE", "2015-05-15"},
        Case{"في أول جمعة قبل 1 مايو 2015", "أول جمعة قبل 1 مايو 2015", "DATE", "2015-04-24"},
        Case{"في ثاني أيام عيد الفطر المبارك", "ثاني أيام عيد الفطر المبارك", "DATE", "2015-07-18"},
        Case{"مساء ثاني أيام عيد الفطر", "مساء ثاني أيام عيد الفطر", "TIME", "2015-07-18TEV"}));

INSTANTIATE_TEST_SUITE_P(
    PartsAndClocks, OneTime,
    testing::Values(Case{"وقع الحريق فجر اليوم", "فجر اليوم", "TIME", "2015-10-14TMO"},
                    Case{"وقع الحريق مساء الإثنين", "مساء الإثنين", "TIME", "2015-10-12TEV"},
                    Case{"وقع الحريق ليل الأحد - الاثنين", "ليل الأحد - الاثنين", "TIME", "2015-10-11TNI"},
                    Case{"وقع الحريق في وقت متأخر من مساء أمس", "وقت متأخر من مساء أمس", "TIME", "2015-10-13TEV"},
                    Case{"وقع الحريق الليلة الماضية", "الليلة الماضية", "TIME", "2015-10-13TNI"},
                    Case{"أبحر في الساعة التاسعة مساء بتوقيت مكة المكرمة", "الساعة التاسعة مساء بتوقيت مكة المكرمة",
                         "TIME", "2015-10-14T21:00+03:00"},
                    Case{"يبدأ عند الثامنة مساء (18:00 تغ)", "الثامنة مساء (18:00 تغ)", "TIME", "2015-10-14T18:00Z"},
                    Case{"بدأ الساعة الثالثة والنصف فجرا", "الساعة الثالثة والنصف فجرا", "TIME", "2015-10-14T03:30"},
                    Case{"بدأ الساعة 04.17 بتوقيت جرينتش", "الساعة 04.17 بتوقيت جرينتش", "TIME", "2015-10-14T04:17Z"}));

INSTANTIATE_TEST_SUITE_P(
    Periods, OneTime,
    testing::Values(
        Case{"خلال الأسبوع الماضي", "الأسبوع الماضي", "DATE", "2015-W41"},
        Case{"هذا العام", "هذا العام", "DATE", "2015"},
        Case{"في مطلع العام الجاري", "مطلع العام الجاري", "DATE", "2015"}, Case{"عام 1967", "عام 1967", "DATE", "1967"},
        Case{"عام 1453 سقطت المدينة", "عام 1453", "DATE", "1453"}, Case{"عام 1436 هـ", "عام 1436 هـ", "DATE", "2015"},
        Case{"قبل 125 مليون عام", "125 مليون عام", "DURATION", "P125000000Y"},
        Case{"النصف الثاني من رمضان 1436", "النصف الثاني من رمضان 1436", "DATE", "2015-06"},
        Case{"في ثمانينيات القرن الماضي", "ثمانينيات القرن الماضي", "DATE", "198"},
        Case{"الربع الثاني من عام 2014", "الربع الثاني من عام 2014", "DATE", "2014-Q2"},
        Case{"في صيف 2014", "صيف 2014", "DATE", "2014-SU"}, Case{"استمر ثلاثة أيام", "ثلاثة أيام", "DURATION", "P3D"},
        Case{"منذ أيام", "أيام", "DURATION", "PXD"},
        Case{"خلال الأيام القليلة الماضية", "الأيام القليلة الماضية", "DURATION", "PXD"},
        Case{"السنوات الخمس الأخيرة", "السنوات الخمس الأخيرة", "DURATION", "P5Y"},
        Case{"بعد عام ونصف", "عام ونصف", "DURATION", "P1Y6M"}, Case{"خلال 24 ساعة", "24 ساعة", "DURATION", "PT24H"},
        Case{"في القرن التاسع عشر", "القرن التاسع عشر", "DATE", "18"},
        Case{"خلال اليومين المقبلين", "اليومين المقبلين", "DURATION", "P2D"},
        Case{"وصل بعد يوم من الحريق", "يوم", "DURATION", "P1D"},
        Case{"لا تقل عن خمس سنوات", "خمس سنوات", "DURATION", "P5Y"},
        Case{"خلال السنوات الثلاث التي تلت", "السنوات الثلاث", "DURATION", "P3Y"},
        Case{"طوال عقود", "عقود", "DURATION", "PXDE"}, Case{"يتكرر كل يوم", "كل يوم", "SET", "P1D"},
        Case{"يجتمعون أسبوعيا", "أسبوعيا", "SET", "P1W"}));

INSTANTIATE_TEST_SUITE_P(References, OneTime,
                         testing::Values(Case{"الوضع هادئ حاليا", "حاليا", "DATE", "PRESENT_REF"},
                                         Case{"قال في وقت سابق", "وقت سابق", "DATE", "PAST_REF"},
                                         Case{"قال في وقت سابق الثلاثاء", "وقت سابق الثلاثاء", "DATE", "2015-10-13"},
                                         Case{"ستنتهي قريبا", "قريبا", "DATE", "FUTURE_REF"}));

INSTANTIATE_TEST_SUITE_P(
    NoTimes, OneTime,
    testing::Values(Case{"في الوقت نفسه قال الوزير", "", "", ""}, Case{"بعد صلاة الجمعة", "", "", ""},
                    Case{"موسوعة خطب الجمعة", "", "", ""}, Case{"في سوق الخميس", "", "", ""},
                    Case{"اليوم الذي اختاره المنظمون", "", "", ""}, Case{"سدد المهاجم بكرة قوية", "", "", ""},
                    Case{"سالم - 44 عاما- من القرية", "", "", ""}, Case{"لا دور له في مستقبل البلدة", "", "", ""},
                    Case{"رقي إلى الثالثة عشرة.", "", "", ""}, Case{"سالم (32 عاما) من القرية", "", "", ""},
                    Case{"البالغ من العمر 30 عاما", "", "", ""}, Case{"قتل 1400 شخص", "", "", ""},
                    Case{"انخفضت من 30.4% قليلا", "", "", ""}, Case{"الأمين العام السابق", "", "", ""},
                    Case{"عقد اجتماعا طارئا", "", "", ""}, Case{"في شارع 26 يوليو", "", "", ""},
                    Case{"وقف قريبا من الجسر", "", "", ""}));

TEST(Times, TheSameDayIsTheOneMentionedLast) {
  const Document document = read("اعتقل يوم الخميس وفي اليوم نفسه أطلق سراحه وفي اليوم التالي سافر");
  ASSERT_EQ(document.times.size(), 3u);
  EXPECT_EQ(document.times[0].value, "2015-10-08");
  EXPECT_EQ(document.times[1].value, "2015-10-08");
  EXPECT_EQ(document.times[2].value, "2015-10-09");
}

TEST(Times, ADurationBeforeTheReportReachesADay) {
  const Document document = read("غادر البلاد قبل أسبوع");
  ASSERT_EQ(document.times.size(), 1u);
  EXPECT_EQ(document.times[0].value, "P1W");
  EXPECT_EQ(document.times[0].anchor, "2015-10-07");
}

TEST(Times, OnSundayLastWeekIsTheOneThatEnds) {
  const Document document = read("شهدت المدينة خلال الأسبوع الماضي مواجهات", "2015-10-18");
  ASSERT_EQ(document.times.size(), 1u);
  EXPECT_EQ(document.times[0].value, "2015-W42");
}

}  // namespace
}  // namespace isnad
