// The grammar of names: stretches of words whose form makes them a name, whatever the model thinks.
#pragma once

#include <vector>

#include "document/document.h"
#include "lexicon/lexicon.h"
#include "mentions/name_context.h"
#include "mentions/name_spans.h"

namespace isnad {

// Ministries ("وزارة الدفاع الروسية"), bodies named by a class word and a nationality or place ("الحكومة الهندية",
// "شرطة دبي"), places with their class word inside ("مطار أورلي"). Sorted, without overlap.
std::vector<NameSpan> find_bodies_and_places(const Document& document, const NameLexicon& names,
                                             const std::vector<KnownMatch>& matches, const NameContext& context);

// Persons by the tables alone: a given name with family, father's or kunya's name behind it; initials.
std::vector<NameSpan> find_persons(const Document& document, const NameLexicon& names,
                                   const std::vector<KnownMatch>& matches, const NameContext& context);

}  // namespace isnad
