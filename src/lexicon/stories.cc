#include "lexicon/stories.h"

#include <xxhash.h>

#include "base/fold.h"

namespace isnad {

uint64_t stem_hash(std::string_view folded_stem) { return XXH3_64bits(folded_stem.data(), folded_stem.size()); }

StoryLexicon load_stories(const TableSource& source, Vocabulary& vocabulary) {
  StoryLexicon lexicon;
  const Table table = source.table("stories/document_frequency");
  lexicon.document_frequency.reserve(table.size());
  for (size_t row = 0; row < table.size(); ++row) {
    const auto number = static_cast<uint32_t>(table.number(row, "documents"));
    const std::string_view stem = table.cell(row, "stem");
    if (stem == "*") {
      lexicon.documents = number;
    } else {
      lexicon.document_frequency[stem_hash(stem)] = number;
    }
  }
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
