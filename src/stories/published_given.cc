#include "stories/published_given.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <vector>

#include "base/calendar.h"
#include "base/fold.h"

namespace isnad {
namespace {

std::optional<int> number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

bool valid(int year, int month, int day) {
  return year >= 1000 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= days_in_month(year, month);
}

Day day_of(int year, int month, int day) { return {year, static_cast<unsigned>(month), static_cast<unsigned>(day)}; }

// "HH:MM[:SS][.fraction][ ][zone]" → "HH:MM:SS" and zone.
void read_clock(std::string_view text, GivenDate& date) {
  while (!text.empty() && (text.front() == ' ' || text.front() == 'T' || text.front() == 't')) text.remove_prefix(1);
  if (text.size() < 5 || text[2] != ':') return;
  const auto hour = number(text.substr(0, 2)), minute = number(text.substr(3, 2));
  if (!hour || !minute || *hour > 24 || *minute > 59) return;
  text.remove_prefix(5);
  int second = 0;
  if (text.size() >= 3 && text[0] == ':') {
    if (const auto found = number(text.substr(1, 2))) second = *found;
    text.remove_prefix(3);
  }
  if (!text.empty() && text[0] == '.') {
    text.remove_prefix(1);
    while (!text.empty() && text[0] >= '0' && text[0] <= '9') text.remove_prefix(1);
  }
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  date.hour = *hour;
  date.time = fmt::format("{:02}:{:02}:{:02}", *hour, *minute, second);
  if (text == "Z" || text == "z" || text == "GMT" || text == "UTC" || text == "gmt" || text == "utc") {
    date.time += 'Z';
  } else if (text.size() >= 5 && (text[0] == '+' || text[0] == '-')) {
    const bool colon = text[3] == ':';
    const auto hours = number(text.substr(1, 2)), minutes = number(text.substr(colon ? 4 : 3, 2));
    if (hours && minutes) date.time += fmt::format("{}{:02}:{:02}", text[0], *hours, *minutes);
  }
}

// "YYYY-MM-DD", "YYYY/MM/DD", "YYYYMMDD" with or without a clock time behind.
std::optional<GivenDate> read_iso(std::string_view text) {
  if (text.size() == 8) {
    const auto y = number(text.substr(0, 4)), m = number(text.substr(4, 2)), d = number(text.substr(6, 2));
    if (y && m && d && valid(*y, *m, *d)) return GivenDate{day_of(*y, *m, *d), {}, -1};
  }
  if (text.size() < 10 || (text[4] != '-' && text[4] != '/')) return std::nullopt;
  const auto y = number(text.substr(0, 4)), m = number(text.substr(5, 2)), d = number(text.substr(8, 2));
  if (!y || !m || !d || !valid(*y, *m, *d)) return std::nullopt;
  GivenDate date{day_of(*y, *m, *d), {}, -1};
  read_clock(text.substr(10), date);
  return date;
}

// RFC 2822 and its kin: "Mon, 20 Jul 2015 10:00:00 +0300", "20 July 2015", "July 20, 2015".
std::optional<GivenDate> read_named_month(const std::string& text) {
  constexpr std::array<std::string_view, 12> months = {"jan", "feb", "mar", "apr", "may", "jun",
                                                       "jul", "aug", "sep", "oct", "nov", "dec"};
  int year = 0, month = 0, day = 0;
  size_t at = 0;
  while (at < text.size()) {
    const size_t end = std::min(text.find_first_of(" ,-/", at), text.size());
    const std::string_view word = std::string_view(text).substr(at, end - at);
    if (const auto value = number(word)) {
      if (word.size() == 4 && year == 0)
        year = *value;
      else if (word.size() <= 2 && day == 0)
        day = *value;
    } else {
      for (size_t k = 0; k < months.size() && month == 0; ++k) {
        if (word.size() >= 3 && word.starts_with(months[k])) month = static_cast<int>(k) + 1;
      }
    }
    at = end + 1;
    if (year != 0 && month != 0 && day != 0) break;
  }
  if (!valid(year, month, day)) return std::nullopt;
  GivenDate date{day_of(year, month, day), {}, -1};
  if (at < text.size()) read_clock(std::string_view(text).substr(at), date);
  return date;
}

// Seconds or milliseconds since 1970.
std::optional<GivenDate> read_epoch(std::string_view text) {
  int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || text.size() < 9) return std::nullopt;
  if (text.size() >= 12) value /= 1000;
  if (value < 0 || value > int64_t{253402300799}) return std::nullopt;
  const CalendarDay day = calendar_day(static_cast<int32_t>(value / 86400));
  const auto second = static_cast<int>(value % 86400);
  GivenDate date{day_of(day.year, day.month, day.day), {}, second / 3600};
  date.time = fmt::format("{:02}:{:02}:{:02}Z", second / 3600, second / 60 % 60, second % 60);
  return date;
}

bool digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

std::optional<Day> day_of_address(std::string_view url) {
  for (size_t at = 0; at + 10 <= url.size(); ++at) {
    const char mark = url[at + 4];
    if ((mark != '/' && mark != '-') || url[at + 7] != mark) continue;
    const std::string_view year = url.substr(at, 4), month = url.substr(at + 5, 2), day = url.substr(at + 8, 2);
    if (!digits(year) || !digits(month) || !digits(day)) continue;
    const bool longer =
        (at > 0 && digits(url.substr(at - 1, 1))) || (at + 10 < url.size() && digits(url.substr(at + 10, 1)));
    const int y = *number(year), m = *number(month), d = *number(day);
    if (!longer && y >= 1990 && valid(y, m, d)) return day_of(y, m, d);
  }
  return std::nullopt;
}

std::optional<GivenDate> read_given_date(std::string_view given) {
  const std::string text = folded(given);
  const size_t first = text.find_first_not_of(' ');
  if (first == std::string::npos) return std::nullopt;
  const std::string_view trimmed = std::string_view(text).substr(first, text.find_last_not_of(' ') - first + 1);
  if (auto date = read_iso(trimmed)) return date;
  if (auto date = read_epoch(trimmed)) return date;
  return read_named_month(std::string(trimmed));
}

}  // namespace isnad
