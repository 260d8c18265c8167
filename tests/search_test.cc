// Search: which reports a query finds, and what it shows of them.
#include "search/search.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "run_program.h"
#include "search/suggestions.h"
#include "search/terms_match.h"
#include "store/store.h"
#include "store/terms.h"

namespace isnad {
namespace {

const Lexicon& lexicon() {
  static const Lexicon tables = load_lexicon();
  return tables;
}

Document report(const std::string& id, const std::string& outlet, const std::string& published,
                const std::string& text) {
  Document document;
  document.id = document.path = id;
  document.outlet = outlet;
  document.published_given = published;
  document.text = text;
  return document;
}

// A store of invented reports, made once.
class Search : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = std::make_unique<TestFolder>();
    StoreWriter store(folder_->path("s"), lexicon());
    store.add(
        {report("gaza", "الأفق", "2024-03-01", "مستشفيات بغزة تعاني\nقال طبيب إن المستشفيات بغزة تعاني نقص الأدوية."),
         report("dead", "الأفق", "2024-03-02",
                "انهيار جسر في وادي الريحان\nأعلنت الشرطة مقتل 12 شخصا، وسقط القتلى في انهيار جسر بوادي الريحان."),
         report("one", "الضحى", "2024-03-03",
                "حادث سير\nسقط قتيل واحد في حادث سير قرب وادي الريحان، وقالت وزارة الصحة إن "
                "السائق نجا."),
         report("minister", "الضحى", "2024-02-01",
                "وزراء يجتمعون\nقال الوزير سليم الراوي إن الوزراء اجتمعوا في القاهرة لبحث أزمة المياه."),
         report("egypt", "الضحى", "2024-03-04",
                "مؤتمر صحفي\nعقد مسؤولون مصريون مؤتمرا صحفيا في القاهرة بحضور صحفيين.")},
        "2024-03-05T00:00:00Z");
    store.update_stories("2024-03-05T00:00:00Z");
  }
  static void TearDownTestSuite() { folder_.reset(); }

  static SearchResult find(const std::string& query) { return Searcher(folder_->path("s"), lexicon()).search(query); }
  static std::set<std::string> ids(const std::string& query) {
    std::set<std::string> found;
    for (const SearchHit& hit : find(query).hits) found.insert(hit.id);
    return found;
  }
  using Ids = std::set<std::string>;

 private:
  static inline std::unique_ptr<TestFolder> folder_;
};

TEST_F(Search, FindsAWordWithWhatIsJoinedToIt) {
  EXPECT_EQ(ids("غزة"), Ids{"gaza"});
  EXPECT_EQ(ids("غزه"), Ids{"gaza"});
  EXPECT_EQ(ids("وغزة"), Ids{"gaza"});
  EXPECT_EQ(ids("الريحان"), (Ids{"dead", "one"}));
}

TEST_F(Search, FindsAllFormsOfAWord) {
  EXPECT_EQ(ids("قتيل"), (Ids{"dead", "one"}));
  EXPECT_EQ(ids("قتلى"), (Ids{"dead", "one"}));
  EXPECT_EQ(ids("مستشفى"), Ids{"gaza"});
  EXPECT_EQ(ids("دواء"), Ids{"gaza"});
  EXPECT_EQ(ids("مسؤول"), Ids{"egypt"});
}

TEST_F(Search, AQuotedPhraseStandsAsItIs) {
  EXPECT_EQ(ids("\"سقط قتيل\""), Ids{"one"});
  EXPECT_EQ(ids("«وسقط القتلى»"), Ids{"dead"});
  EXPECT_EQ(ids("\"القتلى سقط\""), Ids{});
}

TEST_F(Search, AllWordsMustStandAndNoneBehindAMinus) {
  EXPECT_EQ(ids("حادث الريحان"), Ids{"one"});
  EXPECT_EQ(ids("الريحان -حادث"), Ids{"dead"});
  const SearchResult relaxed = find("حادث مصنع");
  EXPECT_TRUE(relaxed.relaxed);
  ASSERT_EQ(relaxed.hits.size(), 1U);
}

TEST_F(Search, FiltersNarrow) {
  EXPECT_EQ(ids("الريحان outlet:الأفق"), Ids{"dead"});
  EXPECT_EQ(ids("صحيفة:الأفق"), (Ids{"dead", "gaza"}));
  EXPECT_EQ(ids("from:2024-03-02 to:2024-03-03"), (Ids{"dead", "one"}));
  EXPECT_EQ(ids("من:٢٠٢٤-٠٣-٠٤"), Ids{"egypt"});
  EXPECT_EQ(ids("measure:killed figure:10.."), Ids{"dead"});
  EXPECT_EQ(ids("measure:قتلى figure:..5"), Ids{"one"});
  EXPECT_EQ(ids("speaker:\"وزارة الصحة\""), Ids{"one"});
  EXPECT_EQ(ids("person:\"سليم الراوي\""), Ids{"minister"});
  EXPECT_EQ(ids("place:القاهرة"), (Ids{"minister", "egypt"}));
  EXPECT_EQ(ids("place:القاهرة -outlet:الضحى"), Ids{});
  EXPECT_EQ(find("from:tomorrow الريحان").problems.size(), 1U);
}

TEST_F(Search, SnippetsMarkTheMatch) {
  const SearchResult result = find("قتيل");
  ASSERT_EQ(result.hits.size(), 2U);
  for (const SearchHit& hit : result.hits) {
    ASSERT_FALSE(hit.marks.empty());
    const std::string word = hit.snippet.substr(hit.marks.front().start, hit.marks.front().size());
    EXPECT_TRUE(word == "قتيل" || word == "القتلى") << word;
  }
}

TEST_F(Search, FacetsCountTheHits) {
  const SearchResult result = find("الريحان");
  ASSERT_EQ(result.facets.outlets.size(), 2U);
  EXPECT_EQ(result.facets.outlets.front().count, 1U);
  EXPECT_EQ(result.facets.days.size(), 2U);
}

TEST_F(Search, AnUnknownWordIsMended) {
  EXPECT_EQ(find("الريحان حدث القاهرةة").did_you_mean, "الريحان حدث القاهره");
  EXPECT_EQ(find("الريحان").did_you_mean, "");
}

TEST_F(Search, AnyTextIsAQuery) {
  for (const char* query :
       {"", "\"", "-", "- -", "a:b", "outlet:", "\"\"", "AND OR NOT", "NEAR(", "*", "title:x", ":::", "figure:1..2..3",
        "«", "from:9999-99-99", "-from:2024", "'; DROP TABLE documents; --"}) {
    EXPECT_NO_THROW(find(query)) << query;
  }
}

struct LemmaCase {
  const char *form, *lemma;
};
class Lemmas : public testing::TestWithParam<LemmaCase> {};

TEST_P(Lemmas, AreTheSameForAllForms) {
  const auto lemma = [](const char* text) {
    const Document document = words_of(text, lexicon());
    return terms_of(document, document.words.front(), false, lexicon()).lemma;
  };
  EXPECT_EQ(lemma(GetParam().form), lemma(GetParam().lemma));
}

INSTANTIATE_TEST_SUITE_P(Words, Lemmas,
                         testing::Values(LemmaCase{"والقتلى", "قتيل"}, LemmaCase{"بالمستشفيات", "مستشفى"},
                                         LemmaCase{"متظاهرون", "متظاهر"}, LemmaCase{"للمتظاهرين", "متظاهر"},
                                         LemmaCase{"انفجارات", "انفجار"}, LemmaCase{"سيارتان", "سيارة"},
                                         LemmaCase{"أعلنت", "أعلن"}, LemmaCase{"الدول", "دولة"},
                                         LemmaCase{"مدنهم", "مدينة"}));

TEST(Query, PartsWordsPhrasesAndFilters) {
  const SearchQuery query =
      parse_query("غزة «نقص الأدوية» -\"خبر قديم\" -حادث outlet:\"الأفق الجديد\" رقم:5..٩", lexicon().search);
  ASSERT_EQ(query.terms.size(), 4U);
  EXPECT_EQ(query.terms[1].words, "نقص الأدوية");
  EXPECT_TRUE(query.terms[1].exact);
  EXPECT_TRUE(query.terms[2].exact && query.terms[2].excluded);
  EXPECT_TRUE(query.terms[3].excluded);
  ASSERT_EQ(query.filters.size(), 2U);
  EXPECT_EQ(query.filters[0].value, "الأفق الجديد");
  EXPECT_EQ(query.filters[1].filter, SearchFilter::figure);
}

TEST(Query, ReadsRangesAndDays) {
  EXPECT_EQ(parse_range("5..٩")->max, 9);
  EXPECT_EQ(parse_range("1,200")->min, 1200);
  EXPECT_FALSE(parse_range("10..").value().max);
  for (const char* wrong : {"", "..", "x", "1..x", "1-2"}) EXPECT_FALSE(parse_range(wrong)) << wrong;
  EXPECT_EQ(parse_day("2024", true), "2024-12-31");
  EXPECT_EQ(parse_day("2024-02", true), "2024-02-29");
  EXPECT_EQ(parse_day("٢٠٢٤-٠٢-٠٣", false), "2024-02-03");
  for (const char* wrong : {"", "24", "2024-13", "2024-02-30", "2024-1-1-1", "May"})
    EXPECT_EQ(parse_day(wrong, false), "");
}

TEST(EditDistance, CountsSwapsOnce) {
  EXPECT_EQ(edit_distance(U"كتاب", U"كتبا", 2), 1U);
  EXPECT_EQ(edit_distance(U"كتاب", U"كتاب", 2), 0U);
  EXPECT_EQ(edit_distance(U"كتاب", U"قلم", 2), 3U);
}

}  // namespace
}  // namespace isnad
