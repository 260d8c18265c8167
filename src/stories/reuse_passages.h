// The passages that one pair of documents shares by copying, from the anchors that the index gives.
#pragma once

#include <span>
#include <vector>

#include "stories/reuse_align.h"
#include "stories/reuse_index.h"

namespace isnad {

// Sorted by place in the first document; empty where nothing shows that one copied the other or both a third.
std::vector<ReuseAlignment> copied_passages(TokenView a, TokenView b, std::span<const Anchor> anchors);

}  // namespace isnad
