#include "arguments.h"

#include <CLI/CLI.hpp>
#include <sstream>

#include "base/error.h"
#include "base/version.h"
#include "commands.h"

namespace isnad::cli {
namespace {

constexpr int wrong_usage = 2;

std::string long_name(const Option& option) {
  const size_t dashes = option.name.rfind("--");
  return option.name.substr(dashes + 2);
}

void add_options(CLI::App& app, const Command& command, Arguments& arguments) {
  for (const Option& option : command.options) {
    const std::string name = long_name(option);
    if (option.value.empty()) {
      app.add_flag_callback(
          option.name, [&arguments, name] { arguments.values[name] = "yes"; }, option.help);
      continue;
    }
    auto* added = app.add_option_function<std::string>(
        option.name, [&arguments, name](const std::string& value) { arguments.values[name] = value; }, option.help);
    added->type_name(option.value);
    if (!option.choices.empty()) added->check(CLI::IsMember(option.choices));
  }
  if (command.operands.empty()) return;
  auto* operands =
      app.add_option(command.operands.substr(0, command.operands.find('.')), arguments.operands)->required();
  if (command.operands.find("...") == std::string::npos) operands->expected(1);
}

}  // namespace

std::string Arguments::value(const std::string& option, const std::string& otherwise) const {
  const auto found = values.find(option);
  return found == values.end() ? otherwise : found->second;
}

unsigned Arguments::number(const std::string& option, unsigned otherwise, unsigned low, unsigned high) const {
  if (!has(option)) return otherwise;
  const std::string text = value(option);
  unsigned number = 0;
  std::istringstream in(text);
  if (text.empty() || text.front() == '-' || !(in >> number) || !in.eof() || number < low || number > high) {
    throw Error(ErrorCode::usage, "",
                "--" + option + " takes a whole number from " + std::to_string(low) + " to " + std::to_string(high) +
                    ", not '" + text + "'");
  }
  return number;
}

std::optional<Ending> parse(int count, char** words, Arguments& arguments) {
  CLI::App app("isnad: who says what in Arabic news, and from whom they have it", "isnad");
  app.set_version_flag("--version", std::string("isnad ") + version);
  app.require_subcommand(1);
  app.footer("isnad COMMAND --help tells a command's options; `isnad man | man -l -` is the manual.");
  for (const Command& command : commands()) {
    CLI::App* added = app.add_subcommand(command.name, command.summary);
    add_options(*added, command, arguments);
  }
  try {
    app.parse(count, words);
  } catch (const CLI::Success& asked) {
    std::ostringstream out;
    app.exit(asked, out, out);
    return Ending{out.str(), false, 0};
  } catch (const CLI::ParseError& error) {
    return Ending{"isnad: " + std::string(error.what()) + " (isnad --help tells more)\n", true, wrong_usage};
  }
  arguments.command = app.get_subcommands().front()->get_name();
  return std::nullopt;
}

}  // namespace isnad::cli
