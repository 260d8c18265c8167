// Names that the tables hold, found in a document.
#pragma once

#include <optional>
#include <vector>

#include "document/document.h"
#include "lexicon/lexicon.h"

namespace isnad {

struct KnownMatch {
  Range words;
  uint32_t spelling = 0;  // index into NameLexicon::spellings
};

// The longest known names, from the left, without overlap. Proclitics may stand before the first word; hyphens inside
// a name are passed over.
std::vector<KnownMatch> find_known_names(const Document& document, const NameLexicon& names);

// For each word of the document the code of its part in a known name: 0, or a number for type, place and ambiguity.
std::vector<uint8_t> gazetteer_codes(const Document& document, const NameLexicon& names,
                                     const std::vector<KnownMatch>& matches);

// The type behind a code of gazetteer_codes; empty for 0 and for spellings that are ordinary words as well.
std::optional<NameType> gazetteer_kind(uint8_t code);

}  // namespace isnad
