#include "lexicon/lines.h"

#include "base/error.h"
#include "base/fold.h"
#include "base/utf8.h"

namespace isnad {
namespace {

bool is_letter_or_digit(char32_t c) {
  if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
  return (c >= 0xC0 && c < 0x2000 && c != 0x060C && c != 0x061B && c != 0x061F && c != 0x066A && c != 0x06D4) ||
         c > 0xFB00;
}

LineMatch match_named(const Table& table, size_t row) {
  const std::string_view name = table.cell(row, "match");
  if (name == "whole") return LineMatch::whole;
  if (name == "start") return LineMatch::start;
  if (name == "inside") return LineMatch::inside;
  if (name == "end") return LineMatch::end;
  throw Error(ErrorCode::bad_format, table.place(row),
              "'" + std::string(name) + "' is no match; it is whole, start, inside or end");
}

LineMarks load_marks(const Table& table, Vocabulary& vocabulary) {
  LineMarks marks;
  for (size_t row = 0; row < table.size(); ++row) {
    std::vector<FormId> phrase;
    const std::string text = folded(table.cell(row, "phrase"));
    for (const std::string_view run : letter_runs(text)) phrase.push_back(vocabulary.add(run));
    const bool outlet = table.has_column("outlet") && table.cell(row, "outlet") == "yes";
    marks.trie.add(phrase, static_cast<uint32_t>(marks.marks.size()));
    const bool links = table.has_column("links") && table.cell(row, "links") == "yes";
    marks.marks.push_back({match_named(table, row), outlet, links});
  }
  return marks;
}

}  // namespace

std::vector<std::string_view> letter_runs(std::string_view text) {
  std::vector<std::string_view> runs;
  size_t start = 0;
  for (size_t at = 0; at <= text.size();) {
    const CodePoint found = code_point_at(text, at);
    if (found.size > 0 && is_letter_or_digit(found.value)) {
      at += found.size;
      continue;
    }
    if (at > start) runs.push_back(text.substr(start, at - start));
    at += found.size > 0 ? found.size : 1;
    start = at;
  }
  return runs;
}

LineLexicon load_lines(const TableSource& source, Vocabulary& vocabulary) {
  LineLexicon lexicon;
  lexicon.boilerplate = load_marks(source.table("lines/boilerplate"), vocabulary);
  lexicon.credits = load_marks(source.table("lines/credits"), vocabulary);
  lexicon.captions = load_marks(source.table("lines/captions"), vocabulary);
  lexicon.outlet_words = load_marks(source.table("lines/outlet_words"), vocabulary);
  lexicon.agencies = load_marks(source.table("lines/agencies"), vocabulary);
  return lexicon;
}

}  // namespace isnad
