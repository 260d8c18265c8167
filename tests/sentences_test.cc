#include "sentences/sentences.h"

#include <gtest/gtest.h>

namespace isnad {
namespace {

const Lexicon& lexicon() {
  static const Lexicon loaded = load_lexicon();
  return loaded;
}

std::vector<std::string> sentences_of(const std::string& line, LineKind kind = LineKind::body) {
  Document document;
  document.text = line;
  document.lines.push_back({{0, static_cast<uint32_t>(line.size())}, kind});
  split_sentences(document, lexicon());
  std::vector<std::string> sentences;
  for (const Sentence& sentence : document.sentences) sentences.emplace_back(document.bytes(sentence.span));
  return sentences;
}

// The ends of sentences are written as ¶ in the examples.
std::vector<std::string> parted(const std::string& example) {
  std::vector<std::string> parts;
  for (size_t at = 0;;) {
    const size_t end = example.find("¶", at);
    parts.push_back(example.substr(at, end - at));
    if (end == std::string::npos) return parts;
    at = end + std::string("¶").size();
  }
}

struct Example {
  const char* name;
  const char* text;  // with ¶ and a blank at each end within the line
};

class SentenceEnds : public testing::TestWithParam<Example> {};

TEST_P(SentenceEnds, AreFound) {
  std::vector<std::string> expected = parted(GetParam().text);
  std::string line;
  for (std::string& sentence : expected) {
    line += sentence;
    while (!sentence.empty() && sentence.front() == ' ') sentence.erase(0, 1);
  }
  EXPECT_EQ(sentences_of(line), expected);
}

INSTANTIATE_TEST_SUITE_P(Examples, SentenceEnds,
                         testing::Values(Example{"FullStop", "وصل الوفد إلى وردان.¶ وقال الناطق إنه سيعود."},
                                         Example{"Question", "هل انتهت الأزمة؟¶ لا أحد يعلم!¶ هكذا قالوا"},
                                         Example{"QuestionAndCall", "من يصدق ذلك؟!¶ قالها ومضى."},
                                         Example{"SemicolonGoesOn", "انقطعت الكهرباء؛ فتوقف المصنع."},
                                         Example{"ColonGoesOn", "قال الوزير: سنعود غدا."},
                                         Example{"Decimal", "ارتفعت النسبة إلى 3.5 في المئة.¶ وهي الأعلى."},
                                         Example{"YearEnds", "بدأ ذلك في عام 2003.¶ ثم توقف."},
                                         Example{"Date", "نشر في 12.5.2011 وأعيد نشره."},
                                         Example{"Doctor", "أكد د. سامر النجدي أن العدد خمسة.¶ وغادر."},
                                         Example{"DoctorWithConjunction", "حضر الوزير ود. سامر النجدي.¶ وغادرا."},
                                         Example{"Initials", "وصل الرئيس ك. ك. مارديني أمس.¶ وغادر."},
                                         Example{"LatinInitials", "قال J. K. Dell إنه هنا.¶ وغادر."},
                                         Example{"Etcetera", "خبز وماء ودواء إلخ. في المخازن.¶ انتهى."},
                                         Example{"EtceteraEnds", "خبز وماء ودواء إلخ.¶ وغادرت القافلة."},
                                         Example{"Currency", "بلغ سعره 40 ج.م. للكيلو."},
                                         Example{"Agency", "ذكرت أ.ش.أ. أن الوفد وصل."},
                                         Example{"Hijri", "ولد عام 1401 هـ. في وردان."},
                                         Example{"Address", "الموقع www.wardan.example.com يعمل.¶ انتهى"},
                                         Example{"QuoteCloses", "قال: «انتهى الأمر.»¶ ثم غادر."},
                                         Example{"StopBehindQuote", "قال «انتهى الأمر».¶ ثم غادر."},
                                         Example{"SentencesInQuote", "قال: \"انتهى الأمر.¶ لن نعود.\"¶ ثم غادر."},
                                         Example{"CurlyQuotes", "قال: “انتهى الأمر.”¶ ثم غادر."},
                                         Example{"CommaBehindQuote", "قال «انتهى الأمر.»، ثم غادر."},
                                         Example{"QuestionAsTitle", "عرض فيلم «أين الطريق؟» في وردان."},
                                         Example{"QuestionQuoted", "سأل «أين الطريق؟»¶ وأجابه الحارس."},
                                         Example{"NextBeginsWithQuote", "غادر الوفد.¶ «سنعود غدا»، قال الناطق."},
                                         Example{"TwoDots", "توقف القتال..¶ والأهالي يعودون."},
                                         Example{"Ellipsis", "لا أعلم…¶ ربما غدا."},
                                         Example{"DotsInBrackets", "قال «نرفض (...) هذا القرار» وغادر."},
                                         Example{"StopInBrackets", "وصل المدير (انظر ص. 4 من التقرير.) إلى وردان."},
                                         Example{"Numbered", "1. وصل الوفد.¶ ثم غادر."}),
                         [](const auto& tested) { return std::string(tested.param.name); });

TEST(Sentences, AForgottenBlankStillEndsASentence) {
  EXPECT_EQ(sentences_of("انتهى الاجتماع.وقال الناطق إنه ناجح.").size(), 2u);
}

TEST(Sentences, ATitleIsOneSentence) {
  EXPECT_EQ(sentences_of("هدنة في وردان.. والأهالي يعودون", LineKind::title).size(), 1u);
}

TEST(Sentences, BlanksAreNoSentence) {
  EXPECT_TRUE(sentences_of(" \u00A0 \u200F ").empty());
  EXPECT_TRUE(sentences_of("").empty());
}

TEST(Sentences, WhatGoesOnWithoutAnEndIsCut) {
  std::string text;
  while (text.size() < 60000) text += "وقال ";
  const std::vector<std::string> parts = sentences_of(text);
  EXPECT_GE(parts.size(), 4U);
  for (const std::string& part : parts) EXPECT_TRUE(part.starts_with("وقال") && part.ends_with("وقال"));
  EXPECT_GE(sentences_of(std::string(40000, 'x')).size(), 2U);
}

}  // namespace
}  // namespace isnad
