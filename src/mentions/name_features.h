// Features of the sequence model of names: what a word and its neighbours look like.
//
// A feature is a 64-bit hash of a template's number and of the properties that the template joins. The same code
// serves the training tool, so that what was learned is what is asked. The templates are those of CRF taggers for
// Arabic (Benajiba and Rosso 2008; Abdul-Hamid and Darwish 2010: leading and trailing letters), with classes of the
// name tables.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "document/document.h"
#include "lexicon/names.h"
#include "mentions/name_gazetteer.h"

namespace isnad {

inline constexpr uint32_t max_name_features = 64;

// What the templates join, of one word. Letters are folded and without proclitics and article.
struct NameSigns {
  uint64_t form = 0;
  std::array<uint64_t, 4> head{};  // hashes of the first 1 to 4 letters
  std::array<uint64_t, 4> tail{};  // hashes of the last 1 to 4 letters
  uint32_t classes = 0;            // name_class
  uint8_t gazetteer = 0;           // 0, or type and place in a phrase of the tables
  uint8_t pos = 0;
  uint8_t shape = 0;  // kind, article, proclitics, length
  uint8_t broad = 0;  // WordCluster
  uint16_t narrow = 0;
  uint32_t elsewhere = 0;  // name_cue: what stands around the same form at other places of the report
};

// The folded form without joined conjunctions and prepositions.
std::string_view without_clitics(std::string_view folded_form, uint8_t proclitics);

// The folded form without joined proclitics and article: "وللوزارة" gives "وزاره".
std::string_view name_core(std::string_view folded_form, uint8_t proclitics);

// What around one place of a form tells of the form at all other places of the report (Chieu and Ng 2003: global
// features), as bits.
namespace name_cue {
inline constexpr uint32_t titled = 1, in_place = 2, in_body = 4, behind_given = 8, before_family = 16,
                          known_person = 32, known_body = 64, known_place = 128, filiated = 256, acts = 512,
                          repeated = 1024;
}  // namespace name_cue

// classes and gazetteer: of each word of the document, as NameSigns has them.
void read_name_signs(const Document& document, const WordClusters& clusters, const std::vector<uint32_t>& classes,
                     const std::vector<uint8_t>& gazetteer, std::vector<NameSigns>& signs);

// Writes the features of word `at` of the sentence's signs to out and returns their number.
uint32_t name_features(std::span<const NameSigns> sentence, size_t at, std::array<uint64_t, max_name_features>& out);

}  // namespace isnad
