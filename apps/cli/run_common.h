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
    count_ += !problem.harmless;
  }
  int status() const { return count_ > 0 ? 1 : 0; }

 private:
  size_t count_ = 0;
};

// Reads the reports of the inputs and finds what they tell together; nothing, after a complaint, where there is none.
std::optional<Collection> gather(const Arguments& arguments, const std::vector<std::string>& inputs,
                                 const Lexicon& lexicon, ProblemCounter& problems);

// Takes the ids of two reports from the end of the operands. Throws Error(usage) where there are no more than two.
std::vector<std::string> take_two_ids(std::vector<std::string>& operands, const std::string& command);

// Throws Error(usage) where no report has the id.
uint32_t document_named(const Collection& collection, const std::string& id);

}  // namespace isnad::cli
