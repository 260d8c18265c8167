#include "stories/publication.h"

#include <fmt/format.h>

namespace isnad {

bool published_before(const Document& a, const Document& b) {
  if (a.published.known() != b.published.known()) return a.published.known();
  if (a.published != b.published) return a.published < b.published;
  return !a.published_time.empty() && !b.published_time.empty() && a.published_time < b.published_time;
}

std::string iso_day(const Day& day) {
  return day.known() ? fmt::format("{:04}-{:02}-{:02}", day.year, day.month, day.day) : std::string();
}

}  // namespace isnad
