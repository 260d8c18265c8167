// The copy graph of each story: which reports are origins, which reprint one other, which are mixed from several.
#pragma once

#include "document/collection.h"

namespace isnad {

// Sets copies of every story: one entry for each of its reports that shares a passage with another of them, origins
// first, then in order of publication. Needs collection.reuse and the stories' documents.
//
// A report's sources are those reports that the directions allow it to have copied, taken greedily by how many of its
// bytes they explain that no source taken before does. Where a direction is unknown the report that comes first, by
// time and then by its place in the collection, stands for what both have; such a source is marked as not certain.
void build_copy_graphs(Collection& collection);

}  // namespace isnad
