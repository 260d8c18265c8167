// The tables of data/speech: every row is read, conjugated and, where it has an example, works on it.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "base/fold.h"
#include "lexicon/speech_forms.h"
#include "pipeline/pipeline.h"

namespace isnad {
namespace {

std::vector<std::string> texts(const std::vector<ConjugatedForm>& forms) {
  std::vector<std::string> found;
  for (const ConjugatedForm& form : forms) found.push_back(form.text);
  return found;
}

bool has(const std::vector<ConjugatedForm>& forms, std::string_view text) {
  const auto all = texts(forms);
  return std::find(all.begin(), all.end(), folded(text)) != all.end();
}

TEST(SpeechForms, SoundVerb) {
  const auto forms = conjugate("أعلن", "يعلن", "معلن", false);
  for (const char* form : {"أعلنت", "أعلنوا", "يعلن", "تعلن", "يعلنون", "سيعلن", "معلناً", "معلنة", "معلنين"}) {
    EXPECT_TRUE(has(forms, form)) << form;
  }
}

TEST(SpeechForms, WeakVerbLosesItsLastLetter) {
  const auto forms = conjugate("دعا", "يدعو", "داعي", false);
  for (const char* form : {"دعا", "دعت", "دعوا", "تدعو", "يدعون", "داعياً", "داعية", "داعين"})
    EXPECT_TRUE(has(forms, form)) << form;
  EXPECT_FALSE(has(forms, "دعات"));
  EXPECT_TRUE(has(conjugate("نفى", "ينفي", "نافي", false), "نفت"));
}

TEST(SpeechForms, FormsTellGenderAndNumber) {
  const Lexicon lexicon = load_lexicon();
  const SpeechForm* form = lexicon.speech.form(lexicon.vocabulary.find(folded("مؤكدة")));
  ASSERT_NE(form, nullptr);
  EXPECT_EQ(form->gender, SpeechGender::feminine);
  EXPECT_EQ(form->tense, SpeechTense::participle);
  form = lexicon.speech.form(lexicon.vocabulary.find(folded("قالوا")));
  ASSERT_NE(form, nullptr);
  EXPECT_EQ(form->number, SpeechNumber::plural);
}

TEST(SpeechTables, TheExampleOfEveryVerbIsAStatement) {
  const Lexicon lexicon = load_lexicon();
  const Table table = TableSource().table("speech/verbs");
  EXPECT_GE(table.size(), 250u);
  for (size_t row = 0; row < table.size(); ++row) {
    Document document;
    document.id = "d";
    document.text = "أخبار اليوم من الوادي\n" + std::string(table.cell(row, "example")) + ".";
    annotate(document, lexicon);
    EXPECT_FALSE(document.statements.empty()) << table.line(row) << ": " << table.cell(row, "example");
  }
}

TEST(SpeechTables, VerbalNounsAreKnownByTheirShape) {
  const Lexicon lexicon = load_lexicon();
  EXPECT_TRUE(lexicon.speech.verbal_noun_shape(folded("استئناف")));
  EXPECT_TRUE(lexicon.speech.verbal_noun_shape(folded("اعتقال")));
  EXPECT_FALSE(lexicon.speech.verbal_noun_shape(folded("جسر")));
}

}  // namespace
}  // namespace isnad
