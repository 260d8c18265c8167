// Ends of a figure's interval, open ones as infinity, and the interval in words.
#pragma once

#include <limits>
#include <optional>
#include <string>

#include "document/claims.h"

namespace isnad {

inline double lower_end(const Figure& figure) { return figure.min.value_or(0); }

inline double upper_end(const Figure& figure) { return figure.max.value_or(std::numeric_limits<double>::infinity()); }

// "18", "10–20", "18 or more", "up to 5"; in Arabic "من 10 إلى 20", "18 فأكثر", since signs are mirrored there.
std::string interval_text(const std::optional<double>& min, const std::optional<double>& max, bool arabic);

inline std::string interval_text(const Figure& figure, bool arabic) {
  return interval_text(figure.min, figure.max, arabic);
}

}  // namespace isnad
