// Keys of names: the tokens of a mention in a form in which spellings of one name can be compared.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "lexicon/lexicon.h"

namespace isnad {

struct NameToken {
  std::string form;   // folded, without article; عبد, أبو and آل joined to what follows
  std::string sound;  // letters by the way they are written for foreign sounds, in ASCII: "توكاييف" is "twkayf"
  uint32_t classes = 0;           // name_class of the form
  uint32_t country = none;        // of a nisba: index into NameLexicon::known
  bool behind_filiation = false;  // "بن" stood before it
  bool definite = false;          // with article: "العيسى" is another family than "عيسى"
};

std::vector<NameToken> name_tokens(const Document& document, const Mention& mention, const Lexicon& lexicon);

// The letters of a folded word by sound: ج and غ are g, ق and ك are k, doubled letters once, no final ا ه ي.
std::string sound_of(std::string_view form);

// How far apart two sounds are: vowels cost less than consonants, kindred consonants less than others. Linear in the
// product of the sizes, which are those of words.
double sound_distance(std::string_view a, std::string_view b);

// Whether two tokens may be spellings of one: the same, or foreign names that sound nearly alike. Two different given
// names of the tables are never one.
bool same_token(const NameToken& a, const NameToken& b);

}  // namespace isnad
