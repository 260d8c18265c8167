// The commands over a store: add, search, correct, export, import, check.
#pragma once

#include "arguments.h"

namespace isnad::cli {

int run_add(const Arguments& arguments);
int run_search(const Arguments& arguments);
int run_correct(const Arguments& arguments);
int run_export(const Arguments& arguments);
int run_import(const Arguments& arguments);
int run_check(const Arguments& arguments);

// The time now in UTC, as "2026-01-31T12:00:00Z".
std::string time_now();

}  // namespace isnad::cli
