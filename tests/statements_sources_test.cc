// Who can be a source and where its phrase ends; what closes a content; what makes a chain of several links. Places and
// names are invented.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "claims/statements.h"
#include "document/names.h"
#include "pipeline/pipeline.h"

namespace isnad {
namespace {

const Lexicon& lexicon() {
  static const Lexicon loaded = load_lexicon();
  return loaded;
}

// "cue | content | chain" of each statement.
std::vector<std::string> read(const std::string& text) {
  Document document;
  document.id = "d";
  document.text = "أخبار اليوم من الوادي\n" + text;
  annotate(document, lexicon());
  std::vector<std::string> found;
  for (const Statement& statement : document.statements) {
    std::string chain;
    for (const Source& source : statement.chain) chain += (chain.empty() ? "" : " < ") + source.text;
    found.push_back(std::string(document.bytes(statement.cue)) + " | " +
                    std::string(document.bytes(statement.content)) + " | " + chain);
  }
  return found;
}

struct Case {
  const char* text;
  std::vector<std::string> statements;
};

class StatementSources : public testing::TestWithParam<Case> {};

TEST_P(StatementSources, AreRead) { EXPECT_EQ(read(GetParam().text), GetParam().statements) << GetParam().text; }

INSTANTIATE_TEST_SUITE_P(
    WhoCanSpeak, StatementSources,
    testing::Values(Case{"وتكشف الأسعار في السوق بأن الموسم ضعيف.", {}}, Case{"وكررت عمليات الفحص في الميناء.", {}},
                    Case{"وأعتقد أن الجسر قديم.", {}}, Case{"وتبين أن الجسر قديم.", {}},
                    Case{"وتعتبر القرية من أجمل القرى في الوادي.", {}}, Case{"ووصل عامل يدعى سالم إلى الوادي.", {}},
                    Case{"وبلغت الكلفة مليونا حسب عدد المقاعد.", {}},
                    Case{"وقال المصلون إن المسجد ضيق.", {"وقال | المسجد ضيق | المصلون"}},
                    Case{"وذكر عدد من السكان أن الماء انقطع.", {"وذكر | الماء انقطع | عدد من السكان"}},
                    Case{"وقال له أمس مدير الميناء إن السفن عادت.", {"وقال | السفن عادت | مدير الميناء"}},
                    Case{"وأكد في مؤتمر صحافي وزير النقل أن الجسر آمن.", {"وأكد | الجسر آمن | وزير النقل"}},
                    Case{"وكان وزير النقل أعلن أن الجسر آمن.", {"أعلن | الجسر آمن | وزير النقل"}}));

INSTANTIATE_TEST_SUITE_P(
    EndsOfPhrases, StatementSources,
    testing::Values(
        Case{"وأوضح الناطق الإعلامي بقيادة حرس الحدود أن القارب غرق.",
             {"وأوضح | القارب غرق | الناطق الإعلامي بقيادة حرس الحدود"}},
        Case{"وقال مدير عام الميناء إن السفن عادت.", {"وقال | السفن عادت | مدير عام الميناء"}},
        Case{"وقال المشرف على المشروع إن الأشغال تنتهي غدا.", {"وقال | الأشغال تنتهي غدا | المشرف على المشروع"}},
        Case{"وتوقع خبراء طقسا حارا في الوادي.", {"وتوقع | طقسا حارا في الوادي | خبراء"}},
        Case{"ودعت البلدية جميع السكان إلى الهدوء.", {"ودعت | جميع السكان إلى الهدوء | البلدية"}},
        Case{"وقال أحد السكان ويدعى سالم إن الماء انقطع.", {"وقال | الماء انقطع | أحد السكان ويدعى سالم"}},
        Case{"واجتمع الوفد بمدير الميناء، الذي أفاد بأن السفن عادت.", {"أفاد | السفن عادت | مدير الميناء"}}));

INSTANTIATE_TEST_SUITE_P(
    Closers, StatementSources,
    testing::Values(Case{"قال المدير إن الجسر آمن، وكان قد أغلق في الربيع.", {"قال | الجسر آمن | المدير"}},
                    Case{"قال المدير إن الجسر آمن، يذكر أن الأشغال بدأت في الربيع.", {"قال | الجسر آمن | المدير"}},
                    Case{"قال المدير إن الجسر آمن، من جهة أخرى افتتحت البلدية السوق.", {"قال | الجسر آمن | المدير"}},
                    Case{"قال المدير إن الأشغال انتهت عام 2014م. وغادر الوفد الوادي.",
                         {"قال | الأشغال انتهت عام 2014م | المدير"}}));

INSTANTIATE_TEST_SUITE_P(
    Links, StatementSources,
    testing::Values(Case{"قال المدير العام لقناة «المدى» سالم الوادي إن البث بدأ.",
                         {"قال | البث بدأ | المدير العام لقناة «المدى» سالم الوادي"}},
                    Case{"وقال مصدر رفض ذكر اسمه لرويترز إن الجسر مغلق.", {"وقال | الجسر مغلق | رويترز < مصدر"}},
                    Case{"قالت الشرطة وشهود إن الطريق مغلق.", {"قالت | الطريق مغلق | الشرطة وشهود"}},
                    Case{"أعلن المدير استقالته بعدما كشفت البلدية أن الجسر قديم.",
                         {"أعلن | استقالته بعدما كشفت البلدية أن الجسر قديم | المدير", "كشفت | الجسر قديم | البلدية"}},
                    Case{"وذكر البيان أن وزير النقل أكد أن الجسر آمن.",
                         {"وذكر | وزير النقل أكد أن الجسر آمن | البيان", "أكد | الجسر آمن | البيان < وزير النقل"}}));

// An unnamed source stays as it is described, has no mention, and is typed by what describes it.
struct Unnamed {
  const char* text;
  const char* source;
  const char* kind;
};

class UnnamedSources : public testing::TestWithParam<Unnamed> {};

TEST_P(UnnamedSources, StayAsDescribed) {
  Document document;
  document.id = "d";
  document.text = std::string("أخبار اليوم من الوادي\n") + GetParam().text;
  annotate(document, lexicon());
  ASSERT_EQ(document.statements.size(), 1u) << GetParam().text;
  const Source& source = document.statements[0].chain.back();
  EXPECT_EQ(source.text, GetParam().source);
  EXPECT_EQ(source.mention, none);
  EXPECT_EQ(name_of(source.kind), GetParam().kind) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(All, UnnamedSources,
                         testing::Values(Unnamed{"قال مسؤول محلي إن الجسر آمن.", "مسؤول محلي", "official"},
                                         Unnamed{"قالت مصادر عسكرية إن العملية انتهت.", "مصادر عسكرية", "military"},
                                         Unnamed{"قال أطباء إن الجرحى بخير.", "أطباء", "medical"},
                                         Unnamed{"قال شهود عيان إن الحريق أخمد.", "شهود عيان", "witness"},
                                         Unnamed{"قال ناشطون إن السجناء بخير.", "ناشطون", "rights_group"},
                                         Unnamed{"ذكرت وسائل إعلام أن الجسر آمن.", "وسائل إعلام", "media"},
                                         Unnamed{"قال متظاهرون إن الطريق مغلق.", "متظاهرون", "party"},
                                         Unnamed{"قالت مصادر مطلعة إن الاجتماع تأجل.", "مصادر مطلعة", "unnamed"}));

// "الوزارة", "المصدر ذاته", "البيان": the words stay, the mention is the body that was named before.
TEST(StatementSource, ABareBodyIsTheOneNamedBefore) {
  Document document;
  document.id = "d";
  document.text = "أخبار اليوم من الوادي\nافتتحت وزارة الصحة المستشفى. وقالت الوزارة إن الماء نظيف.";
  annotate(document, lexicon());
  ASSERT_EQ(document.statements.size(), 1u);
  const Source& source = document.statements[0].chain.back();
  EXPECT_EQ(source.text, "الوزارة");
  ASSERT_NE(source.mention, none);
  EXPECT_EQ(document.bytes(document.mentions[source.mention].span), "وزارة الصحة");
}

}  // namespace
}  // namespace isnad
