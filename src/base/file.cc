#include "base/file.h"

#include <filesystem>
#include <fstream>

#include "base/error.h"

namespace isnad {

bool file_exists(const std::string& path) {
  std::error_code ignored;
  return std::filesystem::exists(path, ignored);
}

std::string read_file(const std::string& path, uint64_t limit) {
  std::error_code error;
  if (!std::filesystem::exists(path, error)) throw Error(ErrorCode::not_found, path, "there is no such file");
  std::ifstream in(path, std::ios::binary);
  if (!in) throw Error(ErrorCode::unreadable, path, "the file can't be read");
  std::string bytes = read_stream_bytes(in, limit);
  if (bytes.size() > limit) {
    throw Error(ErrorCode::too_large, path, "the file is larger than " + std::to_string(limit >> 20) + " MiB");
  }
  if (in.bad()) throw Error(ErrorCode::unreadable, path, "the file can't be read to its end");
  return bytes;
}

std::string read_stream_bytes(std::istream& in, uint64_t limit) {
  std::string bytes;
  char buffer[1 << 16];
  while (bytes.size() <= limit && (in.read(buffer, sizeof buffer) || in.gcount() > 0)) {
    bytes.append(buffer, static_cast<size_t>(in.gcount()));
  }
  return bytes;
}

void write_file(const std::string& path, std::string_view bytes) {
  const std::string beside = path + ".part";
  {
    std::ofstream out(beside, std::ios::binary | std::ios::trunc);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.flush();
    if (!out) throw Error(ErrorCode::write_failed, path, "the file can't be written");
  }
  std::error_code error;
  std::filesystem::rename(beside, path, error);
  if (error) throw Error(ErrorCode::write_failed, path, "the file can't be written: " + error.message());
}

}  // namespace isnad
