#include "progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>

namespace isnad::cli {
namespace {

constexpr double quiet_seconds = 2;
constexpr double redraw_seconds = 0.2;
constexpr size_t bar_columns = 30;

}  // namespace

Progress::Progress(std::string what, size_t total)
    : what_(std::move(what)),
      total_(total),
      terminal_(isatty(STDERR_FILENO) != 0),
      start_(std::chrono::steady_clock::now()) {}

Progress::~Progress() {
  if (shown_) std::fputs("\r\x1b[K", stderr);
}

void Progress::step() {
  if (!terminal_) return;
  const std::lock_guard lock(mutex_);
  ++done_;
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
  if (seconds > quiet_seconds && seconds - drawn_at_ > redraw_seconds) draw(seconds);
}

void Progress::draw(double seconds) {
  drawn_at_ = seconds;
  shown_ = true;
  std::string bar;
  if (total_ > 0) {
    const size_t filled = std::min(bar_columns, bar_columns * done_ / total_);
    bar = fmt::format("[{}{}] {}/{}", std::string(filled, '#'), std::string(bar_columns - filled, ' '), done_, total_);
  } else {
    bar = fmt::format("{}", done_);
  }
  std::fputs(fmt::format("\r\x1b[K{} {}, {:.0f} per second", what_, bar, static_cast<double>(done_) / seconds).c_str(),
             stderr);
}

}  // namespace isnad::cli
