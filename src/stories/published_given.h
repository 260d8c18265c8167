// The publication date of the metadata: ISO, "YYYY-MM-DD HH:MM:SS", RFC 2822, seconds or milliseconds since 1970.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "document/document.h"

namespace isnad {

struct GivenDate {
  Day day;
  std::string time;  // "HH:MM:SS" and zone as given; empty: none
  int hour = -1;
};

// The day that an address bears ("/2015/07/20/", "2015-07-20"), as news sites write it; empty where it bears none.
std::optional<Day> day_of_address(std::string_view url);

// Empty where the text is no date.
std::optional<GivenDate> read_given_date(std::string_view text);

}  // namespace isnad
