// Unpacking: gzip, xz, bzip2, zstd, zip and tar as streams, with one limit on how far an input may expand.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "base/byte_stream.h"

namespace isnad {

// How far one input of the user may expand, over all archives inside one another: 300 times its size and 64 MiB.
class UnpackBudget {
 public:
  void add_packed(uint64_t bytes) { packed_ += bytes; }
  // Throws Error(too_large) at `place` where the limit is passed.
  void add_unpacked(uint64_t bytes, const std::string& place);

 private:
  uint64_t packed_ = 0;
  uint64_t unpacked_ = 0;
};

// Counts what is read of the user's input.
class CountedStream : public ByteStream {
 public:
  CountedStream(ByteStream& in, UnpackBudget& budget) : in_(in), budget_(budget) {}
  size_t read(char* to, size_t size) override;

 private:
  ByteStream& in_;
  UnpackBudget& budget_;
};

// The bytes of all members of a gzip file. Throws Error(bad_format) where they are broken; the next read then goes on
// at the next member, so that one broken record of a web archive does not hide the others.
class GzipStream : public ByteStream {
 public:
  GzipStream(ByteStream& in, UnpackBudget& budget, std::string place);
  ~GzipStream() override;
  size_t read(char* to, size_t size) override;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// The bytes of an xz, bzip2 or zstd file.
class DecompressedStream : public ByteStream {
 public:
  DecompressedStream(ByteStream& in, UnpackBudget& budget, std::string place);
  ~DecompressedStream() override;
  size_t read(char* to, size_t size) override;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// The files of a zip or tar archive, one after another.
class ArchiveReader {
 public:
  ArchiveReader(ByteStream& in, UnpackBudget& budget, std::string place);
  ~ArchiveReader();
  ArchiveReader(const ArchiveReader&) = delete;
  ArchiveReader& operator=(const ArchiveReader&) = delete;

  // Goes to the next regular file; false at the end. Throws Error(bad_format) where the archive is broken.
  bool next();
  const std::string& name() const;
  bool encrypted() const;
  // Bytes of the file; valid until next().
  ByteStream& content();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace isnad
