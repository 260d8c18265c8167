// Entities: which spellings are one, which stay apart. All persons are invented.
#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

#include "lexicon/lexicon.h"
#include "mentions/names.h"
#include "sentences/sentences.h"
#include "stories/entities.h"
#include "stories/entities_keys.h"
#include "stories/transliteration.h"
#include "words/words.h"

namespace isnad {
namespace {

const Lexicon& lexicon() {
  static const Lexicon loaded = load_lexicon();
  return loaded;
}

// Reports of one story, each with the given names marked by hand: the text is the names, a line each.
Collection story_of(const std::vector<std::vector<std::pair<std::string, MentionType>>>& reports) {
  Collection collection;
  Story story;
  for (const auto& names : reports) {
    Document document;
    for (const auto& [name, type] : names) document.text += name + "\n";
    uint32_t at = 0;
    for (const auto& [name, type] : names) {
      const Span span{at, at + static_cast<uint32_t>(name.size())};
      document.lines.push_back({span, LineKind::body});
      document.sentences.push_back({span, {}, static_cast<uint32_t>(document.lines.size() - 1)});
      at = span.end + 1;
    }
    split_words(document, lexicon());
    for (size_t i = 0; i < names.size(); ++i) {
      Mention mention;
      mention.words = document.sentences[i].words;
      mention.span = mention.with_title = document.sentences[i].span;
      mention.type = names[i].second;
      document.mentions.push_back(mention);
    }
    story.documents.push_back(static_cast<uint32_t>(collection.documents.size()));
    collection.documents.push_back(std::move(document));
  }
  collection.stories.push_back(story);
  link_entities(collection, lexicon());
  return collection;
}

bool joined(const std::string& a, const std::string& b, MentionType type = MentionType::person) {
  const Collection collection = story_of({{{a, type}}, {{b, type}}});
  return collection.documents[0].mentions[0].entity == collection.documents[1].mentions[0].entity;
}

TEST(Entities, SpellingsOfOneNameAreOne) {
  EXPECT_TRUE(joined("تورغان بلداييف", "تورجان بلدايف"));
  EXPECT_TRUE(joined("عبد الله المرعي", "عبدالله المرعي"));
  EXPECT_TRUE(joined("أحمد المرعي", "احمد المرعى"));
  EXPECT_TRUE(joined("سامر خالد المرعي", "سامر المرعي"));
  EXPECT_TRUE(joined("س. ك. تلدافي", "سامر كامل تلدافي"));
}

TEST(Entities, ShortFormsFindTheirFullName) {
  EXPECT_TRUE(joined("سامر تلدافي", "تلدافي"));
  EXPECT_TRUE(joined("وزارة الدفاع الروسية", "وزارة الدفاع", MentionType::organization));
}

TEST(Entities, OneFamilyIsNotOnePerson) {
  EXPECT_FALSE(joined("سامر المرعي", "خالد المرعي"));
  EXPECT_FALSE(joined("محمد المرعي", "محمود المرعي"));
  EXPECT_FALSE(joined("حسن المرعي", "حسين المرعي"));
  EXPECT_FALSE(joined("سلمان بن خالد", "سامر بن سلمان بن خالد"));
}

TEST(Entities, CountriesOfMinistriesStayApart) {
  EXPECT_FALSE(joined("وزارة الدفاع الروسية", "وزارة الدفاع الفرنسية", MentionType::organization));
}

TEST(Entities, FamilyNameOfTwoPersonsGoesToTheNearest) {
  const Collection collection = story_of(
      {{{"سامر تلدافي", MentionType::person}, {"خالد تلدافي", MentionType::person}, {"تلدافي", MentionType::person}}});
  const auto& mentions = collection.documents[0].mentions;
  EXPECT_NE(mentions[0].entity, mentions[1].entity);
  EXPECT_EQ(mentions[2].entity, mentions[1].entity);
}

TEST(Entities, DisplayNameIsTheFullOne) {
  const Collection collection = story_of(
      {{{"سامر تلدافي", MentionType::person}, {"تلدافي", MentionType::person}, {"تلدافي", MentionType::person}}});
  ASSERT_EQ(collection.entities.size(), 1u);
  EXPECT_EQ(collection.entities[0].name, "سامر تلدافي");
  ASSERT_EQ(collection.entities[0].variants.size(), 2u);
  EXPECT_EQ(collection.entities[0].variants[0].count, 2u);
}

TEST(Entities, FathersAndSonsAreTwo) {
  EXPECT_FALSE(joined("سامر بن خالد التلدافي", "سامر بن نزار التلدافي"));
  EXPECT_FALSE(joined("خالد بن سلطان", "سامر بن خالد بن سلطان"));
  EXPECT_TRUE(joined("سامر التلدافي", "سامر بن خالد التلدافي"));
}

TEST(Entities, AFamilyWithArticleIsAnother) {
  EXPECT_FALSE(joined("خالد العيسى", "خالد عيسى"));
  EXPECT_FALSE(joined("محمد عبد العزيز", "محمد يوسف عبد العزيز"));
}

TEST(Entities, SoundsOfForeignNames) {
  EXPECT_EQ(sound_of("توكاييف"), sound_of("توكايف"));
  EXPECT_EQ(sound_of("بوينغ"), sound_of("بوينج"));
  EXPECT_LT(sound_distance("twrgan", "twrgn"), 0.5);
  EXPECT_GE(sound_distance("karl", "mark"), 1);
  EXPECT_EQ(sound_distance("", ""), 0);
}

TEST(Entities, TransliterationByTheTables) {
  EXPECT_EQ(transliterate("عبد الحكيم الشمري", lexicon()), "Abd al-Hakim al-Shammari");
  EXPECT_EQ(transliterate("خالد بن سلطان", lexicon()), "Khaled bin Sultan");
  EXPECT_EQ(transliterate("صلاح الدين", lexicon()), "Salah al-Din");
}

TEST(Entities, TransliterationByThePatternsOfNouns) {
  for (const auto& [arabic, latin] : {std::pair{"راشن", "Rashin"},
                                      {"الدرعان", "al-Daran"},
                                      {"مدرك", "Mudrik"},
                                      {"مرهوف", "Marhuf"},
                                      {"دولماشي", "Dulmashi"},
                                      {"ريدس", "Raydas"},
                                      {"الدار", "al-Dar"},
                                      {"بليركن", "Blirken"},
                                      {"إيفانز", "Ifanz"},
                                      {"ميلنر", "Milner"},
                                      {"", ""}}) {
    EXPECT_EQ(transliterate(arabic, lexicon()), latin);
  }
}

}  // namespace
}  // namespace isnad
