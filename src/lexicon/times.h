// Months, weekdays, relative days, parts of the day, units of duration.
#pragma once

#include "lexicon/table.h"
#include "lexicon/vocabulary.h"

namespace isnad {

struct TimeLexicon {};

TimeLexicon load_times(const TableSource& source, Vocabulary& vocabulary);

}  // namespace isnad
