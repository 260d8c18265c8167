// Lines of a stream of any size, one at a time, in constant memory.
#pragma once

#include <string>

#include "base/byte_stream.h"

namespace isnad {

class LineReader {
 public:
  // limit: bytes that one line may have; a longer one is skipped and reported.
  LineReader(ByteStream& in, size_t limit) : in_(in), limit_(limit) {}

  enum class Result { line, too_long, end };
  // The next line, without its end, in line().
  Result next();
  const std::string& line() const { return line_; }
  size_t number() const { return number_; }  // from 1

 private:
  bool fill();

  ByteStream& in_;
  size_t limit_;
  std::string line_;
  std::string buffer_;
  size_t at_ = 0;
  size_t number_ = 0;
};

}  // namespace isnad
