#include "stories/intervals.h"

#include <fmt/format.h>

namespace isnad {

std::string interval_text(const std::optional<double>& min, const std::optional<double>& max, bool arabic) {
  if (min && max) {
    if (*min == *max) return fmt::format("{}", *min);
    return fmt::format(fmt::runtime(arabic ? "من {} إلى {}" : "{}–{}"), *min, *max);
  }
  if (min) return fmt::format(fmt::runtime(arabic ? "{} فأكثر" : "{} or more"), *min);
  if (max) return fmt::format(fmt::runtime(arabic ? "حتى {}" : "up to {}"), *max);
  return "?";
}

}  // namespace isnad
