// Another program, run with limits.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace isnad {

struct ProcessLimits {
  unsigned cpu_seconds = 30;
  unsigned silent_ms = 60'000;  // without a byte of output
  uint64_t memory_bytes = 1ull << 30;
  size_t output_bytes = 32u << 20;
};

struct ProcessResult {
  enum class End : uint8_t { done, not_found, failed, too_long, too_much } end = End::failed;
  std::string out;
};

// Runs a program that is found on PATH, with `input` as its standard input, and takes its standard output; what it
// writes to standard error is dropped. It never outlives the call.
ProcessResult run_program(const std::vector<std::string>& command, std::string_view input, const ProcessLimits& limits);

}  // namespace isnad
