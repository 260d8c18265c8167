#include "read/inputs.h"

#include <glob.h>

#include <algorithm>
#include <filesystem>

namespace isnad {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> files_below(const std::string& folder) {
  std::vector<std::string> found;
  std::error_code error;
  fs::recursive_directory_iterator walk(folder, fs::directory_options::skip_permission_denied, error);
  for (; !error && walk != fs::recursive_directory_iterator(); walk.increment(error)) {
    const std::string name = walk->path().filename().string();
    std::error_code ignored;
    if (name.starts_with('.')) {
      if (walk->is_directory(ignored)) walk.disable_recursion_pending();
      continue;
    }
    const FileKind kind = kind_by_name(name);
    const bool report = kind != FileKind::other;
    if (report && walk->is_regular_file(ignored)) found.push_back(walk->path().string());
  }
  std::sort(found.begin(), found.end());
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

void expand(const std::string& input, std::vector<std::string>& files,
            const std::function<void(const ReadProblem&)>& on_problem, bool globs) {
  std::error_code error;
  if (fs::is_directory(input, error)) {
    const std::vector<std::string> below = files_below(input);
    if (below.empty()) on_problem({input, "the folder holds no reports (.txt, .json, .jsonl, .html)"});
    files.insert(files.end(), below.begin(), below.end());
  } else if (input == "-" || fs::exists(input, error)) {
    files.push_back(input);
  } else if (globs && input.find_first_of("*?[") != std::string::npos) {
    const std::vector<std::string> matches = matches_of(input);
    if (matches.empty()) on_problem({input, "no file matches"});
    for (const std::string& match : matches) expand(match, files, on_problem, false);
  } else {
    on_problem({input, "there is no such file or folder"});
  }
}

}  // namespace

FileKind kind_by_name(const std::string& path) {
  std::string ending = fs::path(path).extension().string();
  std::transform(ending.begin(), ending.end(), ending.begin(), [](unsigned char c) { return std::tolower(c); });
  if (ending == ".txt" || ending == ".text") return FileKind::text;
  if (ending == ".json") return FileKind::json;
  if (ending == ".jsonl" || ending == ".ndjson") return FileKind::json_lines;
  if (ending == ".html" || ending == ".htm" || ending == ".xhtml") return FileKind::web_page;
  return FileKind::other;
}

std::vector<std::string> expand_inputs(const std::vector<std::string>& inputs,
                                       const std::function<void(const ReadProblem&)>& on_problem) {
  std::vector<std::string> files;
  for (const std::string& input : inputs) expand(input, files, on_problem, true);
  return files;
}

}  // namespace isnad
