#include "mentions/times.h"

namespace isnad {

void find_times(Document&, const Lexicon&) {}

void resolve_times(Document&, const Lexicon&) {}

}  // namespace isnad
