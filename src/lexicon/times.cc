#include "lexicon/times.h"

namespace isnad {

TimeLexicon load_times(const TableSource&, Vocabulary&) { return {}; }

}  // namespace isnad
