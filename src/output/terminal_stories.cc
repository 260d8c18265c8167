// The terminal views of `isnad stories` and `isnad copies`.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "output/json.h"
#include "output/terminal.h"
#include "output/terminal_canvas.h"
#include "stories/stories_copies.h"

namespace isnad {
namespace {

constexpr std::string_view gap = " │ ";
constexpr size_t gap_width = 3;

class Words {
 public:
  Words(const InterfaceText& words, const TerminalOptions& options) : words_(words), options_(options) {}
  std::string text(std::string_view key) const { return std::string(words_.text(key, options_.language)); }
  std::string count(std::string_view key, double number) const {
    return words_.text(key, options_.language, format_number(number, options_.digits));
  }

 private:
  const InterfaceText& words_;
  const TerminalOptions& options_;
};

// First and last day of the story's reports: "2015-07-20 – 2015-07-22".
std::string days_of(const Collection& collection, const Story& story) {
  std::set<std::string> days;
  for (const uint32_t d : story.documents) days.insert(published_text(collection.documents[d]).substr(0, 10));
  days.erase("");
  if (days.empty()) return {};
  return days.size() == 1 ? *days.begin() : *days.begin() + " – " + *days.rbegin();
}

// Words of both passages that belong side by side; the marks of a change are part of them.
struct Unit {
  std::string a;
  std::string b;
  bool a_touches = false;  // no blank stands before it
  bool b_touches = false;
};

bool touches(const Document& document, uint32_t at) {
  return at > 0 && static_cast<unsigned char>(document.text[at - 1]) > ' ' && at < document.text.size() &&
         static_cast<unsigned char>(document.text[at]) > ' ';
}

std::vector<std::string> words_of(std::string_view text) { return wrap(text, 1); }

// ⟦ ⟧ around words that were replaced, ⟪ ⟫ around words that the other report has not.
std::string marked(std::string_view words, bool replaced) {
  if (words.empty()) return {};
  return (replaced ? "⟦" : "⟪") + std::string(words) + (replaced ? "⟧" : "⟫");
}

// Unchanged words one by one; where blanks part them otherwise in the two reports, all at once.
void add_unchanged(std::string_view a, std::string_view b, std::vector<Unit>& units) {
  const std::vector<std::string> a_words = words_of(a), b_words = words_of(b);
  if (a_words.size() != b_words.size()) {
    if (!a_words.empty() || !b_words.empty()) units.push_back({std::string(a), std::string(b)});
    return;
  }
  for (size_t i = 0; i < a_words.size(); ++i) units.push_back({a_words[i], b_words[i]});
}

std::vector<Unit> units_of(const Document& a, const Document& b, const Reuse& reuse) {
  std::vector<Unit> units;
  uint32_t a_at = reuse.a.span.start, b_at = reuse.b.span.start;
  const auto add_up_to = [&](uint32_t a_end, uint32_t b_end) {
    const size_t before = units.size();
    add_unchanged(a.bytes({a_at, std::max(a_at, a_end)}), b.bytes({b_at, std::max(b_at, b_end)}), units);
    if (before == units.size()) return;
    units[before].a_touches = touches(a, a_at);
    units[before].b_touches = touches(b, b_at);
  };
  for (const Change& change : reuse.changes) {
    add_up_to(change.a.start, change.b.start);
    const bool replaced = !change.a.empty() && !change.b.empty();
    units.push_back({marked(a.bytes(change.a), replaced), marked(b.bytes(change.b), replaced),
                     touches(a, change.a.start), touches(b, change.b.start)});
    a_at = change.a.end;
    b_at = change.b.end;
  }
  add_up_to(reuse.a.span.end, reuse.b.span.end);
  return units;
}

// Arabic stands at the right border of its column, as it does on paper.
std::string cell(const Canvas& canvas, const std::string& text, size_t width) {
  const std::string blanks(width - std::min(width, display_width(text)), ' ');
  return runs_right_to_left(text) ? blanks + canvas.quoted(text) : canvas.quoted(text) + blanks;
}

void write_columns(Canvas& canvas, const std::string& left, const std::string& right) {
  const size_t width = (canvas.width() - gap_width) / 2;
  const std::vector<std::string> a = wrap(left, width), b = wrap(right, width);
  for (size_t row = 0; row < std::max(a.size(), b.size()); ++row) {
    std::string line = cell(canvas, row < a.size() ? a[row] : std::string(), width) + std::string(gap) +
                       cell(canvas, row < b.size() ? b[row] : std::string(), width);
    line.erase(line.find_last_not_of(' ') + 1);
    canvas.line(line);
  }
}

// Rows in which the same words stand beside one another.
void write_side_by_side(Canvas& canvas, const std::vector<Unit>& units) {
  const size_t width = (canvas.width() - gap_width) / 2;
  Unit row;
  const auto with = [](const std::string& text, const std::string& more, bool touching) {
    return text.empty() || more.empty() || touching ? text + more : text + ' ' + more;
  };
  for (const Unit& unit : units) {
    Unit longer{with(row.a, unit.a, unit.a_touches), with(row.b, unit.b, unit.b_touches)};
    if (std::max(display_width(longer.a), display_width(longer.b)) > width && !(row.a.empty() && row.b.empty())) {
      write_columns(canvas, row.a, row.b);
      longer = unit;
    }
    row = std::move(longer);
  }
  write_columns(canvas, row.a, row.b);
}

std::string heading_of(const Document& document) {
  const std::string day = published_text(document).substr(0, 10);
  return document.id + " · " + label_of(document) + (day.empty() ? "" : " · " + day);
}

void write_passage(Canvas& canvas, const Words& words, const Collection& collection, const Reuse& reuse) {
  const Document &a = collection.documents[reuse.a.document], &b = collection.documents[reuse.b.document];
  canvas.blank();
  canvas.line(canvas.ink(words.count("likeness_percent", static_cast<double>(static_cast<int>(100 * reuse.likeness))),
                         Ink::accent));
  write_side_by_side(canvas, units_of(a, b, reuse));
  for (const Change& change : reuse.changes) {
    if (!change.number && !change.name) continue;
    const std::string label = words.text(change.number ? "change.number" : "change.name");
    const auto side = [&](const Document& document, const Span& span) {
      return span.empty() ? std::string("–") : canvas.quoted(document.bytes(span));
    };
    canvas.line("  " + canvas.ink(label, Ink::warning) + ": " + side(a, change.a) + " | " + side(b, change.b));
  }
}

}  // namespace

std::string stories_view(const Collection& collection, const InterfaceText& interface, const TerminalOptions& options) {
  Canvas canvas(options);
  const Words words(interface, options);
  const std::vector<uint32_t> independent = independent_reports(collection);
  canvas.line(words.count("stories_count", static_cast<double>(collection.stories.size())));
  for (uint32_t s = 0; s < collection.stories.size(); ++s) {
    const Story& story = collection.stories[s];
    canvas.blank();
    canvas.line(canvas.ink(canvas.quoted(shorten(story.title, options.width)), Ink::strong));
    std::string facts = words.count("reports_count", static_cast<double>(story.documents.size())) + " · " +
                        words.count("independent_count", independent[s]);
    if (!story.in_part.empty())
      facts += " · " + words.count("in_part_count", static_cast<double>(story.in_part.size()));
    if (const std::string days = days_of(collection, story); !days.empty()) facts += " · " + days;
    canvas.line("  " + facts + " · " + canvas.ink(story.id, Ink::faint));
  }
  return canvas.take();
}

std::string copies_view(const Collection& collection, uint32_t a, uint32_t b, const InterfaceText& interface,
                        const TerminalOptions& options) {
  Canvas canvas(options);
  const Words words(interface, options);
  std::vector<const Reuse*> shared;
  for (const Reuse& reuse : collection.reuse) {
    if (reuse.a.document == a && reuse.b.document == b) shared.push_back(&reuse);
  }
  write_columns(canvas, heading_of(collection.documents[a]), heading_of(collection.documents[b]));
  write_columns(canvas, collection.documents[a].title, collection.documents[b].title);
  canvas.blank();
  if (shared.empty()) {
    canvas.line(words.text("no_shared_passages"));
    return canvas.take();
  }
  static constexpr const char* directions[] = {"direction.unknown", "direction.a_from_b", "direction.b_from_a"};
  const Reuse& first = *shared.front();
  std::string facts = words.count("shared_passages", static_cast<double>(shared.size())) + " · " +
                      words.text(directions[static_cast<size_t>(first.direction)]);
  if (!first.direction_reason.empty()) facts += " (" + words.text("reason." + first.direction_reason) + ")";
  canvas.line(facts);
  canvas.line(canvas.ink(words.text("marks_of_changes"), Ink::faint));
  for (const Reuse* reuse : shared) write_passage(canvas, words, collection, *reuse);
  return canvas.take();
}

}  // namespace isnad
