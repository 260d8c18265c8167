#include "read/inputs.h"

#include <glob.h>

#include <algorithm>
#include <filesystem>

#include "read/sniff.h"

namespace isnad {
namespace {

namespace fs = std::filesystem;

// A browser saves the pictures and scripts of "page.html" in a folder beside it: "page_files", "page.files",
// "page-Dateien". The folder of a report that has numbers behind its name is another thing.
bool holds_assets(const fs::path& folder) {
  const std::string name = folder.filename().string();
  const size_t mark = name.find_last_of("_.-");
  if (mark == std::string::npos || mark == 0 || mark + 1 == name.size()) return false;
  if (name.find_first_of("0123456789", mark) != std::string::npos) return false;
  const std::string beside = (folder.parent_path() / name.substr(0, mark)).string();
  std::error_code ignored;
  return fs::exists(beside + ".html", ignored) || fs::exists(beside + ".htm", ignored) ||
         fs::exists(beside + ".xhtml", ignored);
}

std::vector<InputFile> files_below(const std::string& folder) {
  std::vector<InputFile> found;
  std::error_code error;
  fs::recursive_directory_iterator walk(folder, fs::directory_options::skip_permission_denied, error);
  for (; !error && walk != fs::recursive_directory_iterator(); walk.increment(error)) {
    const std::string name = walk->path().filename().string();
    std::error_code ignored;
    if (walk->is_directory(ignored)) {
      if (name.starts_with('.') || holds_assets(walk->path())) walk.disable_recursion_pending();
    } else if (may_hold_reports(name) && walk->is_regular_file(ignored)) {
      found.push_back({walk->path().string(), names_a_report(name)});
    }
  }
  std::sort(found.begin(), found.end(), [](const InputFile& a, const InputFile& b) { return a.path < b.path; });
  return found;
}

std::vector<std::string> matches_of(const std::string& pattern) {
  std::vector<std::string> found;
  glob_t result{};
  if (glob(pattern.c_str(), 0, nullptr, &result) == 0) {
    found.assign(result.gl_pathv, result.gl_pathv + result.gl_pathc);
  }
  globfree(&result);
  return found;
}

void expand(const std::string& input, std::vector<InputFile>& files,
            const std::function<void(const ReadProblem&)>& on_problem, bool globs) {
  std::error_code error;
  if (fs::is_directory(input, error)) {
    const std::vector<InputFile> below = files_below(input);
    if (below.empty()) on_problem({input, "the folder holds no reports"});
    files.insert(files.end(), below.begin(), below.end());
  } else if (input == "-" || fs::exists(input, error)) {
    files.push_back({input, true});
  } else if (globs && input.find_first_of("*?[") != std::string::npos) {
    const std::vector<std::string> matches = matches_of(input);
    if (matches.empty()) on_problem({input, "no file matches"});
    for (const std::string& match : matches) expand(match, files, on_problem, false);
  } else {
    on_problem({input, "there is no such file or folder"});
  }
}

}  // namespace

std::vector<InputFile> expand_inputs(const std::vector<std::string>& inputs,
                                     const std::function<void(const ReadProblem&)>& on_problem) {
  std::vector<InputFile> files;
  for (const std::string& input : inputs) expand(input, files, on_problem, true);
  return files;
}

}  // namespace isnad
