#include "commands.h"

namespace isnad::cli {
namespace {

const Option threads{
    "--threads", "N", {}, "work on N reports at a time (default: all cores); the result does not depend on it"};
const Option data{"--data", "FOLDER", {}, "tables of this folder replace the built-in ones of the same name"};
const Option names{
    "--names", "FILE", {}, "your own names: a table with the columns name, type, id, aliases (docs/data.md)"};
const Option language{
    "--language", "LANGUAGE", {"en", "ar"}, "language of what is written for people (default: from the locale)"};
const Option digits{
    "--digits", "DIGITS", {"latin", "arabic"}, "digits of what is written for people (default: by language)"};

Command annotate_command() {
  return {
      "annotate",
      "INPUT...",
      "write the layers of each report as one line of JSON",
      "Reads the reports one after another and writes lines, numbers, times, mentions, statements and figures of each, "
      "in the order of the input, in constant memory.",
      {{"--layers", "LIST", {}, "write just these layers: lines,numbers,times,mentions,statements,figures,notes"},
       {"--published", "DATE", {}, "day of the reports that give none (YYYY-MM-DD)"},
       {"--text", "", {}, "write each report's text as well"},
       threads,
       names,
       data}};
}

Command report_command() {
  return {
      "report",
      "INPUT...",
      "tell the story of many reports: tolls, conflicts, timeline, who said what, copies",
      "Reads all reports, finds what they tell together and writes it for people (in a terminal, or as one HTML page "
      "that opens without a network) or as JSON.",
      {{"--json", "", {}, "write the whole object as JSON (docs/json.md)"},
       {"--text", "", {}, "with --json: each report's text as well"},
       {"-o,--output", "FILE", {}, "write to FILE; its ending chooses the form: .html, .json or .txt"},
       {"--published", "DATE", {}, "day of the reports that give none (YYYY-MM-DD)"},
       {"--width", "COLUMNS", {}, "width of the text (default: the terminal's, or 80)"},
       {"--color", "WHEN", {"auto", "always", "never"}, "colour (default: auto, in a terminal)"},
       language,
       digits,
       threads,
       names,
       data}};
}

// Options of the commands that write one view for people or as JSON.
std::vector<Option> view_options() {
  return {{"--json", "", {}, "write it as JSON (docs/json.md)"},
          {"--published", "DATE", {}, "day of the reports that give none (YYYY-MM-DD)"},
          {"--width", "COLUMNS", {}, "width of the text (default: the terminal's, or 80)"},
          {"--color", "WHEN", {"auto", "always", "never"}, "colour (default: auto, in a terminal)"},
          language,
          digits,
          threads,
          names,
          data};
}

Command stories_command() {
  return {
      "stories", "INPUT...", "list the stories that the reports tell",
      "Groups the reports by story and lists for each its title, how many reports tell it, how many of these copied "
      "nothing from one another, and the days. The id of a story comes from its first report.",
      view_options()};
}

Command copies_command() {
  return {
      "copies", "INPUT... A B", "show what two reports share by copying, side by side",
      "A and B are ids of reports of the input. Shows the passages that one has from the other, or both from a third, "
      "with changed words between ⟦ and ⟧, changed numbers and names below, and who copied where that can be told.",
      view_options()};
}

Command explain_command() {
  std::vector<Option> options = {
      {"--entity", "NAME", {}, "why the spellings of NAME are one person, body or place, or several"},
      {"--with", "NAME", {}, "with --entity: why this name is one with the other, or what keeps them apart"}};
  for (Option& option : view_options()) options.push_back(std::move(option));
  return {
      "explain", "INPUT...", "tell why something was decided",
      "With --entity NAME: the entities that the reports call NAME, the spellings of each, and by which rule each was "
      "joined. With --with as well: the rules that join the two names, or what keeps them apart.",
      options};
}

}  // namespace

const std::vector<Command>& commands() {
  static const std::vector<Command> all = {
      annotate_command(),
      report_command(),
      stories_command(),
      copies_command(),
      explain_command(),
      {"completion", "SHELL", "write the completion script for bash, zsh or fish", "", {}},
      {"man", "", "write the man page", "", {}}};
  return all;
}

}  // namespace isnad::cli
