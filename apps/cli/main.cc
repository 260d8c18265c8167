// The program: `isnad COMMAND`. Errors are caught here and nowhere else.
#include <csignal>
#include <cstdio>
#include <exception>

#include "base/error.h"
#include "commands.h"
#include "explain_entity.h"
#include "run.h"

namespace {

constexpr int failed = 1;
constexpr int wrong_usage = 2;

int run(const isnad::cli::Arguments& arguments) {
  if (arguments.command == "annotate") return isnad::cli::run_annotate(arguments);
  if (arguments.command == "report") return isnad::cli::run_report(arguments);
  if (arguments.command == "stories") return isnad::cli::run_stories(arguments);
  if (arguments.command == "copies") return isnad::cli::run_copies(arguments);
  if (arguments.command == "explain") return isnad::cli::run_explain(arguments);
  if (arguments.command == "completion") {
    isnad::cli::print(isnad::cli::completion(arguments.operands.front()));
  } else {
    isnad::cli::print(isnad::cli::man_page());
  }
  return 0;
}

}  // namespace

int main(int count, char** words) {
  std::signal(SIGPIPE, SIG_DFL);  // `isnad … | head` ends quietly
  try {
    isnad::cli::Arguments arguments;
    if (const auto ending = isnad::cli::parse(count, words, arguments)) {
      std::fputs(ending->text.c_str(), ending->is_error ? stderr : stdout);
      return ending->status;
    }
    return run(arguments);
  } catch (const isnad::Error& error) {
    isnad::cli::complain(error.what());
    return error.code() == isnad::ErrorCode::usage ? wrong_usage : failed;
  } catch (const std::bad_alloc&) {
    isnad::cli::complain("out of memory");
    return failed;
  } catch (const std::exception& error) {
    isnad::cli::complain(error.what());
    return failed;
  }
}
