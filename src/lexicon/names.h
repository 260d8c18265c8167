// Names of places, bodies and persons, titles, the words that begin a name, and the model of names.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lexicon/names_model.h"
#include "lexicon/phrases.h"
#include "lexicon/table.h"
#include "lexicon/vocabulary.h"
#include "lexicon/word_clusters.h"

namespace isnad {

// In the order of MentionType.
enum class NameType : uint8_t { person, organization, location };

// What a word form can be in a name, as bits. A stranger is in no table and no dictionary, in whole or without what may
// be joined to it; reports set it, tables do not.
namespace name_class {
inline constexpr uint32_t given = 1, family = 2, title = 4, organization_head = 8, place_head = 16, nationality = 32,
                          stranger = 128, compound = 256, filiation = 512, particle = 1024, outside_head = 2048,
                          modifier = 4096, portfolio = 8192, letter_name = 16384, ministry = 1u << 15,
                          nationality_head = 1u << 16, ordinary = 1u << 17, outside_place_head = 1u << 18,
                          name_end = 1u << 19, body_adjective = 1u << 25, verb = 1u << 26, formula = 1u << 29,
                          before_god = 1u << 30, needs_purpose = 1u << 31;
// What stands around a word in a report; set there, never by a table.
inline constexpr uint32_t behind_title = 1u << 20, behind_place_head = 1u << 21, behind_organization_head = 1u << 22,
                          behind_outside_head = 1u << 23, definite = 1u << 24, quoted = 1u << 27,
                          function_word = 1u << 28;
}  // namespace name_class

// What may follow a title, as bits.
namespace title_takes {
inline constexpr uint8_t name = 1, body = 2, country = 4;
}  // namespace title_takes

// A row of a table of names: a person, body or place with an id.
struct KnownName {
  NameType type = NameType::location;
  std::string id;     // "city:aleppo"
  std::string name;   // the display name
  std::string latin;  // empty where the table has none
};

inline constexpr uint32_t none_known = 0xffffffff;

// A spelling of a known name.
struct KnownPhrase {
  uint32_t name = 0;             // index into NameLexicon::known
  bool ambiguous = false;        // also an ordinary word: needs other evidence
  uint32_t outlet = none_known;  // the outlet of the same spelling, meant where it stands quoted: index into known
};

struct NameLexicon {
  std::vector<KnownName> known;
  uint32_t own_count = 0;  // so many of known, from the first, are the user's own
  std::vector<KnownPhrase> spellings;
  PhraseTrie phrases;                          // values: indices into spellings
  PhraseTrie portfolios;                       // of ministries, with article
  PhraseTrie titles;                           // values: title_takes
  std::vector<uint32_t> classes;               // of a form, as far as the names' forms reach
  tsl::robin_map<FormId, uint32_t> countries;  // of a nisba without article, in all inflections: index into known
  tsl::robin_map<char32_t, std::string> latin_letters;  // of a folded letter
  tsl::robin_map<FormId, std::string> latin_names;      // of a given or family name, with its vowels
  NameModel model;
  WordClusters clusters;
  FormId god = unknown_form;  // الله

  uint32_t classes_of(FormId form) const { return form < classes.size() ? classes[form] : 0; }
  // The country of a nisba without article; `none_known` where it is none.
  uint32_t country_of(FormId form) const {
    const auto found = countries.find(form);
    return found == countries.end() ? none_known : found->second;
  }
};

NameLexicon load_names(const TableSource& source, Vocabulary& vocabulary);

}  // namespace isnad
