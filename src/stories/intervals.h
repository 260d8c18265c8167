// Ends of a figure's interval, open ones as infinity, and the interval in words.
#pragma once

#include <fmt/format.h>

#include <limits>
#include <string>

#include "document/claims.h"

namespace isnad {

inline double lower_end(const Figure& figure) { return figure.min.value_or(0); }

inline double upper_end(const Figure& figure) {
  return figure.max.value_or(std::numeric_limits<double>::infinity());
}

// "18", "10–20", "≥ 1000", "≤ 5".
inline std::string interval_text(const Figure& figure) {
  if (figure.min && figure.max) {
    return *figure.min == *figure.max ? fmt::format("{}", *figure.min) : fmt::format("{}–{}", *figure.min, *figure.max);
  }
  if (figure.min) return fmt::format("≥ {}", *figure.min);
  return figure.max ? fmt::format("≤ {}", *figure.max) : "?";
}

}  // namespace isnad
