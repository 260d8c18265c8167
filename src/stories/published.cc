#include "stories/published.h"

namespace isnad {

void infer_published(Collection&, const Lexicon&) {}

}  // namespace isnad
