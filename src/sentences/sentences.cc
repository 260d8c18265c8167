// A sentence ends at a full stop, question or exclamation mark, or a row of them, with the quotation marks and brackets
// that close there. What only looks like an end is told by what stands before the mark (an abbreviation, an initial, a
// number) and behind it (a comma, a digit, a letter of a Latin name).
#include "sentences/sentences.h"

#include <algorithm>

#include "base/characters.h"
#include "base/fold.h"
#include "base/utf8.h"

namespace isnad {
namespace {

constexpr uint32_t max_sentence_bytes =
    16384;                                 // what goes on without an end is cut: stages look through whole sentences
constexpr uint32_t max_aside_bytes = 400;  // a bracket that does not close so soon is a slip

bool is_dot(char32_t c) { return c == U'.' || c == U'…' || c == U'۔' || c == U'。'; }
bool asks_or_calls(char32_t c) { return c == U'؟' || c == U'?' || c == U'!' || c == U'！'; }
bool ends_sentence(char32_t c) { return is_dot(c) || asks_or_calls(c); }

bool closes(char32_t c) {
  switch (c) {
    case U'"':
    case U'\'':
    case U'»':
    case U'”':
    case U'’':
    case U'›':
    case U'“':
    case U')':
    case U']':
    case U'}':
    case U'﴾': return true;
    default: return false;
  }
}

bool is_blank(char32_t c) {
  const CharacterClass kind = class_of(c);
  return kind == CharacterClass::space || kind == CharacterClass::format;
}

class Splitter {
 public:
  Splitter(const Document& document, const Lexicon& lexicon, const Span& line)
      : text_(document.text), words_(lexicon.words), line_(line) {}

  // The end of the sentence that begins at `start`.
  uint32_t sentence_end(uint32_t start) {
    start_ = start;
    uint32_t aside_end = start;
    for (uint32_t at = start; at < line_.end;) {
      const CodePoint found = code_point(at);
      if (found.value == U'(' || found.value == U'[') aside_end = std::max(aside_end, end_of_aside(at));
      if (!ends_sentence(found.value) || at < aside_end) {
        at += found.size;
        continue;
      }
      const Mark mark = read_mark(at);
      if (ends_at(mark)) return mark.end;
      at = mark.marks_end;
    }
    return line_.end;
  }

 private:
  // A row of marks and what closes with them.
  struct Mark {
    uint32_t start = 0, marks_end = 0, end = 0;
    uint32_t dots = 0;
    bool question = false;  // or exclamation
    bool closed = false;    // a quotation or bracket closes here
  };

  CodePoint code_point(uint32_t at) const { return at < line_.end ? code_point_at(text_, at) : CodePoint{}; }

  // Byte behind the bracket that closes the one at `at`; `at` where none does soon.
  uint32_t end_of_aside(uint32_t at) const {
    const char32_t wanted = code_point(at).value == U'(' ? U')' : U']';
    for (uint32_t i = at; i < line_.end && i < at + max_aside_bytes;) {
      const CodePoint found = code_point(i);
      i += found.size;
      if (found.value == wanted) return i;
    }
    return at;
  }

  Mark read_mark(uint32_t at) const {
    Mark mark{at, at, at};
    while (true) {
      const CodePoint found = code_point(mark.end);
      if (ends_sentence(found.value)) {
        mark.dots += is_dot(found.value) ? (found.value == U'…' ? 3 : 1) : 0;
        mark.question |= asks_or_calls(found.value);
      } else if (found.size > 0 && closes(found.value) && !opens_here(mark.end)) {
        mark.closed = true;
      } else {
        return mark;
      }
      mark.end += found.size;
      if (!mark.closed) mark.marks_end = mark.end;
    }
  }

  // A quotation mark that has a letter right behind it opens.
  bool opens_here(uint32_t at) const {
    const CodePoint mark = code_point(at);
    const CharacterClass next = class_of(code_point(at + mark.size).value);
    return at + mark.size < line_.end &&
           (next == CharacterClass::arabic || next == CharacterClass::letter || next == CharacterClass::digit);
  }

  bool ends_at(const Mark& mark) const {
    uint32_t next = mark.end;
    while (next < line_.end && is_blank(code_point(next).value)) next += code_point(next).size;
    if (next >= line_.end) return true;
    const CharacterClass behind = class_of(code_point(next).value);
    if (behind == CharacterClass::punctuation && !may_begin(code_point(next).value)) return false;  // "…»، وأضاف"
    if (next == mark.end) return ends_without_blank(mark, next);
    if (mark.closed && mark.question && mark.dots == 0) return begins_anew(next);  // a title: «أين الطريق؟» للمخرج
    return mark.dots != 1 || mark.question || !abbreviates(mark, next);
  }

  static bool may_begin(char32_t c) {
    switch (c) {
      case U'"':
      case U'\'':
      case U'«':
      case U'“':
      case U'‹':
      case U'”':
      case U'‘':
      case U'(':
      case U'[':
      case U'#':
      case U'@':
      case U'-':
      case U'–':
      case U'—':
      case U'*':
      case U'•': return true;
      default: return false;
    }
  }

  // "انتهى الاجتماع.وقال": a blank was forgotten, where words of some length stand on both sides.
  bool ends_without_blank(const Mark& mark, uint32_t next) const {
    if (mark.closed || class_of(code_point(next).value) != CharacterClass::arabic) return false;
    if (mark.dots > 1 || mark.question) return true;
    return letters_before(mark.start) >= 3 && letters_behind(next) >= 3;
  }

  uint32_t letters_before(uint32_t at) const {
    uint32_t letters = 0;
    for (; at > start_; ++letters) {
      const CodePoint found = code_point_before(text_, at);
      if (class_of(found.value) != CharacterClass::arabic) return letters;
      at -= found.size;
    }
    return letters;
  }

  uint32_t letters_behind(uint32_t at) const {
    uint32_t letters = 0;
    for (; class_of(code_point(at).value) == CharacterClass::arabic; at += code_point(at).size) ++letters;
    return code_point(at).value == U'.' && letters < 3 ? 0 : letters;
  }

  // The folded word before the mark, with its inner full stops.
  std::string word_before(uint32_t at) const {
    uint32_t start = at;
    while (start > start_) {
      const CodePoint found = code_point_before(text_, start);
      const CharacterClass kind = class_of(found.value);
      if (kind != CharacterClass::arabic && kind != CharacterClass::letter && kind != CharacterClass::digit &&
          found.value != U'.') {
        break;
      }
      start -= found.size;
    }
    return folded(text_.substr(start, at - start));
  }

  bool abbreviates(const Mark& mark, uint32_t next) const {
    const std::string word = word_before(mark.start);
    const bool at_start = mark.start - start_ <= word.size();
    const CodePoint first = code_point_at(word, 0);
    const CharacterClass kind = class_of(first.value);
    if (at_start && kind == CharacterClass::digit) return true;  // "1. …"
    if (words_.closing_abbreviations.contains(word)) return !begins_anew(next);
    if (words_.abbreviations.contains(word)) return true;
    const bool letter = kind == CharacterClass::arabic || kind == CharacterClass::letter;
    if (letter && first.size == word.size()) return true;  // an initial
    // "و د. سامر": an abbreviation with a conjunction or preposition before it.
    return letter && word.size() > first.size && words_.abbreviations.contains(word.substr(first.size)) &&
           word.size() <= 2 * first.size;
  }

  // True where the word at `next` begins with "و", as sentences of the news do.
  bool begins_anew(uint32_t next) const { return text_.substr(next).starts_with("و"); }

  std::string_view text_;
  const WordLexicon& words_;
  Span line_;
  uint32_t start_ = 0;
};

// The span without blanks at both ends.
Span trimmed(std::string_view text, Span span) {
  while (!span.empty()) {
    const CodePoint first = code_point_at(text, span.start);
    if (!is_blank(first.value)) break;
    span.start += first.size;
  }
  while (!span.empty()) {
    const CodePoint last = code_point_before(text, span.end);
    if (!is_blank(last.value) || last.size > span.size()) break;
    span.end -= last.size;
  }
  return span;
}

// The end, or the last blank within the limit, or the last code point within it.
uint32_t bounded_end(std::string_view text, uint32_t start, uint32_t end) {
  if (end - start <= max_sentence_bytes) return end;
  const uint32_t limit = start + max_sentence_bytes;
  const size_t blank = text.rfind(' ', limit);
  if (blank != std::string_view::npos && blank > start) return static_cast<uint32_t>(blank);
  uint32_t cut = limit;
  while ((static_cast<unsigned char>(text[cut]) & 0xC0) == 0x80) --cut;
  return cut;
}

}  // namespace

void split_sentences(Document& document, const Lexicon& lexicon) {
  for (uint32_t line = 0; line < document.lines.size(); ++line) {
    const Span span = trimmed(document.text, document.lines[line].span);
    // A headline is one sentence, whatever marks divide it.
    const bool whole = document.lines[line].kind == LineKind::title;
    Splitter splitter(document, lexicon, span);
    for (uint32_t start = span.start; start < span.end;) {
      const uint32_t end = bounded_end(document.text, start, whole ? span.end : splitter.sentence_end(start));
      const Span sentence = trimmed(document.text, {start, end});
      if (!sentence.empty()) document.sentences.push_back({sentence, {}, line});
      start = end;
    }
  }
}

}  // namespace isnad
