// The one error type: thrown only while reading files and arguments, caught once, at the edge.
#pragma once

#include <stdexcept>
#include <string>

namespace isnad {

enum class ErrorCode { usage, not_found, unreadable, bad_format, not_text, too_large, write_failed };

class Error : public std::runtime_error {
 public:
  // place: "FILE" or "FILE:LINE"; may be empty. sentence: what is wrong, for a user.
  Error(ErrorCode code, std::string place, const std::string& sentence)
      : std::runtime_error(place.empty() ? sentence : place + ": " + sentence), code_(code), place_(std::move(place)) {}

  ErrorCode code() const { return code_; }
  const std::string& place() const { return place_; }

 private:
  ErrorCode code_;
  std::string place_;
};

}  // namespace isnad
