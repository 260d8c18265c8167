// Names of the enumerations, as the output, the data and the guidelines write them.
#pragma once

#include <optional>
#include <string_view>

#include "document/collection.h"

namespace isnad {

std::string_view name_of(LineKind value);
std::string_view name_of(CreditKind value);
std::string_view name_of(PublishedBasis value);
std::string_view name_of(NumberKind value);
std::string_view name_of(TimeType value);
std::string_view name_of(MentionType value);
std::string_view name_of(SourceKind value);
std::string_view name_of(StatementForm value);
std::string_view name_of(Stance value);
std::string_view name_of(Measure value);
std::string_view name_of(Scope value);
std::string_view name_of(Modality value);
std::string_view name_of(Update value);
std::string_view name_of(Population value);
std::string_view name_of(PartOfSpeech value);
std::string_view name_of(Rule value);
std::string_view name_of(Grade value);
std::string_view name_of(Relation value);
std::string_view name_of(Movement value);
std::string_view name_of(FindingKind value);
std::string_view name_of(ContradictionKind value);

// The value of that name, as a table writes it; empty where there is none. Defined for the enumerations above.
template <class Enum>
std::optional<Enum> named(std::string_view name);

}  // namespace isnad
