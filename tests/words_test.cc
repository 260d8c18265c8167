#include "words/words.h"

#include <gtest/gtest.h>

#include "base/fold.h"
#include "base/utf8.h"
#include "document/names.h"
#include "sentences/sentences.h"

namespace isnad {
namespace {

const Lexicon& lexicon() {
  static const Lexicon loaded = load_lexicon();
  return loaded;
}

Document document_of(const std::string& text) {
  Document document;
  document.text = text;
  document.lines.push_back({{0, static_cast<uint32_t>(text.size())}, LineKind::body});
  split_sentences(document, lexicon());
  split_words(document, lexicon());
  return document;
}

// The word with its clitics parted by +: "و+ب+سيارت+هم". The article is no part of its own.
std::string parts_of(const Document& document, const Word& word) {
  std::string parts;
  for (uint32_t at = word.span.start; at < word.base.start;) {
    uint32_t end = at + code_point_at(document.text, at).size;
    while (end < word.base.start && fold(code_point_at(document.text, end).value).empty()) end += 2;  // its marks
    parts += document.text.substr(at, end - at) + "+";
    at = end;
  }
  parts += document.bytes({word.base.start, word.stem.end});
  return word.enclitic_bytes > 0 ? parts + "+" + std::string(document.bytes({word.stem.end, word.span.end})) : parts;
}

std::string parts_of(const std::string& text) {
  const Document document = document_of(text);
  std::string all;
  for (const Word& word : document.words) all += (all.empty() ? "" : " ") + parts_of(document, word);
  return all;
}

TEST(Words, CliticsArePartedWhereTheRestIsKnown) {
  for (const char* parts :
       {"و+قال",     "ف+إن",    "ب+سيارة", "و+ب+سيارات+هم", "ل+مدينة", "س+يعلن", "و+س+يعود", "بيت+ها",   "أن+هم",
        "لكن+ه",     "ل+ه",     "ب+ها",    "و+ل+هم",        "علي+ه",   "من+ها",  "بين+هم",   "ل+لوزارة", "و+المدينة",
        "ب+المدينة", "نشرت+ها", "ل+أن+ه",  "ك+عضو",         "و+من",    "و+في",   "و+قد",     "ب+لغة",    "ل+قوات",
        "و+بدأ",     "و+أدى",   "و+وصل",   "وحد+هم",        "و+التي",  "ب+ذلك"}) {
    std::string text = parts;
    std::erase(text, '+');
    EXPECT_EQ(parts_of(text), parts);
  }
}

TEST(Words, WhatOnlyLooksLikeACliticStays) {
  for (const char* word :
       {"وزير", "وزارة",  "فلسطين", "بيروت",  "كان",  "لندن", "وقت",  "وفق",   "ولد",    "بلد",   "بيان", "بعد", "بين",
        "كما",  "لكن",    "ليس",    "لجنة",   "لقاء", "فريق", "فيما", "سيارة", "سياسية", "وكالة", "واحد", "ملك", "شارك",
        "أهم",  "لبناني", "يمكن",   "قانوني", "اتهم", "وجه",  "مياه", "الذي",  "كذلك",   "كاتب",  "فرض",  "بحث"}) {
    EXPECT_EQ(parts_of(word), word);
  }
}

TEST(Words, UnknownNamesAreNotWrecked) {
  for (const char* name : {"بوتين", "كوباني", "فيينا", "لافروف", "وليد", "فيسبوك", "بلينكن", "كيبيك", "فوكوياما"}) {
    EXPECT_EQ(parts_of(name), name);
  }
}

TEST(Words, ANameThatStandsAloneElsewhereIsKnown) {
  EXPECT_EQ(parts_of("زار دزغمور المدينة ورحب بدزغمور"), "زار دزغمور المدينة و+رحب ب+دزغمور");
  EXPECT_EQ(parts_of("رحب بدزغمور"), "رحب بدزغمور");
}

TEST(Words, ContextDecidesBetweenVerbAndPronoun) {
  EXPECT_EQ(parts_of("في عملنا"), "في عمل+نا");
  EXPECT_EQ(parts_of("لقد عملنا"), "لقد عملنا");
}

TEST(Words, BaseAndStemStandWhereTheyAreWritten) {
  const Document document = document_of("وبالوزارة للوزارة ومدينتهم");
  ASSERT_EQ(document.words.size(), 3u);
  EXPECT_EQ(document.bytes(document.words[0].base), "الوزارة");
  EXPECT_EQ(document.bytes(document.words[0].stem), "وزارة");
  EXPECT_EQ(document.bytes(document.words[1].base), "لوزارة");
  EXPECT_EQ(document.bytes(document.words[1].stem), "وزارة");
  EXPECT_EQ(document.words[1].proclitics, proclitic::li | proclitic::al);
  EXPECT_EQ(document.bytes(document.words[2].stem), "مدينت");
  EXPECT_EQ(document.words[2].enclitic_bytes, 4);
}

// The numbers of forms, with a vocabulary that knows the forms in question.
TEST(Words, NumbersAreOfTheRestoredForms) {
  Lexicon own = load_lexicon();
  const FormId base = own.vocabulary.add("الوزاره"), stem = own.vocabulary.add("وزاره");
  const FormId city = own.vocabulary.add("مدينه"), sons = own.vocabulary.add("ابناء");
  Document document;
  document.text = "وبالوزارة للوزارة لمدينتهم أبناؤهم";
  document.lines.push_back({{0, static_cast<uint32_t>(document.text.size())}, LineKind::body});
  split_sentences(document, own);
  split_words(document, own);
  for (size_t i = 0; i < 2; ++i) {
    EXPECT_EQ(document.words[i].base_id, base);
    EXPECT_EQ(document.words[i].stem_id, stem);
  }
  EXPECT_EQ(document.words[2].stem_id, city);
  EXPECT_EQ(document.words[3].stem_id, sons);
}

TEST(Words, MarksAndTatweelStayWithTheirLetters) {
  EXPECT_EQ(parts_of("وَبِسَيَّارَتِهِم"), "وَ+بِ+سَيَّارَتِ+هِم");
  EXPECT_EQ(parts_of("و10جرحى"), "و 10 جرحى");
}

TEST(Words, AWordPartedToPassACensorIsOneWord) {
  const Document document = document_of("سقط قـ.ـتلى وإصـ ـابات");
  ASSERT_EQ(document.words.size(), 3u);
  EXPECT_EQ(document.folded_form(document.words[1]), "قتلي");
  EXPECT_EQ(document.folded_form(document.words[2]), "واصابات");
  EXPECT_EQ(document.words[2].proclitics, proclitic::wa);
}

TEST(Words, TokensAreCutByKind) {
  const Document document = document_of("في 18:00 خسر 3.5% من 1,200 طن (BBC)،نعم");
  std::string all;
  for (const Word& word : document.words)
    all += (word.space_before ? " " : "|") + std::string(document.bytes(word.span));
  EXPECT_EQ(all, " في 18|:|00 خسر 3.5|% من 1,200 طن (|BBC|)|،|نعم");
}

TEST(Words, HintsOfThePartOfSpeech) {
  const auto hints = [](const std::string& text) {
    const Document document = document_of(text);
    std::string all;
    for (const Word& word : document.words) all += (all.empty() ? "" : " ") + std::string(name_of(word.pos));
    return all;
  };
  EXPECT_EQ(hints("قال الوزير الروسي"), "verb noun adjective");
  EXPECT_EQ(hints("في قتل الرجل"), "preposition noun noun");
  EXPECT_EQ(hints("قتل الرجل في المدينة"), "verb noun preposition noun");
  EXPECT_EQ(hints("لم يعلن عن ذلك"), "particle verb preposition pronoun");
  EXPECT_EQ(hints("وأن سيعلن"), "conjunction verb");
}

TEST(Words, SpansLieInOneAnother) {
  const Document document = document_of("وبسياراتهم قال: «لن نغادر مدينتنا وسنبقى فيها»، ثم غادرـوا. ـ انتهى");
  for (const Word& word : document.words) {
    EXPECT_TRUE(word.span.contains(word.base));
    EXPECT_TRUE(word.base.contains(word.stem));
    EXPECT_FALSE(word.stem.empty());
    EXPECT_EQ(word.stem.end + word.enclitic_bytes, word.span.end);
  }
}

}  // namespace
}  // namespace isnad
