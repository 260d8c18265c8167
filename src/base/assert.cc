#include "base/assert.h"

#include <cstdio>
#include <cstdlib>

namespace isnad {

void invariant_broken(const char* what, const char* file, int line) {
  std::fprintf(stderr, "isnad: invariant broken: %s (%s:%d)\n", what, file, line);
  std::abort();
}

}  // namespace isnad
