#include "stories/saying.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace isnad {
namespace {

Update update_of(const Document& document, const Figure& figure) {
  if (figure.update != Update::none) return figure.update;
  const uint32_t index = sentence_at(document, figure.span.start);
  if (index == none) return Update::none;
  const Span sentence = document.sentences[index].span;
  const bool initial = std::any_of(document.figures.begin(), document.figures.end(), [&](const Figure& other) {
    return other.update == Update::initial && sentence.contains(other.span);
  });
  const bool before = std::any_of(document.times.begin(), document.times.end(), [&](const Time& time) {
    return time.value == "PAST_REF" && sentence.contains(time.span);
  });
  return initial || before ? Update::initial : Update::none;
}

// "2021-05-04" and "2021-05-04TEV"; nothing for weeks, months and durations.
std::optional<Day> day_of(std::string_view value) {
  if (value.size() < 10 || value[4] != '-' || value[7] != '-') return std::nullopt;
  const auto number = [&](size_t at, size_t digits) {
    unsigned read = 0;
    const auto end = std::from_chars(value.data() + at, value.data() + at + digits, read);
    return end.ec == std::errc() ? read : 0U;
  };
  const Day day{static_cast<int>(number(0, 4)), number(5, 2), number(8, 2)};
  return day.month == 0 || day.day == 0 ? std::nullopt : std::optional(day);
}

// The day between cue and content, not one within what is said.
std::optional<Day> day_of_saying(const Document& document, const Figure& figure) {
  if (figure.statement == none) return std::nullopt;
  const Statement& statement = document.statements[figure.statement];
  const Span whole = join(statement.cue, statement.content);
  for (const Time& time : document.times) {
    if (!whole.contains(time.span) || statement.content.contains(time.span)) continue;
    const std::optional<Day> day = day_of(time.value);
    if (day && (!document.published.known() || *day <= document.published)) return day;
  }
  return std::nullopt;
}

}  // namespace

Said said_of(const Collection& collection, const CopiedFigures& copies, const FigureRef& ref) {
  const Document& document = collection.documents[ref.document];
  const Figure& figure = document.figures[ref.figure];
  Said said{document.published, document.published_time, document.published, update_of(document, figure), false};
  if (const std::optional<Day> day = day_of_saying(document, figure); day && *day != said.day) {
    said.day = *day;
    said.time.clear();
  }
  for (const FigureRef& copy : copies.copies_of(ref)) {
    const Document& other = collection.documents[copy.document];
    if (!other.published.known() || !said.day.known() || other.published >= said.day) continue;
    said.day = other.published;
    said.time = other.published_time;
    said.published = other.published;
    said.reprinted = true;
  }
  return said;
}

bool said_before(const Said& a, const Said& b) {
  if (!a.day.known() || !b.day.known()) return false;
  if (a.day != b.day) return a.day < b.day;
  if (!a.time.empty() && !b.time.empty()) return a.time < b.time;
  return a.published < b.published;
}

}  // namespace isnad
