// Streams of bytes that are pulled: files, standard input and what stands inside archives, in constant memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <exception>
#include <string>
#include <string_view>

namespace isnad {

class ByteStream {
 public:
  virtual ~ByteStream() = default;
  // Up to `size` bytes to `to`; how many. 0 only at the end. Throws Error where the bytes can't be got.
  virtual size_t read(char* to, size_t size) = 0;
};

// Bytes of memory that outlives the stream.
class MemoryStream : public ByteStream {
 public:
  explicit MemoryStream(std::string_view bytes) : rest_(bytes) {}
  size_t read(char* to, size_t size) override;

 private:
  std::string_view rest_;
};

// A file, or standard input where the path is "-". Throws Error(not_found, unreadable).
class FileStream : public ByteStream {
 public:
  explicit FileStream(const std::string& path);
  ~FileStream() override;
  FileStream(const FileStream&) = delete;
  FileStream& operator=(const FileStream&) = delete;
  size_t read(char* to, size_t size) override;

 private:
  std::string path_;
  int file_ = -1;
};

// A stream that can be looked into before it is read. An Error of the stream below is thrown where it would be met by
// reading, not by looking.
class PeekStream : public ByteStream {
 public:
  explicit PeekStream(ByteStream& in) : in_(in) {}

  // The next bytes without taking them: `size` of them, fewer only at the end. Valid until the next call of anything.
  std::string_view peek(size_t size);
  size_t read(char* to, size_t size) override;
  // Takes up to `size` bytes and drops them; how many there were.
  uint64_t skip(uint64_t size);
  // Takes the next line without its end ("\n" or "\r\n"). Of a longer one the first `limit` bytes; the rest is dropped.
  // False at the end.
  bool line(std::string& out, size_t limit);
  // Bytes taken so far.
  uint64_t position() const { return position_; }

 private:
  bool fill(size_t size);

  ByteStream& in_;
  std::string buffer_;
  std::exception_ptr failure_;  // of in_, behind what is in buffer_
  size_t at_ = 0;
  uint64_t position_ = 0;
};

// Bytes of a stream to its end, or the first limit + 1 bytes of one that has more.
std::string read_all(ByteStream& in, uint64_t limit);

}  // namespace isnad
