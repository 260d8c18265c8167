#include "base/byte_stream.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "base/error.h"

namespace isnad {
namespace {

constexpr size_t chunk_bytes = 1u << 16;

}  // namespace

size_t MemoryStream::read(char* to, size_t size) {
  const size_t taken = std::min(size, rest_.size());
  if (taken > 0) std::memcpy(to, rest_.data(), taken);
  rest_.remove_prefix(taken);
  return taken;
}

FileStream::FileStream(const std::string& path) : path_(path) {
  file_ = path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file_ < 0 && errno == ENOENT) throw Error(ErrorCode::not_found, path, "there is no such file");
  if (file_ < 0) throw Error(ErrorCode::unreadable, path, "the file can't be read");
}

FileStream::~FileStream() {
  if (file_ > STDIN_FILENO) ::close(file_);
}

size_t FileStream::read(char* to, size_t size) {
  while (true) {
    const ssize_t got = ::read(file_, to, size);
    if (got >= 0) return static_cast<size_t>(got);
    if (errno != EINTR) throw Error(ErrorCode::unreadable, path_, "the file can't be read");
  }
}

bool PeekStream::fill(size_t size) {
  while (buffer_.size() - at_ < size) {
    if (at_ > 0) {
      buffer_.erase(0, at_);
      at_ = 0;
    }
    if (failure_) {  // what came before it is read first
      if (!buffer_.empty()) return false;
      std::rethrow_exception(std::exchange(failure_, nullptr));
    }
    const size_t before = buffer_.size();
    buffer_.resize(before + std::max(chunk_bytes, size - before));
    size_t got = 0;
    try {
      got = in_.read(buffer_.data() + before, buffer_.size() - before);
    } catch (...) {
      failure_ = std::current_exception();
    }
    buffer_.resize(before + got);
    if (got == 0 && !failure_) return false;
  }
  return true;
}

std::string_view PeekStream::peek(size_t size) {
  fill(size);
  return std::string_view(buffer_).substr(at_, size);
}

size_t PeekStream::read(char* to, size_t size) {
  if (at_ == buffer_.size()) {
    if (size >= chunk_bytes && !failure_) {  // nothing looked at: straight through
      const size_t got = in_.read(to, size);
      position_ += got;
      return got;
    }
    if (size == 0 || !fill(1)) return 0;
  }
  const size_t taken = std::min(size, buffer_.size() - at_);
  std::memcpy(to, buffer_.data() + at_, taken);
  at_ += taken;
  position_ += taken;
  return taken;
}

uint64_t PeekStream::skip(uint64_t size) {
  uint64_t left = size;
  while (left > 0 && (at_ < buffer_.size() || fill(1))) {
    const auto taken = static_cast<size_t>(std::min<uint64_t>(left, buffer_.size() - at_));
    at_ += taken;
    position_ += taken;
    left -= taken;
  }
  return size - left;
}

bool PeekStream::line(std::string& out, size_t limit) {
  out.clear();
  if (at_ == buffer_.size() && !fill(1)) return false;
  while (true) {
    const char* from = buffer_.data() + at_;
    const auto* found = static_cast<const char*>(std::memchr(from, '\n', buffer_.size() - at_));
    const size_t size = found ? static_cast<size_t>(found - from) : buffer_.size() - at_;
    if (out.size() < limit) out.append(from, std::min(size, limit - out.size()));
    at_ += size + (found ? 1 : 0);
    position_ += size + (found ? 1 : 0);
    if (found || !fill(1)) break;
  }
  if (out.ends_with('\r')) out.pop_back();
  return true;
}

std::string read_all(ByteStream& in, uint64_t limit) {
  std::string bytes;
  while (bytes.size() <= limit) {
    const size_t before = bytes.size();
    bytes.resize(before + chunk_bytes);
    const size_t got = in.read(bytes.data() + before, chunk_bytes);
    bytes.resize(before + got);
    if (got == 0) break;
  }
  return bytes;
}

}  // namespace isnad
