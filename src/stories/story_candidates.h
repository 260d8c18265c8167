// Which reports are worth comparing: those that have two of their weightiest terms in common, or that copy.
#pragma once

#include <tsl/robin_map.h>

#include <cstdint>
#include <vector>

#include "stories/story_vectors.h"

namespace isnad {

class StoryCandidates {
 public:
  // The reports added before that share two terms of weight with this one, sorted. Of a term that very many reports
  // hold only the latest holders count, so that the cost of a report does not grow with the archive.
  // report: must grow from call to call.
  std::vector<uint32_t> add(uint32_t report, const StoryVectors& vectors);

 private:
  tsl::robin_map<uint64_t, std::vector<uint32_t>> holders_;
};

}  // namespace isnad
