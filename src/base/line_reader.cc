#include "base/line_reader.h"

#include <cstring>

namespace isnad {

bool LineReader::fill() {
  buffer_.resize(1 << 16);
  at_ = 0;
  buffer_.resize(in_.read(buffer_.data(), buffer_.size()));
  return !buffer_.empty();
}

LineReader::Result LineReader::next() {
  line_.clear();
  if (at_ >= buffer_.size() && !fill()) return Result::end;
  ++number_;
  bool too_long = false;
  while (true) {
    const auto* found = static_cast<const char*>(std::memchr(buffer_.data() + at_, '\n', buffer_.size() - at_));
    const size_t end = found ? static_cast<size_t>(found - buffer_.data()) : buffer_.size();
    too_long = too_long || line_.size() + (end - at_) > limit_;
    if (!too_long) line_.append(buffer_, at_, end - at_);
    at_ = found ? end + 1 : end;
    if (found || !fill()) return too_long ? Result::too_long : Result::line;
  }
}

}  // namespace isnad
