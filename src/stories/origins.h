// Independent origins: reports that copy one another, or whose chains end in one source, count once.
#pragma once

#include <string>
#include <vector>

#include "document/collection.h"

namespace isnad {

// Which reports share the passages that figures stand in. Made once for a collection.
class CopiedFigures {
 public:
  explicit CopiedFigures(const Collection& collection);
  // The documents that have the passage of the figure too, by copying on either side; not sorted, may repeat.
  std::vector<uint32_t> sharers(const FigureRef& ref) const;
  // Their figures in it with the same measure and interval.
  std::vector<FigureRef> copies_of(const FigureRef& ref) const;

 private:
  std::vector<Passage> shared_passages(const FigureRef& ref) const;

  const Collection& collection_;
  std::vector<std::vector<uint32_t>> reuse_of_;  // by document: indices into collection.reuse
};

// Who the figure is credited to: the name of the last of its chain, or the outlet.
std::string source_label(const Collection& collection, const FigureRef& ref);

// The origins of figures that answer one question, each with its reports and figures, in order of first appearance.
// Reports are joined where one has the passage of the other's figure by copying, where figures of theirs are credited
// to one source (an unnamed spokesman counts with the body he speaks for), where both tell it in their own voice and
// credit one agency, and where an outlet prints its own words again.
std::vector<Origin> find_origins(const Collection& collection, const CopiedFigures& copies,
                                 const std::vector<FigureRef>& figures);

}  // namespace isnad
