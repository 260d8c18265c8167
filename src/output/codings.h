// Stories as rows of the field's codings, in CSV. What each column means and where it comes from: docs/rules.md.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "document/collection.h"

namespace isnad {

enum class Coding : uint8_t { acled, ucdp, airwars };

// "acled", "ucdp", "airwars"; empty for other names.
std::optional<Coding> coding_named(std::string_view name);

// A header and one row for each story that tells of killed or injured (airwars: for each category of people as well).
// Unknown is an empty field, never 0.
std::string codings_csv(const Collection& collection, Coding coding);

}  // namespace isnad
