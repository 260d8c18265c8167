// Arguments: what the user typed, checked against the table of commands.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace isnad::cli {

struct Arguments {
  std::string command;
  std::vector<std::string> operands;
  std::map<std::string, std::string> values;  // by the option's long name without dashes; a flag has "yes"

  bool has(const std::string& option) const { return values.contains(option); }
  std::string value(const std::string& option, const std::string& otherwise = {}) const;
  // Throws Error(usage) where the value is no whole number from low to high.
  unsigned number(const std::string& option, unsigned otherwise, unsigned low, unsigned high) const;
};

// What to do instead of a command: text to print and the exit status with which to end.
struct Ending {
  std::string text;
  bool is_error = false;
  int status = 0;
};

// Either arguments are filled or an ending is returned (--help, --version, wrong usage).
std::optional<Ending> parse(int count, char** words, Arguments& arguments);

}  // namespace isnad::cli
