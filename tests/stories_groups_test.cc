// Groups, relations, origins and tolls on small collections made by hand.
#include <gtest/gtest.h>

#include "lexicon/lexicon.h"
#include "pipeline/pipeline.h"
#include "stories/relations.h"
#include "stories/tolls.h"

namespace isnad {
namespace {

Figure figure(std::optional<double> min, std::optional<double> max, Update update = Update::none) {
  Figure it;
  it.min = min;
  it.max = max;
  it.measure = Measure::killed;
  it.update = update;
  return it;
}

// One document for each figure, published on the days of one month.
Collection collection_of(const std::vector<std::pair<unsigned, Figure>>& figures) {
  Collection collection;
  for (const auto& [day, it] : figures) {
    Document document;
    document.id = std::to_string(collection.documents.size());
    document.published = {2021, 5, day};
    document.figures.push_back(it);
    collection.documents.push_back(document);
  }
  return collection;
}

std::vector<FigureRef> refs(const Collection& collection) {
  std::vector<FigureRef> all;
  for (uint32_t d = 0; d < collection.documents.size(); ++d) all.push_back({d, 0});
  return all;
}

Relation relation_of(const std::vector<std::pair<unsigned, Figure>>& figures) {
  const Collection collection = collection_of(figures);
  return relate(collection, refs(collection)).relation;
}

TEST(Relations, OpenBoundsAgree) {
  EXPECT_EQ(relation_of({{4, figure(27, 27)}, {4, figure(20, std::nullopt)}}), Relation::agree);
  EXPECT_EQ(relation_of({{4, figure(20, 99)}, {4, figure(27, 27)}}), Relation::agree);
}

TEST(Relations, ACountThatRoseWithTimeWasRevised) {
  EXPECT_EQ(relation_of({{4, figure(27, 27)}, {5, figure(30, 30)}}), Relation::revised);
  EXPECT_EQ(relation_of({{4, figure(27, 27)}, {4, figure(10, 10, Update::initial)}}), Relation::revised);
}

TEST(Relations, ALowerLaterCountWithoutCorrectionConflicts) {
  EXPECT_EQ(relation_of({{4, figure(27, 27)}, {5, figure(20, 20)}}), Relation::conflict);
  EXPECT_EQ(relation_of({{4, figure(27, 27)}, {4, figure(30, 30)}}), Relation::conflict);
  EXPECT_EQ(relation_of({{4, figure(27, 27)}, {5, figure(20, 20, Update::corrected)}}), Relation::revised);
}

const Toll& toll(const Story& story, Rule rule) {
  for (const Toll& it : story.tolls) {
    if (it.rule == rule) return it;
  }
  throw std::logic_error("no such toll");
}

TEST(Tolls, FourNamedRules) {
  Collection collection =
      collection_of({{4, figure(9, 9)}, {4, figure(9, 9)}, {5, figure(14, std::nullopt)}, {5, figure(11, 11)}});
  Story story;
  story.documents = {0, 1, 2, 3};
  collection.stories.push_back(story);
  Group group;
  group.story = 0;
  group.measure = Measure::killed;
  group.figures = refs(collection);
  for (uint32_t d = 0; d < 4; ++d) group.origins.push_back({"", SourceKind::media, {d}, {{d, 0}}});
  collection.groups.push_back(group);
  sum_tolls(collection, {});
  const Story& made = collection.stories[0];
  EXPECT_EQ(toll(made, Rule::range).min, 9);
  EXPECT_EQ(toll(made, Rule::range).max, std::nullopt) << "at least 14 lies above every closed figure";
  EXPECT_EQ(toll(made, Rule::conservative).max, 9);
  EXPECT_EQ(toll(made, Rule::best_supported).min, 9) << "two origins";
  EXPECT_EQ(toll(made, Rule::best_supported).figures.size(), 2U);
  EXPECT_EQ(toll(made, Rule::latest).figures.size(), 2U);
}

// The groups of one measure over `copies` outlets that print one report.
std::vector<Group> groups_of_copies(size_t copies, Measure measure) {
  std::vector<Document> documents(copies);
  for (size_t d = 0; d < copies; ++d) {
    documents[d].id = std::to_string(d);
    documents[d].outlet = "بريد " + std::to_string(d);
    documents[d].published_given = "2021-05-05";
    documents[d].text =
        "مقتل سبعة عمال في انهيار منجم بوادي الزعفران\n"
        "قال مدير منجم وادي الزعفران سامي الدرعي إن سبعة عمال قتلوا مساء الثلاثاء في انهيار نفق تحت الأرض بعد أمطار "
        "غزيرة.\n";
  }
  const Lexicon lexicon = load_lexicon();
  std::vector<Group> groups = build_report(std::move(documents), lexicon).groups;
  std::erase_if(groups, [&](const Group& group) { return group.measure != measure; });
  return groups;
}

TEST(Report, CopiesOfOneReportAreOneOrigin) {
  for (const size_t copies : {2U, 60U, 61U, 200U}) {
    const std::vector<Group> groups = groups_of_copies(copies, Measure::killed);
    ASSERT_EQ(groups.size(), 1U) << copies;
    EXPECT_EQ(groups.front().origins.size(), 1U) << copies;
    EXPECT_EQ(groups.front().relation, Relation::agree) << copies;
  }
}

}  // namespace
}  // namespace isnad
