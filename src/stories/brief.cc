#include "stories/brief.h"

namespace isnad {

void write_brief(Collection&, const Lexicon&) {}

}  // namespace isnad
