// `isnad explain`: why something was decided. Each kind of thing has its option and its module.
#pragma once

#include "arguments.h"

namespace isnad::cli {

int run_explain(const Arguments& arguments);
int run_explain_entity(const Arguments& arguments);

}  // namespace isnad::cli
