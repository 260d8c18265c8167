// Groups, relations, origins and tolls on small collections made by hand.
#include <gtest/gtest.h>

#include "lexicon/lexicon.h"
#include "pipeline/pipeline.h"
#include "stories/origins.h"
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
  return relate(collection, CopiedFigures(collection), refs(collection), {}).relation;
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

TEST(Relations, VagueWordsHaveTheirBounds) {
  EXPECT_EQ(relation_of({{4, figure(200, 999)}, {4, figure(1000, std::nullopt)}}), Relation::conflict);
  EXPECT_EQ(relation_of({{4, figure(20, 99)}, {4, figure(100, 100)}}), Relation::agree) << "a round number";
  EXPECT_EQ(relation_of({{4, figure(20, 99)}, {4, figure(104, 104)}}), Relation::conflict);
}

TEST(Relations, ACopyPrintedLaterIsOutOfDateAndNoConflict) {
  Collection collection = collection_of({{4, figure(9, 9)}, {5, figure(12, 12)}, {6, figure(9, 9)}});
  for (Document& document : collection.documents) document.figures.front().span = {0, 2};
  EXPECT_EQ(relate(collection, CopiedFigures(collection), refs(collection), {}).relation, Relation::conflict);
  collection.reuse.push_back({{0, {0, 20}}, {2, {0, 20}}, 1, {}, Direction::unknown, ""});
  EXPECT_EQ(relate(collection, CopiedFigures(collection), refs(collection), {}).relation, Relation::revised);
}

TEST(Relations, HistoryFollowsTheTimeOfSaying) {
  const Collection collection = collection_of(
      {{5, figure(12, 12)}, {4, figure(10, 10, Update::initial)}, {4, figure(11, 11)}, {6, figure(12, 12)}});
  const std::vector<HistoryStep> steps = history_of(collection, CopiedFigures(collection), refs(collection));
  ASSERT_EQ(steps.size(), 3U);
  EXPECT_EQ(steps[0].figure.document, 1U);
  EXPECT_EQ(steps[1].movement, Movement::raised);
  EXPECT_EQ(steps[2].said, "2021-05-05");
}

// Figures of one value, one report each, that the given sources said.
std::vector<Origin> origins_of(Collection& collection, const std::vector<Source>& sources) {
  std::vector<std::pair<unsigned, Figure>> figures;
  for (const Source& source : sources) {
    Figure it = figure(9, 9);
    if (!source.text.empty()) it.chain.push_back(source);
    figures.emplace_back(4, it);
  }
  collection = collection_of(figures);
  for (Document& document : collection.documents) document.figures.front().span = {0, 2};
  collection.entities.resize(2);
  return find_origins(collection, CopiedFigures(collection), refs(collection));
}

Source source(const std::string& text, SourceKind kind, uint32_t entity = none) {
  Source it;
  it.text = text;
  it.kind = kind;
  it.entity = entity;
  return it;
}

TEST(Origins, ChainsThatEndInOneSourceCountOnce) {
  Collection collection;
  const std::vector<Origin> origins =
      origins_of(collection, {source("وزارة الوادي", SourceKind::official, 0),
                              source("متحدث باسم وزارة الوادي", SourceKind::official, 0),
                              source("الشرطة", SourceKind::official), source("الشرطه", SourceKind::official)});
  ASSERT_EQ(origins.size(), 2U);
  EXPECT_EQ(origins[0].documents, (std::vector<uint32_t>{0, 1}));
  EXPECT_EQ(origins[0].first, 0U);
}

TEST(Origins, UnnamedSourcesOfTwoReportsAreTwo) {
  Collection collection;
  EXPECT_EQ(origins_of(collection, {source("شهود", SourceKind::witness), source("شهود", SourceKind::witness)}).size(),
            2U);
}

TEST(Origins, ACopiedPassageJoinsReportsWhereOnlyOneSideHasTheFigureInIt) {
  Collection collection;
  origins_of(collection, {source("", SourceKind::media), source("", SourceKind::media)});
  collection.reuse.push_back({{0, {0, 20}}, {1, {40, 60}}, 1, {}, Direction::unknown, ""});
  EXPECT_EQ(find_origins(collection, CopiedFigures(collection), refs(collection)).size(), 1U);
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
  for (uint32_t d = 0; d < 4; ++d) {
    Origin origin;
    origin.documents = {d};
    origin.figures = {{d, 0}};
    group.origins.push_back(origin);
  }
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
