// export, import and check: a store as files for other programs, and back.
#include <fmt/format.h>

#include <cstdio>
#include <filesystem>
#include <fstream>

#include "base/error.h"
#include "progress.h"
#include "run_common.h"
#include "run_store.h"
#include "store/check.h"
#include "store/export.h"
#include "store/import.h"
#include "store/schema.h"
#include "store/store.h"

namespace isnad::cli {
namespace {

constexpr size_t batch_of_reports = 256;

// A file that is whole when it has its name, or standard output.
class Output {
 public:
  explicit Output(const std::string& path) : path_(path) {
    if (path.empty()) return;
    file_.open(path + ".part", std::ios::binary);
    if (!file_) throw Error(ErrorCode::write_failed, path, "the file can't be written");
  }

  void write(std::string_view bytes) {
    if (path_.empty()) {
      if (std::fwrite(bytes.data(), 1, bytes.size(), stdout) != bytes.size())
        throw Error(ErrorCode::write_failed, "standard output", "can't be written");
    } else {
      file_.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    }
  }

  void close() {
    if (path_.empty()) return print("");
    file_.close();
    if (!file_) throw Error(ErrorCode::write_failed, path_, "the file can't be written");
    std::filesystem::rename(path_ + ".part", path_);
  }

 private:
  std::string path_;
  std::ofstream file_;
};

void export_tables(Database& database, const std::string& folder) {
  if (folder.empty())
    throw Error(ErrorCode::usage, "", "--form csv writes a file for each table: give a folder with -o");
  std::error_code failed;
  std::filesystem::create_directories(folder, failed);
  if (failed) throw Error(ErrorCode::write_failed, folder, "the folder can't be made");
  for (const std::string& table : exported_tables(database)) {
    Output out((std::filesystem::path(folder) / (table + ".csv")).string());
    export_table(database, table, [&](std::string_view bytes) { out.write(bytes); });
    out.close();
  }
}

}  // namespace

int run_export(const Arguments& arguments) {
  Database database(arguments.operands.front(), Database::Mode::reader);
  require_schema(database);
  const std::string form = arguments.value("form", "reports");
  if (form == "csv") {
    export_tables(database, arguments.value("output"));
    return 0;
  }
  Output out(arguments.value("output"));
  const Sink write = [&](std::string_view bytes) { out.write(bytes); };
  if (form == "reports") {
    export_reports(database, write);
  } else if (form == "annotations") {
    export_annotations(database, write);
  } else if (form == "claimreview") {
    export_claim_reviews(database, write);
  } else {
    export_stories(database, load_lexicon(table_source(arguments)), write);
  }
  out.close();
  return 0;
}

int run_import(const Arguments& arguments) {
  if (arguments.operands.size() < 2)
    throw Error(ErrorCode::usage, "", "import takes a store and files (isnad import --help)");
  const Lexicon lexicon = load_lexicon(table_source(arguments));
  StoreWriter store(arguments.operands.front(), lexicon, threads_of(arguments));
  ProblemCounter problems;
  Added all;
  size_t corrections = 0;
  for (size_t i = 1; i < arguments.operands.size(); ++i) {
    std::vector<Document> batch;
    const auto flush = [&] {
      const Added added = store.add(std::move(batch), time_now());
      all.added += added.added;
      all.known += added.known;
      batch.clear();
    };
    const std::vector<StoredCorrection> read = read_export(
        arguments.operands[i],
        [&](Document&& document) {
          batch.push_back(std::move(document));
          if (batch.size() >= batch_of_reports) flush();
        },
        [&](const ReadProblem& problem) { problems(problem); });
    flush();
    corrections += import_corrections(store.database(), read);
  }
  {
    Progress progress("stories", 0);
    store.update_stories(time_now(), [&] { progress.step(); });
  }
  print(
      fmt::format("{} reports and {} corrections added, {} reports known before\n", all.added, corrections, all.known));
  return problems.status();
}

int run_check(const Arguments& arguments) {
  Database database(arguments.operands.front(), Database::Mode::reader);
  require_schema(database);
  const Lexicon lexicon = load_lexicon(table_source(arguments));
  std::vector<std::string> problems;
  {
    Progress progress("stories", 0);
    problems = check_store(database, lexicon, [&] { progress.step(); });
  }
  for (const std::string& problem : problems) complain(problem);
  if (problems.empty()) print("the store is sound\n");
  return problems.empty() ? 0 : 1;
}

}  // namespace isnad::cli
