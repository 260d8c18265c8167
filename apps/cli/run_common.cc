#include "run_common.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <thread>

#include "base/error.h"
#include "pipeline/pipeline.h"
#include "progress.h"

namespace isnad::cli {

TableSource table_source(const Arguments& arguments) {
  return TableSource(arguments.value("data"), arguments.value("names"));
}

unsigned threads_of(const Arguments& arguments) {
  return arguments.number("threads", std::max(1U, std::thread::hardware_concurrency()), 1, 1024);
}

std::string published_of(const Arguments& arguments) {
  const std::string day = arguments.value("published");
  const bool digits = day.size() == 10 &&
                      std::all_of(day.begin(), day.end(), [](char c) { return c == '-' || (c >= '0' && c <= '9'); });
  if (!day.empty() && (!digits || day[4] != '-' || day[7] != '-')) {
    throw Error(ErrorCode::usage, "", "--published takes a day as 2022-01-08, not '" + day + "'");
  }
  return day;
}

Language language_of(const Arguments& arguments) {
  const std::string asked = arguments.value("language");
  if (asked == "ar") return Language::arabic;
  if (asked == "en") return Language::english;
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    if (const char* locale = std::getenv(name); locale && *locale) {
      return std::string_view(locale).starts_with("ar") ? Language::arabic : Language::english;
    }
  }
  return Language::english;
}

TerminalOptions terminal_options(const Arguments& arguments, bool to_file) {
  TerminalOptions options;
  options.language = language_of(arguments);
  const std::string digits = arguments.value("digits", options.language == Language::arabic ? "arabic" : "latin");
  options.digits = digits == "arabic" ? Digits::arabic : Digits::latin;
  const bool terminal = !to_file && isatty(STDOUT_FILENO) != 0;
  const std::string color = arguments.value("color", "auto");
  options.color = color == "always" || (color == "auto" && terminal && !std::getenv("NO_COLOR"));
  options.isolates = terminal;
  winsize size{};
  unsigned width = 80;
  if (terminal && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 40)
    width = std::min<unsigned>(size.ws_col, 120);
  options.width = arguments.number("width", width, 40, 400);
  return options;
}

void check_options(const Arguments& arguments) {
  published_of(arguments);
  threads_of(arguments);
  terminal_options(arguments, false);
}

void print(const std::string& text) {
  if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size() || std::fflush(stdout) != 0) {
    throw Error(ErrorCode::write_failed, "standard output", "can't be written");
  }
}

void complain(const std::string& sentence) { std::fputs(("isnad: " + sentence + "\n").c_str(), stderr); }

std::optional<Collection> gather(const Arguments& arguments, const std::vector<std::string>& inputs,
                                 const Lexicon& lexicon, ProblemCounter& problems) {
  const std::string published = published_of(arguments);
  const unsigned threads = threads_of(arguments);
  std::vector<Document> documents;
  {
    Progress reading("reading", 0);
    read_reports(
        inputs, lexicon.pages,
        [&](Document&& document) {
          if (document.published_given.empty()) document.published_given = published;
          documents.push_back(std::move(document));
          reading.step();
        },
        [&](const ReadProblem& problem) { problems(problem); });
  }
  if (documents.empty()) {
    complain("there is no report to tell of");
    return std::nullopt;
  }
  {
    Progress working("annotating", 2 * documents.size());
    return build_report(std::move(documents), lexicon, threads, [&] { working.step(); });
  }
}

std::vector<std::string> take_two_ids(std::vector<std::string>& operands, const std::string& command) {
  constexpr size_t two = 2;
  if (operands.size() <= two)
    throw Error(ErrorCode::usage, "", command + " takes the input and behind it the ids of two reports");
  std::vector<std::string> ids(operands.end() - two, operands.end());
  operands.resize(operands.size() - two);
  return ids;
}

uint32_t document_named(const Collection& collection, const std::string& id) {
  for (uint32_t d = 0; d < collection.documents.size(); ++d) {
    if (collection.documents[d].id == id) return d;
  }
  throw Error(ErrorCode::usage, "", "no report of the input has the id '" + id + "'");
}

}  // namespace isnad::cli
