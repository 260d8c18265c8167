#include "lexicon/stories.h"

#include <xxhash.h>

#include <algorithm>
#include <string>

#include "base/error.h"
#include "base/fold.h"

namespace isnad {
namespace {

constexpr std::array<std::string_view, story_clue_count> clue_names = {
    "base",       "words",      "words_root", "head",         "head_root",    "names",     "names_root",
    "sites",      "sites_root", "numbers",    "numbers_root", "places_apart", "no_places", "days_shared",
    "days_apart", "copied",     "rare_words", "length",       "same_outlet"};

void load_counts(const Table& table, std::string_view term, std::string_view number, uint32_t& all,
                 tsl::robin_map<uint64_t, uint32_t>& counts) {
  counts.reserve(table.size());
  for (size_t row = 0; row < table.size(); ++row) {
    const auto count = static_cast<uint32_t>(table.number(row, number));
    if (table.cell(row, term) == "*") {
      all = count;
    } else {
      counts[stem_hash(table.cell(row, term))] = count;
    }
  }
}

void load_clues(const Table& table, StoryClues& weights) {
  for (size_t row = 0; row < table.size(); ++row) {
    const auto clue = std::find(clue_names.begin(), clue_names.end(), table.cell(row, "clue"));
    if (clue == clue_names.end())
      throw Error(ErrorCode::bad_format, table.name() + ":" + std::to_string(table.line(row)), "there is no such clue");
    weights[static_cast<size_t>(clue - clue_names.begin())] = table.number(row, "weight");
  }
}

}  // namespace

std::string_view name_of(StoryClue clue) { return clue_names[static_cast<size_t>(clue)]; }

uint64_t stem_hash(std::string_view folded_stem) { return XXH3_64bits(folded_stem.data(), folded_stem.size()); }

StoryLexicon load_stories(const TableSource& source, Vocabulary& vocabulary) {
  StoryLexicon lexicon;
  load_counts(source.table("stories/document_frequency"), "stem", "documents", lexicon.documents,
              lexicon.document_frequency);
  load_counts(source.table("stories/story_frequency"), "term", "stories", lexicon.stories, lexicon.story_frequency);
  load_clues(source.table("stories/clues"), lexicon.clue_weights);
  const Table qualifiers = source.table("stories/qualifiers");
  for (size_t row = 0; row < qualifiers.size(); ++row) {
    lexicon.qualifiers.add(vocabulary.add_phrase(qualifiers.cell(row, "phrase")), static_cast<uint32_t>(row));
    lexicon.qualifier_names.emplace_back(qualifiers.cell(row, "qualifier"));
  }
  const Table footers = source.table("stories/footers");
  for (size_t row = 0; row < footers.size(); ++row)
    lexicon.footers.add(vocabulary.add_phrase(footers.cell(row, "phrase")), 0);
  const Table admissions = source.table("stories/admissions");
  for (size_t row = 0; row < admissions.size(); ++row) {
    lexicon.admissions.emplace(folded(admissions.cell(row, "form")), admissions.cell(row, "kind"));
  }
  return lexicon;
}

}  // namespace isnad
