// The man page and the shell completions, made from the table of commands.
#include <fmt/format.h>

#include <algorithm>

#include "base/error.h"
#include "base/version.h"
#include "commands.h"

namespace isnad::cli {
namespace {

std::vector<std::string> names_of(const Option& option) {
  const size_t comma = option.name.find(',');
  if (comma == std::string::npos) return {option.name};
  return {option.name.substr(0, comma), option.name.substr(comma + 1)};
}

std::string words_of(const Command& command) {
  std::string words;
  for (const Option& option : command.options) {
    for (const std::string& name : names_of(option)) words += name + " ";
  }
  return words + "--help";
}

std::string command_names() {
  std::string names;
  for (const Command& command : commands()) names += command.name + " ";
  names.pop_back();
  return names;
}

std::string bash_completion() {
  std::string out =
      "# bash completion for isnad\n_isnad() {\n  local word=\"${COMP_WORDS[COMP_CWORD]}\" "
      "before=\"${COMP_WORDS[COMP_CWORD-1]}\"\n"
      "  if ((COMP_CWORD == 1)); then\n    COMPREPLY=($(compgen -W \"" +
      command_names() + " --help --version\" -- \"$word\"))\n    return\n  fi\n  case \"$before\" in\n";
  for (const Command& command : commands()) {
    for (const Option& option : command.options) {
      if (option.choices.empty() || out.find("    " + option.name + ")") != std::string::npos) continue;
      std::string choices;
      for (const std::string& choice : option.choices) choices += choice + " ";
      out += "    " + option.name + ") COMPREPLY=($(compgen -W \"" + choices + "\" -- \"$word\")); return ;;\n";
    }
  }
  out += "  esac\n  local options=''\n  case \"${COMP_WORDS[1]}\" in\n";
  for (const Command& command : commands())
    out += "    " + command.name + ") options=\"" + words_of(command) + "\" ;;\n";
  return out +
         "  esac\n  if [[ $word == -* ]]; then COMPREPLY=($(compgen -W \"$options\" -- \"$word\"))\n"
         "  else COMPREPLY=($(compgen -f -- \"$word\")); fi\n}\ncomplete -o filenames -F _isnad isnad\n";
}

std::string zsh_completion() {
  std::string out = "#compdef isnad\n_isnad() {\n  if ((CURRENT == 2)); then\n    local -a commands=(\n";
  for (const Command& command : commands()) out += fmt::format("      '{}:{}'\n", command.name, command.summary);
  out += "    )\n    _describe command commands\n    return\n  fi\n  case $words[2] in\n";
  for (const Command& command : commands()) {
    out += "    " + command.name + ") _arguments";
    for (const Option& option : command.options) {
      std::string choices;
      for (const std::string& choice : option.choices) choices += choice + " ";
      const std::string value = option.value.empty() ? ""
                                : choices.empty()    ? ":" + option.value + ":_files"
                                                     : ":" + option.value + ":(" + choices + ")";
      out += fmt::format(" '{}[{}]{}'", names_of(option).back(), option.help, value);
    }
    out += " '*:input:_files' ;;\n";
  }
  return out + "  esac\n}\n_isnad \"$@\"\n";
}

std::string fish_completion() {
  std::string out = "# fish completion for isnad\n";
  for (const Command& command : commands()) {
    out += fmt::format("complete -c isnad -n __fish_use_subcommand -a {} -d '{}'\n", command.name, command.summary);
    for (const Option& option : command.options) {
      out += fmt::format("complete -c isnad -n '__fish_seen_subcommand_from {}' -l {}", command.name,
                         names_of(option).back().substr(2));
      if (!option.value.empty()) out += " -r";
      for (size_t i = 0; i < option.choices.size(); ++i) out += (i == 0 ? " -x -a '" : " ") + option.choices[i];
      out += (option.choices.empty() ? "" : "'") + fmt::format(" -d '{}'\n", option.help);
    }
  }
  return out;
}

// Text for troff: a dash is an option's dash, a point at the start of a line is a point.
std::string troff(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '-') {
      out += "\\-";
    } else if (c == '\\') {
      out += "\\\\";
    } else {
      out += c;
    }
  }
  return out.starts_with('.') ? "\\&" + out : out;
}

}  // namespace

std::string completion(const std::string& shell) {
  if (shell == "bash") return bash_completion();
  if (shell == "zsh") return zsh_completion();
  if (shell == "fish") return fish_completion();
  throw Error(ErrorCode::usage, "", "'" + shell + "' is no shell that isnad knows; it is bash, zsh or fish");
}

std::string man_page() {
  std::string out = fmt::format(
      ".TH ISNAD 1 \"\" \"isnad {}\" \"User Commands\"\n.SH NAME\nisnad \\- who says what in Arabic news, and "
      "from whom they have it\n.SH SYNOPSIS\n",
      version);
  for (const Command& command : commands()) {
    out += fmt::format(".B isnad {}\n[\\fIOPTION\\fR]... {}\n.br\n", command.name, command.operands);
  }
  out +=
      ".SH DESCRIPTION\nReads Arabic news reports of the same events and tells what each claims, on whose word, how "
      "many "
      "independent origins stand behind it, and what contradicts it. INPUT is a file (plain text, JSON, JSON lines, "
      "CSV, or one "
      "of these packed), a folder, a glob, or \\- for standard input.\n.SH COMMANDS\n";
  for (const Command& command : commands()) {
    out += fmt::format(".SS \"isnad {} {}\"\n{}.\n{}\n", command.name, command.operands, troff(command.summary),
                       troff(command.details));
    for (const Option& option : command.options) {
      std::string names = option.name;
      std::replace(names.begin(), names.end(), ',', '/');
      out += fmt::format(".TP\n.B {} {}\n{}\n", troff(names), option.value, troff(option.help));
    }
  }
  return out +
         ".SH EXIT STATUS\n0: all went well. 1: something was skipped or can't be done; one sentence on standard error "
         "says "
         "what. 2: wrong usage.\n";
}

}  // namespace isnad::cli
