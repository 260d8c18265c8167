// What each command does. Each returns the exit status: 0, or 1 where something was skipped.
#pragma once

#include "arguments.h"

namespace isnad::cli {

int run_read(const Arguments& arguments);
int run_fetch(const Arguments& arguments);
int run_watch(const Arguments& arguments);
int run_annotate(const Arguments& arguments);
int run_report(const Arguments& arguments);
int run_stories(const Arguments& arguments);
int run_copies(const Arguments& arguments);
int run_explain(const Arguments& arguments);

// Writes to standard output; throws Error(write_failed) where it is closed or full.
void print(const std::string& text);

// One line on standard error: "isnad: …".
void complain(const std::string& sentence);

}  // namespace isnad::cli
