#include "stories/timeline.h"

namespace isnad {

void build_timeline(Collection&, const Lexicon&) {}

}  // namespace isnad
