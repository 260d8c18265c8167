#include "read/page_dates.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/calendar.h"
#include "base/fold.h"
#include "base/utf8.h"
#include "lexicon/table.h"

namespace isnad {
namespace {

constexpr size_t longest_text = 600;  // bytes that are looked at
constexpr int first_year = 1990, last_year = 2100;

struct Run {
  std::string_view text;
  int number = -1;     // of a run of at most 4 digits
  char before = 0;     // the mark right before it, where only one mark and no blank parts it from the run before
  bool glued = false;  // nothing but one mark stands between it and the run before
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_letter(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 0xC0 && c < 0x250) || (c >= 0x620 && c < 0x700 && c != 0x66A && c != 0x6D4);
}

std::vector<Run> runs_of(std::string_view text) {
  std::vector<Run> runs;
  size_t last_end = 0;
  for (size_t at = 0; at < text.size();) {
    const size_t start = at;
    if (is_digit(text[at])) {
      while (at < text.size() && is_digit(text[at])) ++at;
    } else {
      for (CodePoint c = code_point_at(text, at); c.size > 0 && is_letter(c.value); c = code_point_at(text, at))
        at += c.size;
    }
    if (at == start) {
      at += code_point_at(text, at).size;
      continue;
    }
    Run run{text.substr(start, at - start), -1, 0, false};
    if (is_digit(run.text[0]) && run.text.size() <= 4) std::from_chars(run.text.begin(), run.text.end(), run.number);
    run.glued = start == last_end + 1 && text[last_end] != ' ' && !runs.empty();
    if (run.glued) run.before = text[last_end];
    runs.push_back(run);
    last_end = at;
  }
  return runs;
}

bool valid(int year, int month, int day) {
  return year >= first_year && year <= last_year && month >= 1 && month <= 12 && day >= 1 &&
         day <= days_in_month(year, month);
}

class Finder {
 public:
  Finder(std::string_view text, const PageLexicon& lexicon) : lexicon_(lexicon), runs_(runs_of(text)) {
    for (const Run& run : runs_) latin_half_ = latin_half_ || run.text == "am" || run.text == "pm";
  }

  std::vector<PageDate> run() {
    std::vector<PageDate> found, hijri;
    size_t from = 0;  // behind the last date
    for (size_t i = 0; i < runs_.size();) {
      PageDate date;
      bool is_hijri = false;
      const size_t size = date_at(i, date, is_hijri);
      if (size == 0) {
        ++i;
        continue;
      }
      take_label(from, i, date);
      take_clock(i, i + size, date);
      (is_hijri ? hijri : found).push_back(date);
      i += size;
      from = i;
    }
    return found.empty() ? hijri : found;
  }

 private:
  int number(size_t i) const { return i < runs_.size() ? runs_[i].number : -1; }

  // The month named at run i: its number of runs in size.
  const PageMonth* month_at(size_t i, size_t& size) const {
    for (size = 2; size > 0; --size) {
      if (i + size > runs_.size()) continue;
      std::string name(runs_[i].text);
      if (size == 2) name.append(" ").append(runs_[i + 1].text);
      const auto found = lexicon_.months.find(name);
      if (found != lexicon_.months.end()) return &found->second;
    }
    return nullptr;
  }

  size_t date_at(size_t i, PageDate& date, bool& hijri) const {
    if (const size_t size = numeric_at(i, date)) return size;
    return named_at(i, date, hijri);
  }

  // "25/1/2010", "2010-01-25", "27.04.2019".
  size_t numeric_at(size_t i, PageDate& date) const {
    if (i + 2 >= runs_.size()) return 0;
    const Run &a = runs_[i], &b = runs_[i + 1], &c = runs_[i + 2];
    if (a.number < 0 || b.number < 0 || c.number < 0 || !b.glued || !c.glued) return 0;
    if (std::string_view("/-.\\").find(b.before) == std::string_view::npos || b.before != c.before) return 0;
    if (a.text.size() == 4 && valid(a.number, b.number, c.number)) {
      date = {a.number, b.number, c.number};
      check_weekday(i, date);
      return 3;
    }
    if (c.text.size() != 4 || a.text.size() > 2 || b.text.size() > 2) return 0;
    const bool day_first = valid(c.number, b.number, a.number), month_first = valid(c.number, a.number, b.number);
    if (!day_first && !month_first) return 0;
    PageDate first{c.number, b.number, a.number}, second{c.number, a.number, b.number};
    const bool first_agrees = day_first && check_weekday(i, first),
               second_agrees = month_first && check_weekday(i, second);
    const bool turn =
        !day_first || (month_first && ((second_agrees && !first_agrees) || (!first_agrees && latin_half_)));
    date = turn ? second : first;
    return 3;
  }

  // "15 أبريل 2007", "07 شباط/فبراير 2011", "February 14, 2023".
  size_t named_at(size_t i, PageDate& date, bool& hijri) const {
    size_t at = i, size = 0;
    if (number(i) >= first_year && number(i) <= last_year) return year_first_at(i, date);
    int day = number(at) >= 1 && number(at) <= 31 ? number(at) : 0;
    if (day > 0) ++at;
    const PageMonth* month = at < runs_.size() ? month_at(at, size) : nullptr;
    if (!month) return 0;
    at += size;
    if (const PageMonth* other = at < runs_.size() ? month_at(at, size) : nullptr;
        other && other->month == month->month && other->hijri == month->hijri) {
      at += size;
    }
    if (day == 0) {
      day = number(at) >= 1 && number(at) <= 31 ? number(at) : 0;
      if (day == 0) return 0;
      ++at;
    }
    const int year = number(at);
    if (at >= runs_.size() || runs_[at].text.size() != 4) return 0;
    hijri = month->hijri;
    if (hijri) {
      if (year < 1300 || year > 1500) return 0;
      const auto days = hijri_day_number(year, month->month, day);
      if (!days) return 0;
      const CalendarDay gregorian = calendar_day(*days);
      date = {gregorian.year, gregorian.month, gregorian.day};
    } else {
      if (!valid(year, month->month, day)) return 0;
      date = {year, month->month, day};
      check_weekday(i, date);
    }
    return at + 1 - i;
  }

  // "2002 مايو 17".
  size_t year_first_at(size_t i, PageDate& date) const {
    size_t size = 0;
    const PageMonth* month = i + 1 < runs_.size() ? month_at(i + 1, size) : nullptr;
    if (!month || month->hijri) return 0;
    const int day = number(i + 1 + size);
    if (i + 1 + size < runs_.size() && runs_[i + 1 + size].text.size() > 2) return 0;
    if (!valid(number(i), month->month, day)) return 0;
    date = {number(i), month->month, day};
    check_weekday(i, date);
    return size + 2;
  }

  // Sets weekday where a day of the week stands in the three runs before, and is the day's.
  bool check_weekday(size_t i, PageDate& date) const {
    for (size_t back = 1; back <= 3 && back <= i; ++back) {
      const auto found = lexicon_.weekdays.find(std::string(runs_[i - back].text));
      if (found == lexicon_.weekdays.end()) continue;
      date.weekday = weekday_of(day_number(date.year, date.month, date.day)) == found->second;
      return date.weekday;
    }
    return false;
  }

  // The last label between two dates.
  void take_label(size_t from, size_t to, PageDate& date) const {
    for (size_t i = from; i < to; ++i) {
      std::string phrase;
      for (size_t size = 1; size <= 3 && i + size <= to; ++size) {
        phrase.append(size > 1 ? " " : "").append(runs_[i + size - 1].text);
        const auto found = lexicon_.labels.find(phrase);
        if (found == lexicon_.labels.end()) continue;
        date.label = found->second;
        date.labelled = true;
      }
    }
  }

  bool clock_at(size_t i, PageDate& date) const {
    if (i + 1 >= runs_.size() || number(i) < 0 || number(i) > 23 || runs_[i + 1].before != ':') return false;
    if (number(i + 1) < 0 || number(i + 1) > 59 || runs_[i + 1].text.size() != 2) return false;
    date.hour = number(i);
    date.minute = number(i + 1);
    size_t next = i + 2;
    if (next < runs_.size() && runs_[next].before == ':') ++next;
    if (next >= runs_.size()) return true;
    const std::string_view half = runs_[next].text;
    const bool evening = half == "pm" || half == "م" || half == "مساء",
               morning = half == "am" || half == "ص" || half == "صباحا";
    if (evening && date.hour < 12) date.hour += 12;
    if (morning && date.hour == 12) date.hour = 0;
    return true;
  }

  void take_clock(size_t start, size_t end, PageDate& date) const {
    for (size_t i = end; i < runs_.size() && i < end + 3; ++i) {
      if (clock_at(i, date)) return;
    }
    for (size_t back = 2; back <= 4 && back <= start; ++back) {
      if (clock_at(start - back, date)) return;
    }
  }

  const PageLexicon& lexicon_;
  std::vector<Run> runs_;
  bool latin_half_ = false;
};

bool all_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

int to_number(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

std::string iso_of_epoch(std::string_view digits) {
  int64_t seconds = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), seconds);
  if (digits.size() >= 12) seconds /= 1000;
  const CalendarDay day = calendar_day(static_cast<int32_t>(seconds / 86400));
  if (!valid(day.year, day.month, day.day)) return {};
  const auto second = static_cast<int>(seconds % 86400);
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", day.year, day.month, day.day, second / 3600,
                     second / 60 % 60, second % 60);
}

}  // namespace

std::vector<PageDate> page_dates(std::string_view text, const PageLexicon& lexicon) {
  const std::string plain = folded(text.substr(0, longest_text));
  if (std::none_of(plain.begin(), plain.end(), is_digit)) return {};
  return Finder(plain, lexicon).run();
}

std::string iso_of(const PageDate& date) {
  std::string iso = fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
  if (date.hour >= 0) iso += fmt::format("T{:02}:{:02}:00", date.hour, date.minute);
  return iso;
}

std::string iso_of_metadata(std::string_view given, const PageLexicon& lexicon) {
  const std::string text = folded(trim(given.substr(0, longest_text)));
  if (text.size() >= 10 && all_digits(text.substr(0, 4)) && (text[4] == '-' || text[4] == '/')) {
    const int year = to_number(text.substr(0, 4)), month = to_number(text.substr(5, 2)),
              day = to_number(text.substr(8, 2));
    if (text[7] == text[4] && valid(year, month, day)) {
      std::string iso(trim(given));
      for (size_t at = 0; at < 10 && text[4] == '/' && at < iso.size(); ++at) iso[at] = iso[at] == '/' ? '-' : iso[at];
      return iso;
    }
  }
  if (text.size() == 8 && all_digits(text)) {
    const PageDate date{to_number(text.substr(0, 4)), to_number(text.substr(4, 2)), to_number(text.substr(6, 2))};
    if (valid(date.year, date.month, date.day)) return iso_of(date);
  }
  if (text.size() >= 9 && text.size() <= 13 && all_digits(text)) return iso_of_epoch(text);
  const std::vector<PageDate> dates = page_dates(text, lexicon);
  return dates.empty() ? std::string() : iso_of(dates.front());
}

std::string iso_of_address(std::string_view url) {
  for (size_t at = 0; at < url.size();) {
    if (!is_digit(url[at])) {
      ++at;
      continue;
    }
    size_t end = at;
    while (end < url.size() && is_digit(url[end])) ++end;
    const std::string_view digits = url.substr(at, end - at);
    const auto try_day = [](std::string_view y, std::string_view m, std::string_view d) {
      const int year = to_number(y), month = to_number(m), day = to_number(d);
      return valid(year, month, day) ? iso_of({year, month, day}) : std::string();
    };
    std::string iso;
    if (digits.size() == 4 && end < url.size() && (url[end] == '/' || url[end] == '-')) {  // "2018/3/22", "2015-07-20"
      size_t month_end = end + 1;
      while (month_end < url.size() && is_digit(url[month_end])) ++month_end;
      size_t day_end = month_end + 1;
      while (day_end < url.size() && is_digit(url[day_end])) ++day_end;
      const size_t month_size = month_end - end - 1, day_size = day_end - month_end - 1;
      if (month_end < url.size() && url[month_end] == url[end] && month_size >= 1 && month_size <= 2 && day_size >= 1 &&
          day_size <= 2) {
        iso = try_day(digits, url.substr(end + 1, month_size), url.substr(month_end + 1, day_size));
      }
    } else if (digits.size() == 8 || (digits.size() > 8 && digits.size() <= 14)) {  // "20150720…", "20072015…"
      iso = try_day(digits.substr(0, 4), digits.substr(4, 2), digits.substr(6, 2));
      if (iso.empty()) iso = try_day(digits.substr(4, 4), digits.substr(2, 2), digits.substr(0, 2));
    }
    if (!iso.empty()) return iso;
    at = end;
  }
  return {};
}

}  // namespace isnad
