#include "stories/stories.h"

namespace isnad {

void group_stories(Collection&, const Lexicon&) {}

}  // namespace isnad
