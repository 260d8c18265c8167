// Text of a page: puts pieces of the page behind one another as lines, and remembers where each comes from.
#pragma once

#include <string>
#include <string_view>

#include "document/document.h"

namespace isnad {

// Writes text in UTF-8 whose every stretch is aligned to the UTF-8 of the page. Runs of white space become one blank,
// entities are resolved; what readers do not see (soft hyphens, zero-width marks other than joiners) is kept: it may be
// part of a word.
class PageText {
 public:
  explicit PageText(std::string_view page) : page_(page) {}

  // Adds a span of the page in which entities are resolved.
  void add_html(const Span& span);
  // Adds bytes that come from a span of the page; blanks of theirs as one.
  void add(std::string_view bytes, const Span& source);
  // Ends the line, if it holds anything, and says what it is.
  void end_line(LineKind kind);
  // Inside a line: a break where the text before ends a sentence, else a blank.
  void add_break(const Span& source, LineKind kind);

  const std::string& text() const { return text_; }
  std::string take_text() { return std::move(text_); }
  Alignment take_alignment() { return std::move(alignment_); }
  std::vector<Line> take_lines() { return std::move(lines_); }

 private:
  void add_blank(const Span& source);
  void append(std::string_view bytes, const Span& source);

  std::string_view page_;
  std::string text_;
  Alignment alignment_;
  std::vector<Line> lines_;
  uint32_t line_start_ = 0;
};

// Alignment of text to the decoded page, and of that to its bytes → alignment of text to the bytes.
Alignment composed(const Alignment& text_to_page, const Alignment& page_to_bytes);

}  // namespace isnad
