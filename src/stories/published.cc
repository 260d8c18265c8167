#include "stories/published.h"

#include "stories/published_given.h"

namespace isnad {

void infer_published(Collection& collection, const Lexicon&) {
  for (Document& document : collection.documents) read_published_given(document);
}

}  // namespace isnad
