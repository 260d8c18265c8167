// Is a store sound? The file, the references, the hashes of the reports, and whether the analysis made now is the one
// that is stored.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "lexicon/lexicon.h"
#include "store/sqlite.h"

namespace isnad {

// A sentence for each thing that is wrong; empty: the store is sound. on_step: called for each story told anew.
std::vector<std::string> check_store(Database& database, const Lexicon& lexicon,
                                     const std::function<void()>& on_step = {});

}  // namespace isnad
