// What the commands share: checked options, reading of the inputs, the collection.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "document/collection.h"
#include "lexicon/lexicon.h"
#include "output/terminal.h"
#include "read/reports.h"
#include "run.h"

namespace isnad::cli {

// The tables of --data and the names of --names.
TableSource table_source(const Arguments& arguments);

unsigned threads_of(const Arguments& arguments);

// The day given for reports without one. Throws Error(usage) where it is no day.
std::string published_of(const Arguments& arguments);

Language language_of(const Arguments& arguments);

TerminalOptions terminal_options(const Arguments& arguments, bool to_file);

// Throws Error(usage) where --published, --threads or --width is wrong, before the work.
void check_options(const Arguments& arguments);

class ProblemCounter {
 public:
  void operator()(const ReadProblem& problem) {
    complain(problem.place + ": " + problem.sentence);
    ++count_;
  }
  int status() const { return count_ > 0 ? 1 : 0; }

 private:
  size_t count_ = 0;
};

// Reads the reports of the inputs and finds what they tell together; nothing, after a complaint, where there is none.
std::optional<Collection> gather(const Arguments& arguments, const std::vector<std::string>& inputs,
                                 const Lexicon& lexicon, ProblemCounter& problems);

}  // namespace isnad::cli
