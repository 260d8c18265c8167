#include "run_store.h"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <pwd.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>

#include "base/error.h"
#include "progress.h"
#include "run_common.h"
#include "search/search.h"
#include "search/search_view.h"
#include "store/store.h"

namespace isnad::cli {
namespace {

constexpr size_t batch_of_reports = 256;  // added in one transaction

// Whose name stands under a correction: --author, or the user's.
std::string author_of(const Arguments& arguments) {
  if (arguments.has("author")) return arguments.value("author");
  for (const char* name : {"ISNAD_AUTHOR", "USER", "LOGNAME"}) {
    if (const char* value = std::getenv(name); value && *value) return value;
  }
  const passwd* user = getpwuid(getuid());
  return user ? user->pw_name : "";
}

void tell(const Added& added, const StoriesChanged& update) {
  print(fmt::format("{} reports added, {} known before; stories: {} new, {} changed, {} gone\n", added.added,
                    added.known, update.made, update.changed, update.gone));
}

StoriesChanged update_stories(StoreWriter& store) {
  Progress progress("stories", 0);
  return store.update_stories(time_now(), [&] { progress.step(); });
}

void list_corrections(const Database& database) {
  for (const StoredCorrection& stored : read_corrections(database)) {
    const Correction& c = stored.correction;
    std::string line = fmt::format("{}\t{}\t{}\t{}\t{}", stored.number, c.time, c.author, name_of(c.kind), c.subject);
    for (const std::string& object : c.objects) line += "\t" + object;
    if (!c.note.empty()) line += "\t(" + c.note + ")";
    if (!stored.revoked.empty()) line += "\trevoked " + stored.revoked;
    print(line + "\n");
  }
}

CorrectionKind kind_named(const std::string& name) {
  for (const CorrectionKind kind : {CorrectionKind::merge, CorrectionKind::split, CorrectionKind::same,
                                    CorrectionKind::different, CorrectionKind::exclude, CorrectionKind::note}) {
    if (name_of(kind) == name) return kind;
  }
  throw Error(
      ErrorCode::usage, "",
      "'" + name + "' is no correction; corrections are merge, split, same, different, exclude, note, revoke, list");
}

Correction correction_of(const Arguments& arguments) {
  const std::vector<std::string>& words = arguments.operands;
  Correction correction;
  correction.kind = kind_named(words[1]);
  if (words.size() < 3) throw Error(ErrorCode::usage, "", words[1] + " needs to know of what (isnad correct --help)");
  correction.subject = words[2];
  correction.objects.assign(words.begin() + 3, words.end());
  correction.note = arguments.value("note");
  if (correction.kind == CorrectionKind::note) {
    for (const std::string& word : correction.objects) correction.note += (correction.note.empty() ? "" : " ") + word;
    correction.objects.clear();
  }
  correction.author = author_of(arguments);
  correction.time = time_now();
  return correction;
}

}  // namespace

std::string time_now() {
  const auto now = std::chrono::time_point_cast<std::chrono::seconds>(std::chrono::system_clock::now());
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::chrono::system_clock::to_time_t(now)));
}

int run_add(const Arguments& arguments) {
  const std::string published = published_of(arguments);
  const unsigned threads = threads_of(arguments);
  std::vector<std::string> inputs = arguments.operands;
  const std::string path = inputs.front();
  inputs.erase(inputs.begin());
  const Lexicon lexicon = load_lexicon(table_source(arguments));
  StoreWriter store(path, lexicon, threads);
  ProblemCounter problems;
  Added all;
  {
    Progress progress("adding", 0);
    std::vector<Document> batch;
    const auto flush = [&] {
      const Added added = store.add(std::move(batch), time_now());
      all.added += added.added;
      all.known += added.known;
      batch.clear();
    };
    read_reports(
        inputs, lexicon.pages,
        [&](Document&& document) {
          if (document.published_given.empty()) document.published_given = published;
          batch.push_back(std::move(document));
          progress.step();
          if (batch.size() >= batch_of_reports) flush();
        },
        [&](const ReadProblem& problem) { problems(problem); });
    flush();
  }
  tell(all, update_stories(store));
  return problems.status();
}

int run_search(const Arguments& arguments) {
  const std::vector<std::string>& words = arguments.operands;
  if (words.size() < 2) throw Error(ErrorCode::usage, "", "search takes a store and a query (isnad search --help)");
  SearchOptions options;
  options.limit = arguments.number("limit", options.limit, 1, 1000);
  options.offset = arguments.number("offset", 0, 0, 1000000);
  const TerminalOptions view = terminal_options(arguments, false);
  const Lexicon lexicon = load_lexicon(table_source(arguments));
  Searcher searcher(words[0], lexicon);
  std::string query = words[1];
  for (size_t i = 2; i < words.size(); ++i) query += " " + words[i];
  const SearchResult result = searcher.search(query, options);
  print(arguments.has("json") ? search_json(result) + "\n" : search_view(result, lexicon.interface, view));
  return result.total > 0 ? 0 : 1;
}

int run_correct(const Arguments& arguments) {
  const std::vector<std::string>& words = arguments.operands;
  if (words.size() < 2)
    throw Error(ErrorCode::usage, "", "correct takes a store and what to do (isnad correct --help)");
  if (words[1] == "list") {
    list_corrections(Database(words[0], Database::Mode::reader));
    return 0;
  }
  const Database there(words[0], Database::Mode::reader);  // a correction never makes a store
  const Lexicon lexicon = load_lexicon(table_source(arguments));
  StoreWriter store(words[0], lexicon, threads_of(arguments));
  if (words[1] == "revoke") {
    const bool number = words.size() == 3 && !words[2].empty() && words[2].size() < 18 &&
                        words[2].find_first_not_of("0123456789") == std::string::npos;
    if (!number)
      throw Error(ErrorCode::usage, "", "revoke takes the number of a correction (isnad correct STORE list)");
    store.revoke(std::stoll(words[2]), author_of(arguments), time_now());
  } else {
    print(fmt::format("correction {}\n", store.correct(correction_of(arguments))));
  }
  tell({}, update_stories(store));
  return 0;
}

}  // namespace isnad::cli
