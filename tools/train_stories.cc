// Learns the weights of the clues by which stories are told apart: logistic regression (Newton's method, ridge) over
// pairs of reports.
//
// usage: train_stories [--half odd|even|all] [--data FOLDER] REPORTS CLUSTERS > data/stories/clues.tsv
// CLUSTERS: {"clusters": [{"id": "c1", "documents": [...], "borderline": [...]}]}. With --half only the clusters of odd
// or even number are learned from, so that the others can be held apart; pairs that reach into them are left out.
#include <simdjson.h>
#include <CLI/CLI.hpp>
#include <cmath>
#include <cstdio>
#include <map>
#include <set>

#include "lexicon/lexicon.h"
#include "pipeline/pipeline.h"
#include "read/reports.h"
#include "stories/reuse.h"
#include "stories/stories_copies.h"
#include "stories/story_candidates.h"
#include "stories/story_evidence.h"

namespace {

using namespace isnad;

constexpr double ridge = 5;
constexpr int newton_steps = 15;

struct Cluster {
  std::set<std::string> documents;
  std::set<std::string> borderline;
  bool learned = true;  // false: held apart
};

struct Example {
  StoryClues clues{};
  bool one_story = false;
  double weight = 0;  // pairs of a large cluster count for less, so that it does not decide alone
};

std::vector<Cluster> read_clusters(const std::string& path, const std::string& half) {
  simdjson::dom::parser parser;
  const simdjson::dom::element file = parser.load(path);
  std::vector<Cluster> clusters;
  for (const simdjson::dom::element& each : file["clusters"].get_array()) {
    Cluster cluster;
    for (const std::string_view id : each["documents"].get_array()) cluster.documents.emplace(id);
    for (const std::string_view id : each["borderline"].get_array()) cluster.borderline.emplace(id);
    const std::string number(each["id"].get_string().value().substr(1));
    cluster.learned = half == "all" || (std::stoi(number) % 2 == 1) == (half == "odd");
    clusters.push_back(std::move(cluster));
  }
  return clusters;
}

// What the clusters say of a pair; weight 0 where they say nothing.
Example judge(const std::vector<Cluster>& clusters, const std::string& a, const std::string& b) {
  Example example;
  for (const Cluster& cluster : clusters) {
    const bool has_a = cluster.documents.contains(a), has_b = cluster.documents.contains(b);
    if (!has_a && !has_b) continue;
    if (!cluster.learned) return {};
    if (has_a != has_b && cluster.borderline.contains(has_a ? b : a)) return {};
    example.weight += (has_a + has_b) / std::sqrt(static_cast<double>(cluster.documents.size()));
    example.one_story = example.one_story || (has_a && has_b);
  }
  return example;
}

std::vector<Example> examples_of(const Collection& collection, const std::vector<Cluster>& clusters,
                                 const StoryLexicon& known) {
  std::map<std::pair<uint32_t, uint32_t>, double> pairs = copied_shares(collection);
  const std::vector<StoryVectors> vectors = story_vectors(collection, known);
  StoryCandidates candidates;
  for (uint32_t b = 0; b < vectors.size(); ++b) {
    for (const uint32_t a : candidates.add(b, vectors[b])) pairs.try_emplace({a, b}, 0);
  }
  std::vector<Example> examples;
  for (const auto& [pair, share] : pairs) {
    Example example = judge(clusters, collection.documents[pair.first].id, collection.documents[pair.second].id);
    if (example.weight == 0) continue;
    example.clues = story_clues(vectors[pair.first], vectors[pair.second], share);
    examples.push_back(example);
  }
  return examples;
}

using Row = std::array<double, story_clue_count + 1>;

// Solves the linear equations; the last column is the right side.
StoryClues solve(std::array<Row, story_clue_count> rows) {
  for (size_t c = 0; c < story_clue_count; ++c) {
    size_t pivot = c;
    for (size_t r = c; r < story_clue_count; ++r) {
      if (std::abs(rows[r][c]) > std::abs(rows[pivot][c])) pivot = r;
    }
    std::swap(rows[c], rows[pivot]);
    for (size_t r = 0; r < story_clue_count; ++r) {
      if (r == c) continue;
      const double factor = rows[r][c] / rows[c][c];
      for (size_t k = c; k <= story_clue_count; ++k) rows[r][k] -= factor * rows[c][k];
    }
  }
  StoryClues solution{};
  for (size_t c = 0; c < story_clue_count; ++c) solution[c] = rows[c][story_clue_count] / rows[c][c];
  return solution;
}

StoryClues learn(const std::vector<Example>& examples) {
  StoryClues weights{};
  for (int step = 0; step < newton_steps; ++step) {
    std::array<Row, story_clue_count> rows{};
    for (size_t c = 0; c < story_clue_count; ++c) {
      const double penalty = c == 0 ? 1e-6 : ridge;
      rows[c][c] = penalty;
      rows[c][story_clue_count] = c == 0 ? 0 : -penalty * weights[c];
    }
    for (const Example& example : examples) {
      const double p = probability(log_odds(example.clues, weights));
      const double gradient = example.weight * ((example.one_story ? 1 : 0) - p);
      const double curvature = example.weight * p * (1 - p);
      for (size_t c = 0; c < story_clue_count; ++c) {
        rows[c][story_clue_count] += gradient * example.clues[c];
        for (size_t k = 0; k < story_clue_count; ++k) rows[c][k] += curvature * example.clues[c] * example.clues[k];
      }
    }
    const StoryClues move = solve(rows);
    for (size_t c = 0; c < story_clue_count; ++c) weights[c] += move[c];
  }
  return weights;
}

}  // namespace

int main(int count, char** arguments) {
  CLI::App app("learns the weights of data/stories/clues.tsv");
  std::string half = "all", data, reports, clusters;
  app.add_option("--half", half)->check(CLI::IsMember({"odd", "even", "all"}));
  app.add_option("--data", data);
  app.add_option("reports", reports)->required();
  app.add_option("clusters", clusters)->required();
  CLI11_PARSE(app, count, arguments);
  const Lexicon lexicon = load_lexicon(TableSource(data));
  Collection collection;
  read_reports(
      {reports}, lexicon.pages, [&](Document&& document) { collection.documents.push_back(std::move(document)); },
      [](const ReadProblem&) {});
  annotate_all(collection.documents, lexicon, 1, [](size_t) {});
  find_reuse(collection, lexicon);
  const std::vector<Example> examples = examples_of(collection, read_clusters(clusters, half), lexicon.stories);
  const StoryClues weights = learn(examples);
  std::printf(
      "# what: how much each clue adds to the log-odds that two reports tell one story, for one unit of the clue; "
      "written "
      "by tools/train_stories.cc\n"
      "# source: learned from %zu pairs of reports of SaudiNewsNet, 21 and 22 July 2015, grouped by hand (clusters: "
      "%s); "
      "weights alone\n"
      "# licence: Apache-2.0\n"
      "# rows: list\n"
      "clue\tweight\n",
      examples.size(), half.c_str());
  for (size_t c = 0; c < story_clue_count; ++c)
    std::printf("%s\t%.3f\n", std::string(name_of(static_cast<StoryClue>(c))).c_str(), weights[c]);
  return 0;
}
