#include "search/search_view.h"

#include "output/terminal_canvas.h"

namespace isnad {
namespace {

// The snippet with its matches marked: in colour, or between ⟦ and ⟧.
std::string marked(const SearchHit& hit, const Canvas& canvas, bool color) {
  std::string out;
  uint32_t at = 0;
  for (const Span& mark : hit.marks) {
    out += hit.snippet.substr(at, mark.start - at);
    const std::string word = hit.snippet.substr(mark.start, mark.size());
    out += color ? canvas.ink(word, Ink::accent) : "⟦" + word + "⟧";
    at = mark.end;
  }
  return out + hit.snippet.substr(at);
}

void write_facet(Canvas& canvas, std::string_view label, const std::vector<FacetValue>& values,
                 const TerminalOptions& options) {
  if (values.empty()) return;
  std::string line;
  for (const FacetValue& value : values) {
    if (!line.empty()) line += options.language == Language::arabic ? "، " : ", ";
    line += value.label + " " + format_number(value.count, options.digits);
  }
  canvas.paragraph(line, 2, std::string(label) + ": ");
}

}  // namespace

std::string search_view(const SearchResult& result, const InterfaceText& words, const TerminalOptions& options) {
  Canvas canvas(options);
  const auto text = [&](std::string_view key) { return words.text(key, options.language); };
  for (const std::string& problem : result.problems) canvas.paragraph(canvas.ink(problem, Ink::warning), 0);
  canvas.line(canvas.ink(words.text("search.found", options.language, format_number(result.total, options.digits)),
                         Ink::strong));
  if (!result.did_you_mean.empty())
    canvas.line(words.text("search.did_you_mean", options.language, canvas.quoted(result.did_you_mean)));
  if (result.relaxed) canvas.paragraph(text("search.relaxed"), 0);
  for (const SearchHit& hit : result.hits) {
    canvas.blank();
    canvas.paragraph(canvas.ink(hit.title.empty() ? hit.id : hit.title, Ink::strong), 0);
    std::string about = hit.id;
    for (const std::string* part : {&hit.outlet, &hit.published, &hit.story}) {
      if (!part->empty()) about += " · " + *part;
    }
    canvas.paragraph(canvas.ink(about, Ink::faint), 2);
    if (!hit.snippet.empty()) canvas.paragraph(marked(hit, canvas, options.color), 2);
  }
  if (result.total == 0) return canvas.take();
  canvas.blank();
  write_facet(canvas, text("search.outlets"), result.facets.outlets, options);
  write_facet(canvas, text("search.days"), result.facets.days, options);
  write_facet(canvas, text("search.places"), result.facets.places, options);
  write_facet(canvas, text("search.persons"), result.facets.persons, options);
  return canvas.take();
}

}  // namespace isnad
