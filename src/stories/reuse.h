// Reuse: passages that reports share by copying.
#pragma once

#include "document/collection.h"
#include "lexicon/lexicon.h"

namespace isnad {

// Makes collection.reuse; every pair once, a before b.
void find_reuse(Collection& collection, const Lexicon& lexicon);

}  // namespace isnad
