// A progress bar on standard error, for work of more than two seconds, when standard error is a terminal.
#pragma once

#include <chrono>
#include <cstddef>
#include <mutex>
#include <string>

namespace isnad::cli {

class Progress {
 public:
  // total: steps in all; 0 where it is not known.
  Progress(std::string what, size_t total);
  ~Progress();  // wipes the bar
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void step();  // any thread

 private:
  void draw(double seconds);

  std::mutex mutex_;
  std::string what_;
  size_t total_;
  size_t done_ = 0;
  bool shown_ = false;
  bool terminal_;
  std::chrono::steady_clock::time_point start_;
  double drawn_at_ = 0;
};

}  // namespace isnad::cli
