// The commands and their options: one table, from which the parser, --help, the man page and the shell completions
// are made.
#pragma once

#include <string>
#include <vector>

namespace isnad::cli {

struct Option {
  std::string name;                  // with dashes: "--json" or "-o,--output"
  std::string value;                 // name of its value in help, as FILE; empty: a flag
  std::vector<std::string> choices;  // the values allowed; empty: any
  std::string help;
};

struct Command {
  std::string name;
  std::string operands;  // as "INPUT..."; empty: none
  std::string summary;
  std::string details;  // for the man page
  std::vector<Option> options;
};

const std::vector<Command>& commands();

// Shell completion for "bash", "zsh" or "fish".
std::string completion(const std::string& shell);

// The man page isnad(1) in troff.
std::string man_page();

}  // namespace isnad::cli
