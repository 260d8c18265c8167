// The relation of figures that answer one question: they agree, one was revised to another, or they conflict.
#pragma once

#include <string>
#include <vector>

#include "document/collection.h"

namespace isnad {

struct RelationReason {
  Relation relation = Relation::agree;
  std::string english;
  std::string arabic;
};

// agree: every two intervals have a value in common; revised: the count rose with time, or a report calls its figure
// initial, updated or corrected; conflict: two cannot both be true of one moment.
RelationReason relate(const Collection& collection, const std::vector<FigureRef>& figures);

// True where the two intervals have a value in common; approximate ones and ranges (vague words
// among them) reach a tenth further on both sides.
bool compatible(const Figure& a, const Figure& b);

}  // namespace isnad
