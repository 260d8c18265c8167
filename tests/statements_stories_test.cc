// Statements of the annotated stories: a floor under what was measured.
#include <gtest/gtest.h>
#include <simdjson.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>

#include "pipeline/pipeline.h"

namespace isnad {
namespace {

namespace fs = std::filesystem;

std::string read_all(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

struct Pooled {
  double right = 0, system = 0, gold = 0;
  double f1() const { return system + gold == 0 ? 0 : 2 * right / (system + gold); }
};

double jaccard(const Span& a, const Span& b) {
  const uint32_t low = std::max(a.start, b.start), high = std::min(a.end, b.end);
  const double both = high > low ? high - low : 0;
  return both / (a.size() + b.size() - both);
}

Span span_of(simdjson::dom::element element) {
  return {static_cast<uint32_t>(uint64_t(element["start"])), static_cast<uint32_t>(uint64_t(element["end"]))};
}

TEST(StatementsOfStories, HoldTheFloor) {
  const fs::path stories = fs::path(ISNAD_SOURCE_DIR) / ".." / "shared" / "eval" / "stories";
  if (!fs::exists(stories)) GTEST_SKIP() << "no evaluation data at " << stories;
  const Lexicon lexicon = load_lexicon();
  Pooled pooled;
  for (const auto& entry : fs::directory_iterator(stories)) {
    simdjson::dom::parser parser;
    std::map<std::string, std::string> texts;
    std::istringstream lines(read_all(entry.path() / "documents.jsonl"));
    for (std::string line; std::getline(lines, line);) {
      const simdjson::dom::element record = parser.parse(line);
      texts[std::string(std::string_view(record["id"]))] = std::string(std::string_view(record["text"]));
    }
    const std::string gold = read_all(entry.path() / "gold.json");
    for (const auto document : parser.parse(gold)["documents"].get_array()) {
      Document annotated;
      annotated.id = std::string(std::string_view(document["id"]));
      annotated.text = texts[annotated.id];
      annotate(annotated, lexicon);
      pooled.system += static_cast<double>(annotated.statements.size());
      std::set<size_t> used;
      for (const auto statement : document["statements"].get_array()) {
        ++pooled.gold;
        for (size_t index = 0; index < annotated.statements.size(); ++index) {
          const Statement& found = annotated.statements[index];
          if (used.contains(index) || !found.cue.overlaps(span_of(statement["cue"]))) continue;
          if (jaccard(found.content, span_of(statement["content"])) < 0.5) continue;
          used.insert(index);
          ++pooled.right;
          break;
        }
      }
    }
  }
  EXPECT_GE(pooled.f1(), 0.90);
}

}  // namespace
}  // namespace isnad
