// Names of places, bodies and persons, titles, the words that begin a name, and the model of names.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lexicon/names_model.h"
#include "lexicon/phrases.h"
#include "lexicon/table.h"
#include "lexicon/vocabulary.h"

namespace isnad {

// In the order of MentionType.
enum class NameType : uint8_t { person, organization, location };

// What a word form can be in a name, as bits.
namespace name_class {
inline constexpr uint32_t given = 1, family = 2, title = 4, organization_head = 8, place_head = 16, nationality = 32,
                          not_name = 64, ambiguous = 128, kunya = 256, filiation = 512, foreign_particle = 1024,
                          outside_head = 2048;
}  // namespace name_class

// A row of a table of names: a person, body or place with an id.
struct KnownName {
  NameType type = NameType::location;
  std::string id;    // "city:aleppo"
  std::string name;  // the display name
};

// A spelling of a known name.
struct KnownPhrase {
  uint32_t name = 0;       // index into NameLexicon::known
  bool ambiguous = false;  // also an ordinary word: needs other evidence
};

struct NameLexicon {
  std::vector<KnownName> known;
  std::vector<KnownPhrase> spellings;
  PhraseTrie phrases;                // values: indices into spellings
  std::vector<uint32_t> classes;     // of a form, as far as the names' forms reach
  NameModel model;

  uint32_t classes_of(FormId form) const { return form < classes.size() ? classes[form] : 0; }
};

NameLexicon load_names(const TableSource& source, Vocabulary& vocabulary);

}  // namespace isnad
