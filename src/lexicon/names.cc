#include "lexicon/names.h"

namespace isnad {

NameLexicon load_names(const TableSource&, Vocabulary&) { return {}; }

}  // namespace isnad
