// Runs the built program and takes what it writes.
#pragma once

#include <sys/wait.h>
#include <unistd.h>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

namespace isnad {

struct ProgramResult {
  int status = -1;
  std::string out;
  std::string err;
};

// A folder of its own for a test, removed with it.
class TestFolder {
 public:
  TestFolder() {
    std::string name = std::filesystem::temp_directory_path() / "isnad-test-XXXXXX";
    path_ = mkdtemp(name.data());
  }
  ~TestFolder() { std::filesystem::remove_all(path_); }
  TestFolder(const TestFolder&) = delete;
  TestFolder& operator=(const TestFolder&) = delete;

  std::string path(const std::string& name = {}) const { return name.empty() ? path_ : path_ + "/" + name; }
  std::string write(const std::string& name, const std::string& bytes) const {
    std::filesystem::create_directories(std::filesystem::path(path(name)).parent_path());
    std::ofstream(path(name), std::ios::binary) << bytes;
    return path(name);
  }

 private:
  std::string path_;
};

inline std::string file_bytes(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// arguments is a line for the shell; input goes to standard input.
inline ProgramResult run_isnad(const std::string& arguments, const std::string& input = {}) {
  const TestFolder folder;
  folder.write("in", input);
  const std::string command = std::string("LC_ALL=C.UTF-8 '") + ISNAD_PROGRAM + "' " + arguments + " <" +
                              folder.path("in") + " >" + folder.path("out") + " 2>" + folder.path("err");
  ProgramResult result;
  const int status = std::system(command.c_str());
  result.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  result.out = file_bytes(folder.path("out"));
  result.err = file_bytes(folder.path("err"));
  return result;
}

}  // namespace isnad
