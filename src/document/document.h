// The document: one report and everything that the stages find in it. Types only.
//
// `text` is written once by read/, then constant. Every span is of `text`, in bytes, on code-point borders. Layers are
// vectors sorted by place, of small structs that refer to one another by index.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "document/claims.h"
#include "document/mentions.h"
#include "document/words.h"

namespace isnad {

enum class LineKind : uint8_t { title, subhead, body, caption, credit, boilerplate };

struct Line {
  Span span;  // without the line end
  LineKind kind = LineKind::body;
};

// Lines of one document that are content, as the guidelines have it: all but credit and boilerplate.
inline bool is_content(LineKind kind) { return kind != LineKind::credit && kind != LineKind::boilerplate; }

enum class CreditKind : uint8_t { dateline, byline, agency, outlet };

// What a report says of where it comes from: "العاصمة", "كتب: …", "رويترز", "قناة …".
struct Credit {
  Span span;
  CreditKind kind = CreditKind::dateline;
};

// How the day of the report is known.
enum class PublishedBasis : uint8_t { unknown, metadata, page, text, story };

// A calendar day, year-month-day; year 0 where it is not known.
struct Day {
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
  bool known() const { return year != 0; }
  friend auto operator<=>(const Day&, const Day&) = default;
};

// A stretch of text that came unchanged from a stretch of source of the same size, or (size differs) was decoded.
struct AlignedPiece {
  Span text;
  Span source;
};
// Sorted by text; empty where text and source are the same bytes.
using Alignment = std::vector<AlignedPiece>;

// What was odd in a report, and where.
struct Note {
  Span span;
  std::string text;
};

struct Document {
  std::string id;
  std::string path;    // where it was read, for messages: "FILE" or "FILE:LINE"
  std::string outlet;  // empty: not known
  std::string url;
  std::string title;            // of the metadata, or the first title line
  std::string published_given;  // metadata as received; empty: none

  std::string source;  // bytes as received; empty where they are the same as text
  std::string text;
  Alignment alignment;

  Day published;
  std::string published_time;  // "HH:MM:SS" and zone where metadata gave them
  PublishedBasis published_basis = PublishedBasis::unknown;
  std::string published_reason;  // one sentence: what the day was inferred from

  std::vector<Line> lines;
  std::vector<Credit> credits;
  std::vector<Sentence> sentences;
  std::vector<Word> words;
  std::string folded;  // the folded forms of all words, one after another

  std::vector<Number> numbers;
  std::vector<Time> times;
  std::vector<Mention> mentions;
  std::vector<Statement> statements;
  std::vector<Figure> figures;
  std::vector<Note> notes;

  std::string_view bytes(const Span& span) const { return slice(text, span); }
  std::string_view folded_form(const Word& word) const {
    return std::string_view(folded).substr(word.folded_start, word.folded_size);
  }
  // The span from the first to the last word of a range; the range must not be empty.
  Span span_of(const Range& range) const { return {words[range.first].span.start, words[range.last - 1].span.end}; }
};

// How a report is called where its source is shown: its outlet, or where that is not known its id without folders.
std::string label_of(const Document& document);

// Index of the line, sentence or word that holds the byte, or `none`.
uint32_t line_at(const Document& document, uint32_t byte);
uint32_t sentence_at(const Document& document, uint32_t byte);
// The first word that ends behind the byte; words.size() at the end.
uint32_t word_from(const Document& document, uint32_t byte);
// Words that overlap the span.
Range words_in(const Document& document, const Span& span);

}  // namespace isnad
