// Average linkage over a sparse graph: always joins the two groups whose members are most alike on the average, as
// long as that average is high. What was not compared counts as unlike.
#pragma once

#include <cstdint>
#include <vector>

namespace isnad {

// From this mean likeness on two groups are one story.
inline constexpr double least_average_likeness = 0.2;

struct StoryEdge {
  uint32_t a = 0;
  uint32_t b = 0;
  double likeness = 0;  // 0 to 1
};

// Groups of 0..count-1, each sorted, in order of their first members. The result does not depend on the order of the
// edges' making: ties go to the smaller numbers.
std::vector<std::vector<uint32_t>> link_by_average(uint32_t count, const std::vector<StoryEdge>& edges,
                                                   double least_average);

}  // namespace isnad
