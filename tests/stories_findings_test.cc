// Sums, parts and contradictions across reports, on small collections made by hand and on invented reports.
#include <gtest/gtest.h>

#include <algorithm>

#include "lexicon/lexicon.h"
#include "output/codings.h"
#include "pipeline/pipeline.h"
#include "stories/explain.h"
#include "stories/groups.h"
#include "stories/tolls.h"

namespace isnad {
namespace {

struct Counted {
  Measure measure;
  Population population;
  double value;
  uint32_t part_of = none;
};

// One report of one sentence with its figures, published on a day of May.
void add_report(Collection& collection, unsigned day, const std::vector<Counted>& counted) {
  Document document;
  document.id = std::to_string(collection.documents.size());
  document.outlet = "بريد " + document.id;
  document.published = {2021, 5, day};
  document.text = std::string(200, 'x');
  document.lines.push_back({{0, 200}, LineKind::body});
  document.sentences.push_back({{0, 200}, {0, 0}, 0});
  for (const Counted& it : counted) {
    Figure figure;
    const auto at = static_cast<uint32_t>(10 * document.figures.size());
    figure.span = {at, at + 2};
    figure.min = figure.max = it.value;
    figure.measure = it.measure;
    figure.population = it.population;
    figure.part_of = it.part_of;
    document.figures.push_back(figure);
  }
  collection.documents.push_back(document);
}

void make_groups(Collection& collection) {
  static const Lexicon lexicon = load_lexicon();
  Story story;
  story.id = "story";
  for (uint32_t d = 0; d < collection.documents.size(); ++d) story.documents.push_back(d);
  collection.stories = {story};
  group_figures(collection, lexicon);
  sum_tolls(collection, lexicon);
}

size_t findings(const Collection& collection, FindingKind kind) {
  size_t count = 0;
  for (const Group& group : collection.groups) {
    count += static_cast<size_t>(std::count_if(group.findings.begin(), group.findings.end(),
                                               [&](const Finding& finding) { return finding.kind == kind; }));
  }
  return count;
}

constexpr auto killed = Measure::killed, injured = Measure::injured, both = Measure::casualties;
constexpr auto soldiers = Population::soldiers, workers = Population::workers, people = Population::unspecified;

TEST(Findings, OneOfTheInjuredDied) {
  Collection collection;
  add_report(collection, 4, {{killed, soldiers, 8}, {killed, workers, 2}, {injured, people, 11}});
  add_report(collection, 5, {{killed, soldiers, 9}, {killed, workers, 2}, {injured, people, 10}});
  make_groups(collection);
  EXPECT_GT(findings(collection, FindingKind::died_of_wounds), 0U);
  EXPECT_EQ(findings(collection, FindingKind::total_for_part), 0U);
}

TEST(Findings, ATotalPrintedForAPart) {
  Collection collection;
  add_report(collection, 4, {{killed, soldiers, 8}, {killed, workers, 2}});
  add_report(collection, 4, {{killed, soldiers, 10}, {killed, workers, 2}});
  make_groups(collection);
  EXPECT_EQ(findings(collection, FindingKind::total_for_part), 1U);
}

TEST(Findings, SumsOfOneReportAreChecked) {
  Collection collection;
  add_report(collection, 4, {{killed, people, 9}, {killed, soldiers, 4, 0}, {killed, workers, 5, 0}});
  add_report(collection, 4, {{killed, people, 9}, {killed, soldiers, 6, 0}, {killed, workers, 5, 0}});
  add_report(collection, 4, {{both, people, 20}, {killed, people, 9}, {injured, people, 12}});
  make_groups(collection);
  EXPECT_EQ(findings(collection, FindingKind::sum_holds), 1U);
  EXPECT_EQ(findings(collection, FindingKind::sum_differs), 2U);
}

TEST(Findings, PartsAreLinkedAcrossReports) {
  Collection collection;
  add_report(collection, 4, {{killed, people, 9}});
  add_report(collection, 4, {{killed, soldiers, 4}});
  make_groups(collection);
  ASSERT_EQ(collection.groups.size(), 2U);
  EXPECT_EQ(collection.groups[0].parts, (std::vector<uint32_t>{1}));
  EXPECT_TRUE(collection.groups[1].parts.empty());
}

const Toll& toll(const Collection& collection, Rule rule) {
  const std::vector<Toll>& tolls = collection.stories.front().tolls;
  return *std::find_if(tolls.begin(), tolls.end(), [&](const Toll& it) { return it.rule == rule; });
}

TEST(TollGrades, OneSourceSeveralSourcesAndConflict) {
  Collection one, several, contested;
  add_report(one, 4, {{killed, people, 9}});
  add_report(several, 4, {{killed, people, 9}});
  add_report(several, 4, {{killed, people, 9}});
  add_report(contested, 4, {{killed, people, 9}});
  add_report(contested, 4, {{killed, people, 7}});
  for (Collection* it : {&one, &several, &contested}) make_groups(*it);
  EXPECT_EQ(toll(one, Rule::range).grade, Grade::single_source);
  EXPECT_EQ(toll(several, Rule::range).grade, Grade::independent);
  EXPECT_EQ(toll(contested, Rule::range).grade, Grade::contested);
  EXPECT_EQ(toll(contested, Rule::conservative).max, 7);
}

TEST(TollGrades, AVagueWordThatHoldsTheCountAddsNothing) {
  Collection collection;
  add_report(collection, 4, {{killed, people, 27}});
  add_report(collection, 4, {{killed, people, 20}});
  collection.documents[1].figures[0].max = 99;
  make_groups(collection);
  EXPECT_EQ(toll(collection, Rule::range).min, 27);
  EXPECT_EQ(toll(collection, Rule::range).max, 27);
}

TEST(Codings, AContestedCountHasTheMinimumNought) {
  Collection collection;
  add_report(collection, 4, {{killed, people, 9}});
  add_report(collection, 4, {{killed, people, 7}});
  make_groups(collection);
  EXPECT_NE(codings_csv(collection, Coding::airwars).find(",killed,unspecified,0,9,contested,"), std::string::npos);
  EXPECT_NE(codings_csv(collection, Coding::ucdp).find(",7,"), std::string::npos);
  EXPECT_EQ(coding_named("gdelt"), std::nullopt);
}

TEST(Explain, SaysWhatPartsAFigureFromTheGroupsBesideIt) {
  static const Lexicon lexicon = load_lexicon();
  Collection collection;
  add_report(collection, 4, {{killed, people, 9}, {killed, soldiers, 4}});
  make_groups(collection);
  const std::vector<ExplanationLine> lines = explain_figure(collection, lexicon, {0, 1}, Language::english);
  const bool told = std::any_of(lines.begin(), lines.end(), [](const ExplanationLine& line) {
    return line.text.find("category of people") != std::string::npos;
  });
  EXPECT_TRUE(told);
}

}  // namespace
}  // namespace isnad
