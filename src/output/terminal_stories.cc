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

// The passage with ⟦ ⟧ around the changed words of its side.
std::string marked(const Document& document, const Passage& passage, const std::vector<Change>& changes,
                   Span Change::*side) {
  std::string out;
  uint32_t at = passage.span.start;
  for (const Change& change : changes) {
    const Span& span = change.*side;
    if (span.empty() || span.start < at || span.end > passage.span.end) continue;
    out += document.bytes({at, span.start});
    out += "⟦";
    out += document.bytes(span);
    out += "⟧";
    at = span.end;
  }
  return out + std::string(document.bytes({at, passage.span.end}));
}

void write_columns(Canvas& canvas, const std::string& left, const std::string& right) {
  const size_t width = (canvas.width() - gap_width) / 2;
  const std::vector<std::string> a = wrap(left, width), b = wrap(right, width);
  for (size_t row = 0; row < std::max(a.size(), b.size()); ++row) {
    const std::string cell = row < a.size() ? a[row] : std::string();
    const std::string blanks(width - std::min(width, display_width(cell)), ' ');
    canvas.line(canvas.quoted(cell) + blanks + std::string(gap) +
                (row < b.size() ? canvas.quoted(b[row]) : std::string()));
  }
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
  write_columns(canvas, marked(a, reuse.a, reuse.changes, &Change::a), marked(b, reuse.b, reuse.changes, &Change::b));
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
  for (const Reuse* reuse : shared) write_passage(canvas, words, collection, *reuse);
  return canvas.take();
}

}  // namespace isnad
