// The relation of figures that answer one question: they agree, one was revised to another, or they conflict.
#pragma once

#include <string>
#include <vector>

#include "document/collection.h"
#include "lexicon/interface.h"
#include "stories/origins.h"

namespace isnad {

struct RelationReason {
  Relation relation = Relation::agree;
  std::string english;  // empty for a figure alone
  std::string arabic;
  // The two that decided: those in conflict, or the first and last of a movement; none where figures agree.
  std::vector<FigureRef> figures;
};

// agree: every two intervals have a value in common; revised: the count rose with the time of saying, or a report calls
// its figure initial, updated or corrected; conflict: two cannot both be true of one moment.
RelationReason relate(const Collection& collection, const CopiedFigures& copies, const std::vector<FigureRef>& figures,
                      const InterfaceText& words);

// True where the two intervals have a value in common; approximate ones reach a tenth further on both
// sides, and so do round ones beside a range ("dozens" and 100).
bool compatible(const Figure& a, const Figure& b);

// Values over the time of saying, earliest first: a step for each interval that differs from the one before.
std::vector<HistoryStep> history_of(const Collection& collection, const CopiedFigures& copies,
                                    const std::vector<FigureRef>& figures);

}  // namespace isnad
