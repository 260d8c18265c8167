// Statements: cue, content, form and chain. Places and names are invented.
#include "claims/statements.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "document/names.h"
#include "pipeline/pipeline.h"

namespace isnad {
namespace {

const Lexicon& lexicon() {
  static const Lexicon loaded = load_lexicon();
  return loaded;
}

Document annotated(const std::string& text, const std::string& title = "أخبار اليوم من الوادي") {
  Document document;
  document.id = "d";
  document.text = title + "\n" + text;
  annotate(document, lexicon());
  return document;
}

std::string chain_text(const Chain& chain) {
  std::string text;
  for (const Source& source : chain) text += (text.empty() ? "" : " < ") + source.text;
  return text;
}

// "cue | content | form | chain" of each statement.
std::vector<std::string> statements_of(const Document& document) {
  std::vector<std::string> found;
  for (const Statement& statement : document.statements) {
    found.push_back(std::string(document.bytes(statement.cue)) + " | " + std::string(document.bytes(statement.content)) +
                    " | " + std::string(name_of(statement.form)) + " | " + chain_text(statement.chain));
  }
  return found;
}

struct Case {
  const char* text;
  std::vector<std::string> statements;
};

class Statements : public testing::TestWithParam<Case> {};

TEST_P(Statements, AreRead) { EXPECT_EQ(statements_of(annotated(GetParam().text)), GetParam().statements) << GetParam().text; }

INSTANTIATE_TEST_SUITE_P(
    VerbSpeakerContent, Statements,
    testing::Values(
        Case{"قال وزير النقل إن الجسر مغلق.", {"قال | الجسر مغلق | indirect | وزير النقل"}},
        Case{"وأكدت وزارة الصحة، في بيان، اليوم السبت، أنها أرسلت فريقا إلى القرية.",
             {"وأكدت | أرسلت فريقا إلى القرية | indirect | وزارة الصحة"}},
        Case{"وأشار المتحدث باسم البلدية في مؤتمر صحفي إلى أن الأشغال مستمرة.",
             {"وأشار | الأشغال مستمرة | indirect | المتحدث باسم البلدية"}},
        Case{"أعلنت شرطة الوادي توقيف رجلين.", {"أعلنت | توقيف رجلين | indirect | شرطة الوادي"}},
        Case{"وأفاد مصدر طبي بوصول ثلاثة جرحى إلى المستشفى.",
             {"وأفاد | وصول ثلاثة جرحى إلى المستشفى | indirect | مصدر طبي"}},
        Case{"ودعا رئيس البلدية السكان إلى الهدوء.", {"ودعا | السكان إلى الهدوء | indirect | رئيس البلدية"}},
        Case{"وحمّلت النقابة الشركة مسؤولية الحادث.", {"وحمّلت | الشركة مسؤولية الحادث | indirect | النقابة"}}));

INSTANTIATE_TEST_SUITE_P(
    Quoted, Statements,
    testing::Values(
        Case{"وقال المدير: «الطريق مفتوح».", {"وقال | «الطريق مفتوح» | direct | المدير"}},
        Case{"وقال المدير إن «الطريق مفتوح»، مؤكدا أن الجسر آمن.",
             {"وقال | «الطريق مفتوح» | direct | المدير", "مؤكدا | الجسر آمن | indirect | المدير"}},
        Case{"وقال المدير \"الطريق مفتوح. الجسر آمن.\" وغادر المكان.",
             {"وقال | \"الطريق مفتوح. الجسر آمن.\" | direct | المدير"}},
        Case{"وقال المدير إن الطريق \"مفتوح تماما\" أمام الناس.",
             {"وقال | الطريق \"مفتوح تماما\" أمام الناس | mixed | المدير"}},
        Case{"وقال المدير إن قطار «النورس» وصل.", {"وقال | قطار «النورس» وصل | indirect | المدير"}},
        Case{"وقال المدير «الطريق مفتوح والجسر آمن", {"وقال | «الطريق مفتوح والجسر آمن | direct | المدير"}}));

INSTANTIATE_TEST_SUITE_P(
    DroppedSpeakers, Statements,
    testing::Values(
        Case{"قالت وزارة الصحة إن الماء نظيف. وأضافت أن الآبار فحصت.",
             {"قالت | الماء نظيف | indirect | وزارة الصحة", "وأضافت | الآبار فحصت | indirect | وزارة الصحة"}},
        Case{"قالت وزارة الصحة إن الماء نظيف. وقال رئيس القرية إن الآبار جفت. وأضافت أن الفحص مستمر.",
             {"قالت | الماء نظيف | indirect | وزارة الصحة", "وقال | الآبار جفت | indirect | رئيس القرية",
              "وأضافت | الفحص مستمر | indirect | وزارة الصحة"}},
        Case{"ذكر مسؤولون أن الماء نظيف. وأضافوا أن الآبار فحصت.",
             {"ذكر | الماء نظيف | indirect | مسؤولون", "وأضافوا | الآبار فحصت | indirect | مسؤولون"}},
        Case{"شكر وزير النقل الصحافيين، داعيا إلى إكمال الجسر.", {"داعيا | إكمال الجسر | indirect | وزير النقل"}}));

INSTANTIATE_TEST_SUITE_P(
    OtherOrders, Statements,
    testing::Values(
        Case{"أغلقت الطريق صباحا، بحسب شهود.", {"بحسب | أغلقت الطريق صباحا | indirect | شهود"}},
        Case{"وأغلقت الطريق صباحا، وفق ما أعلنت الشرطة.", {"وفق ما أعلنت | أغلقت الطريق صباحا | indirect | الشرطة"}},
        Case{"ووفقا للوزارة فإن الطريق أغلقت صباحا.", {"ووفقا | الطريق أغلقت صباحا | indirect | الوزارة"}},
        Case{"وبحسب المصادر، فإن الطريق أغلقت صباحا.", {"وبحسب | الطريق أغلقت صباحا | indirect | المصادر"}},
        Case{"لكن الشرطة تقول إن الطريق مفتوح.", {"تقول | الطريق مفتوح | indirect | الشرطة"}}));

INSTANTIATE_TEST_SUITE_P(
    Chains, Statements,
    testing::Values(
        Case{"ونقلت رويترز عن وزارة النقل أن الجسر مغلق.",
             {"ونقلت | الجسر مغلق | indirect | رويترز < وزارة النقل"}},
        Case{"قال مسؤول محلي لرويترز إن الجسر مغلق. وأضاف أن العمال غادروا.",
             {"قال | الجسر مغلق | indirect | رويترز < مسؤول محلي", "وأضاف | العمال غادروا | indirect | رويترز < مسؤول محلي"}},
        Case{"وذكرت وكالة الوادي -نقلا عن مدير الميناء- أن السفن عادت.",
             {"وذكرت | السفن عادت | indirect | وكالة الوادي < مدير الميناء"}},
        Case{"وذكرت البلدية أن رئيس الشركة أبلغ نظيره أن المشروع تأخر.",
             {"وذكرت | رئيس الشركة أبلغ نظيره أن المشروع تأخر | indirect | البلدية",
              "أبلغ | المشروع تأخر | indirect | البلدية < رئيس الشركة"}}));

INSTANTIATE_TEST_SUITE_P(
    EndsOfContent, Statements,
    testing::Values(
        Case{"قال المدير إن الجسر آمن، مشيرا إلى أن الفحص اكتمل.",
             {"قال | الجسر آمن | indirect | المدير", "مشيرا | الفحص اكتمل | indirect | المدير"}},
        Case{"قال المدير إن الجسر آمن، فيما قالت الشرطة إن الطريق مغلق.",
             {"قال | الجسر آمن | indirect | المدير", "قالت | الطريق مغلق | indirect | الشرطة"}},
        Case{"قال المدير إن الجسر آمن، علما أن الأشغال بدأت في الربيع.", {"قال | الجسر آمن | indirect | المدير"}}));

INSTANTIATE_TEST_SUITE_P(
    NoStatements, Statements,
    testing::Values(Case{"شكر الوزير العمال.", {}}, Case{"سمحت الوزارة بالعبور.", {}}, Case{"يُعتقد أن الجسر قديم.", {}},
                    Case{"أغلقت الطريق بين القريتين.", {}}, Case{"وقع الحادث حسب القانون.", {}}));

TEST(StatementHeadline, TheSourceWithItsColonIsTheCue) {
  const Document document = annotated("قال مدير الميناء إن السفن عادت.", "مدير الميناء: السفن عادت");
  EXPECT_EQ(statements_of(document), (std::vector<std::string>{"مدير الميناء: | السفن عادت | indirect | مدير الميناء",
                                                               "قال | السفن عادت | indirect | مدير الميناء"}));
}

TEST(StatementHeadline, AThemeIsNoSource) {
  EXPECT_TRUE(statements_of(annotated("وصلت السفن إلى المرفأ.", "تفجير السوق: السفن عادت")).empty());
}

TEST(StatementChain, TheOwnOutletIsNoLink) {
  Document document;
  document.id = "d";
  document.outlet = "المدى";
  document.text = "عودة السفن إلى الوادي\nوقال مدير الميناء لـ«المدى» إن السفن عادت.";
  annotate(document, lexicon());
  EXPECT_EQ(statements_of(document), std::vector<std::string>{"وقال | السفن عادت | indirect | مدير الميناء"});
}

struct Kind {
  const char* text;
  const char* kind;
};

class SourceKinds : public testing::TestWithParam<Kind> {};

TEST_P(SourceKinds, AreTyped) {
  const Document document = annotated(GetParam().text);
  ASSERT_EQ(document.statements.size(), 1u) << GetParam().text;
  ASSERT_EQ(document.statements[0].chain.size(), 1u);
  EXPECT_EQ(name_of(document.statements[0].chain[0].kind), GetParam().kind) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(All, SourceKinds,
                         testing::Values(Kind{"قال مصدر طبي إن الجرحى بخير.", "medical"},
                                         Kind{"قال مصدر عسكري إن العملية انتهت.", "military"},
                                         Kind{"قال شهود إن الحريق أخمد.", "witness"},
                                         Kind{"قالت وزارة النقل إن الجسر آمن.", "official"},
                                         Kind{"ذكرت صحيفة الوادي أن الجسر آمن.", "media"},
                                         Kind{"قالت مصادر إن الاجتماع تأجل.", "unnamed"}));

TEST(StatementStance, ComesFromTheVerb) {
  const auto stance = [](const std::string& text) {
    const Document document = annotated(text);
    return document.statements.empty() ? std::string("none") : std::string(name_of(document.statements[0].stance));
  };
  EXPECT_EQ(stance("نفى الوزير أن الجسر انهار."), "denies");
  EXPECT_EQ(stance("اتهم الوزير الشركة بالإهمال."), "accuses");
  EXPECT_EQ(stance("طالب الوزير الشركة بالإسراع."), "demands");
  EXPECT_EQ(stance("تعهد الوزير بإكمال الجسر."), "promises");
  EXPECT_EQ(stance("شكك خبراء في سلامة الجسر."), "doubts");
}

}  // namespace
}  // namespace isnad
