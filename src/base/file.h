// Reading and writing whole files, with limits.
#pragma once

#include <cstdint>
#include <istream>
#include <string>
#include <string_view>

namespace isnad {

inline constexpr uint64_t max_data_file_bytes = 64u << 20;

bool file_exists(const std::string& path);

// All bytes of a file. Throws Error: not_found, unreadable, too_large (above limit bytes).
std::string read_file(const std::string& path, uint64_t limit);

// Bytes of a stream to its end, or the first limit + 1 bytes of one that has more.
std::string read_stream_bytes(std::istream& in, uint64_t limit);

// Writes a file beside its place and renames it, so that no half file is left. Throws Error(write_failed).
void write_file(const std::string& path, std::string_view bytes);

}  // namespace isnad
