// How many reports of a story stand for themselves.
#pragma once

#include <vector>

#include "document/collection.h"

namespace isnad {

// For each story the number of groups of its reports that copied nothing from one another.
std::vector<uint32_t> independent_reports(const Collection& collection);

}  // namespace isnad
