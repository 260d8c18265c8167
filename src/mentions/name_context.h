// The surroundings of names: for each word its classes in the tables, and what stands around it: titles with their
// complements ("نائب وزير النقل الماليزي"), class words of places and bodies.
#pragma once

#include <vector>

#include "document/document.h"
#include "lexicon/lexicon.h"
#include "mentions/name_gazetteer.h"

namespace isnad {

struct NameContext {
  std::vector<uint32_t> classes;   // name_class of each word, with the bits for its surroundings
  std::vector<uint32_t> match_at;  // of each word: index of the known match that begins there, or none
  std::vector<Range> titles;       // titles with their complements, in order, without overlap
};

// Whether a title of more words than one begins at the word ("ولي العهد"): behind a name it is the office, whatever
// names its first word may be.
bool begins_office(const NameContext& context, uint32_t word);

NameContext read_name_context(const Document& document, const Lexicon& lexicon, const std::vector<KnownMatch>& matches);

}  // namespace isnad
