#include "stories/groups.h"

namespace isnad {

void group_figures(Collection&, const Lexicon&) {}

}  // namespace isnad
