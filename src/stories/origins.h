// Independent origins: reports that copy one another, or whose chains end in one source, count once.
#pragma once

#include <vector>

#include "document/collection.h"

namespace isnad {

// Which figures stand within passages that two reports share. Made once for a collection.
class CopiedFigures {
 public:
  explicit CopiedFigures(const Collection& collection);
  // True where one report has the other's figure by copying the passage that holds it.
  bool copied(const FigureRef& a, const FigureRef& b) const;

 private:
  const Collection& collection_;
  std::vector<std::vector<uint32_t>> reuse_of_;  // by document: indices into collection.reuse
};

// The origins of figures that answer one question, each with its reports and figures, in order of first appearance.
std::vector<Origin> find_origins(const Collection& collection, const CopiedFigures& copies,
                                 const std::vector<FigureRef>& figures);

}  // namespace isnad
