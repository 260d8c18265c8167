#include "lexicon/figures.h"

namespace isnad {

FigureLexicon load_figures(const TableSource&, Vocabulary&) { return {}; }

}  // namespace isnad
