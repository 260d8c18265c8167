#include "run.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <thread>

#include "base/error.h"
#include "base/file.h"
#include "output/json.h"
#include "output/page.h"
#include "output/terminal.h"
#include "pipeline/pipeline.h"
#include "progress.h"
#include "read/reports.h"

namespace isnad::cli {
namespace {

constexpr size_t batch_of_reports = 64;  // annotated at a time, so that memory stays constant

unsigned threads_of(const Arguments& arguments) {
  return arguments.number("threads", std::max(1U, std::thread::hardware_concurrency()), 1, 1024);
}

// The day given for reports without one; checked here, so that a slip is told before hours of work.
std::string published_of(const Arguments& arguments) {
  const std::string day = arguments.value("published");
  const bool digits = day.size() == 10 && std::all_of(day.begin(), day.end(), [](char c) { return c == '-' || (c >= '0' && c <= '9'); });
  if (!day.empty() && (!digits || day[4] != '-' || day[7] != '-')) {
    throw Error(ErrorCode::usage, "", "--published takes a day as 2022-01-08, not '" + day + "'");
  }
  return day;
}

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
  if (terminal && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 40) width = std::min<unsigned>(size.ws_col, 120);
  options.width = arguments.number("width", width, 40, 400);
  return options;
}

// The form of what is written: the file's ending, or --json, or text for people.
std::string form_of(const Arguments& arguments) {
  const std::string file = arguments.value("output");
  const std::string ending = std::filesystem::path(file).extension().string();
  if (arguments.has("json") || ending == ".json") return "json";
  if (ending == ".html" || ending == ".htm") return "html";
  if (file.empty() || ending == ".txt") return "text";
  throw Error(ErrorCode::usage, "", "the ending of '" + file + "' names no form; it is .html, .json or .txt");
}

std::string render(const Collection& collection, const Arguments& arguments, const std::string& form) {
  if (form == "json") return report_json(collection, {.with_text = arguments.has("text")}) + "\n";
  if (form == "html") return report_page(collection, language_of(arguments));
  const InterfaceText words{TableSource(arguments.value("data"))};
  return terminal_view(collection, words, terminal_options(arguments, arguments.has("output")));
}

}  // namespace

void print(const std::string& text) {
  if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size() || std::fflush(stdout) != 0) {
    throw Error(ErrorCode::write_failed, "standard output", "can't be written");
  }
}

void complain(const std::string& sentence) { std::fputs(("isnad: " + sentence + "\n").c_str(), stderr); }

int run_annotate(const Arguments& arguments) {
  const std::string published = published_of(arguments);
  const unsigned threads = threads_of(arguments);
  const JsonOptions options{.with_text = arguments.has("text"), .layers = layers_named(arguments.value("layers"))};
  const Lexicon lexicon = load_lexicon(TableSource(arguments.value("data")));
  ProblemCounter problems;
  Progress progress("reports", 0);
  std::vector<Document> batch;
  const auto flush = [&] {
    std::vector<std::string> lines(batch.size());
    annotate_all(batch, lexicon, threads, [&](size_t i) {
      lines[i] = document_json(batch[i], options) + "\n";
      batch[i] = {};
      progress.step();
    });
    for (const std::string& line : lines) print(line);
    batch.clear();
  };
  read_reports(
      arguments.operands,
      [&](Document&& document) {
        if (document.published_given.empty()) document.published_given = published;
        batch.push_back(std::move(document));
        if (batch.size() >= batch_of_reports) flush();
      },
      [&](const ReadProblem& problem) { problems(problem); });
  flush();
  return problems.status();
}

int run_report(const Arguments& arguments) {
  const std::string published = published_of(arguments);
  const std::string form = form_of(arguments);
  const unsigned threads = threads_of(arguments);
  terminal_options(arguments, false);  // a wrong --width is told before the work
  const Lexicon lexicon = load_lexicon(TableSource(arguments.value("data")));
  ProblemCounter problems;
  std::vector<Document> documents;
  {
    Progress reading("reading", 0);
    read_reports(
        arguments.operands,
        [&](Document&& document) {
          if (document.published_given.empty()) document.published_given = published;
          documents.push_back(std::move(document));
          reading.step();
        },
        [&](const ReadProblem& problem) { problems(problem); });
  }
  if (documents.empty()) {
    complain("there is no report to tell of");
    return 1;
  }
  Collection collection;
  {
    Progress working("annotating", 2 * documents.size());
    collection = build_report(std::move(documents), lexicon, threads, [&] { working.step(); });
  }
  const std::string text = render(collection, arguments, form);
  if (arguments.has("output")) {
    write_file(arguments.value("output"), text);
  } else {
    print(text);
  }
  return problems.status();
}

}  // namespace isnad::cli
