#include "base/process.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

namespace isnad {
namespace {

void limit(pid_t process, const ProcessLimits& limits) {
  const auto set = [&](auto what, uint64_t most) {
    const rlimit value{most, most};
    prlimit(process, what, &value, nullptr);
  };
  set(RLIMIT_CPU, limits.cpu_seconds);
  set(RLIMIT_AS, limits.memory_bytes);
  set(RLIMIT_CORE, 0);
}

// Starts the program; 0 on success, else the error's number.
int start(const std::vector<std::string>& command, int input, int output, pid_t& process) {
  std::vector<char*> words;
  for (const std::string& word : command) words.push_back(const_cast<char*>(word.c_str()));
  words.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  const int error = posix_spawnp(&process, words[0], &actions, nullptr, words.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  return error;
}

// A file in memory that holds the input, at its start; -1 where there is none to be had.
int file_of(std::string_view input) {
  const int file = memfd_create("input", MFD_CLOEXEC);
  while (file >= 0 && !input.empty()) {
    const ssize_t written = write(file, input.data(), input.size());
    if (written < 0 && errno != EINTR) {
      close(file);
      return -1;
    }
    if (written > 0) input.remove_prefix(static_cast<size_t>(written));
  }
  if (file >= 0) lseek(file, 0, SEEK_SET);
  return file;
}

// Takes the output to its end; false with the end set where a limit was passed.
bool take_output(int from, const ProcessLimits& limits, ProcessResult& result) {
  char buffer[1 << 16];
  while (true) {
    pollfd wait{from, POLLIN, 0};
    const int ready = poll(&wait, 1, static_cast<int>(limits.silent_ms));
    if (ready < 0 && errno == EINTR) continue;
    if (ready <= 0) {
      result.end = ProcessResult::End::too_long;
      return false;
    }
    const ssize_t got = read(from, buffer, sizeof buffer);
    if (got == 0) return true;
    if (got > 0) result.out.append(buffer, static_cast<size_t>(got));
    if (result.out.size() > limits.output_bytes) {
      result.end = ProcessResult::End::too_much;
      return false;
    }
  }
}

}  // namespace

ProcessResult run_program(const std::vector<std::string>& command, std::string_view input,
                          const ProcessLimits& limits) {
  ProcessResult result;
  const int in = file_of(input);
  int out[2];
  if (in < 0) return result;
  if (pipe2(out, O_CLOEXEC) != 0) {
    close(in);
    return result;
  }
  pid_t process = 0;
  const int error = start(command, in, out[1], process);
  close(in);
  close(out[1]);
  if (error == 0) {
    limit(process, limits);
    const bool whole = take_output(out[0], limits, result);
    if (!whole) kill(process, SIGKILL);
    int status = 0;
    while (waitpid(process, &status, 0) < 0 && errno == EINTR) {
    }
    if (whole && WIFEXITED(status)) {
      result.end = WEXITSTATUS(status) == 0 ? ProcessResult::End::done : ProcessResult::End::failed;
    } else if (whole && WIFSIGNALED(status) && (WTERMSIG(status) == SIGXCPU || WTERMSIG(status) == SIGKILL)) {
      result.end = ProcessResult::End::too_long;
    }
  } else if (error == ENOENT) {
    result.end = ProcessResult::End::not_found;
  }
  close(out[0]);
  return result;
}

}  // namespace isnad
