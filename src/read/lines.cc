#include "read/lines.h"

#include <unicode/uchar.h>

#include <optional>
#include <utility>

#include "base/fold.h"
#include "base/utf8.h"

// The kind of a line is told by what it says (tables of data/lines/), by its form (short, without a final mark) and by
// where it stands: before the first paragraph, alone among paragraphs, twice in a row.

namespace isnad {
namespace {

constexpr size_t most_title_words = 35;
constexpr size_t most_subhead_words = 14;
constexpr size_t most_credit_words = 8;
constexpr size_t most_caption_words = 25;
constexpr size_t most_link_words = 20;
constexpr size_t most_boilerplate_words = 16;
constexpr size_t fewest_paragraph_words = 10;

// What is known of a line before its kind.
struct Shape {
  Span content;  // without blanks at its ends
  std::string folded;
  std::vector<FormId> words;
  bool ends_sentence = false;  // final . ؟ ! or a closing mark after one of them, or … :
  bool bracketed = false;      // stands in brackets as a whole
  bool has_divider = false;    // a dash or slash between blanks, a plus or a bar
  bool list_item = false;      // begins with a dash, a star, a bullet or a number
  bool foreign = false;        // holds letters, but hardly Arabic ones
  bool address = false;        // an e-mail or web address, or tags alone
};

bool is_final_mark(char32_t c) {
  return c == U'.' || c == U'؟' || c == U'?' || c == U'!' || c == U'…' || c == U'؛' || c == U'،' || c == U':';
}

bool is_closing_mark(char32_t c) {
  return c == U'"' || c == U'»' || c == U'”' || c == U'’' || c == U'\'' || c == U')' || c == U']' || c == U'“';
}

bool ends_sentence(std::string_view text) {
  while (!text.empty()) {
    const CodePoint last = code_point_before(text, text.size());
    if (is_final_mark(last.value)) return true;
    if (!is_closing_mark(last.value)) return false;
    text.remove_suffix(last.size);
  }
  return false;
}

bool is_foreign(std::string_view text) {
  size_t arabic = 0, latin = 0;
  for (size_t at = 0; at < text.size();) {
    const CodePoint found = code_point_at(text, at);
    at += found.size;
    arabic += found.value >= 0x0620 && found.value < 0x0700;
    latin += (found.value | 32) >= 'a' && (found.value | 32) <= 'z';
  }
  return latin > 3 * arabic;
}

bool has_divider(std::string_view text) {
  for (const std::string_view mark : {" - ", " – ", " — ", " / ", "/", " + ", " | ", "- ", " -", "ـ "}) {
    if (text.find(mark) != std::string_view::npos) return true;
  }
  return false;
}

Shape shape_of(const Document& document, const Span& line, const Lexicon& lexicon) {
  Shape shape;
  const std::string_view all = document.bytes(line);
  const std::string_view text = trim(all);
  shape.content.start = static_cast<uint32_t>(line.start + (text.data() - all.data()));
  shape.content.end = static_cast<uint32_t>(shape.content.start + text.size());
  shape.folded = folded(text);
  for (const std::string_view run : letter_runs(shape.folded)) shape.words.push_back(lexicon.vocabulary.find(run));
  shape.ends_sentence = ends_sentence(text);
  const char32_t first = code_point_at(text, 0).value;
  shape.bracketed = first == U'(' && text.back() == ')';
  shape.has_divider = has_divider(text);
  shape.list_item = first == U'-' || first == U'*' || first == U'•' || first == U'–' ||
                    (first >= '0' && first <= '9') || (first >= U'٠' && first <= U'٩');
  shape.foreign = is_foreign(text);
  const bool one_word = text.find(' ') == std::string_view::npos;
  shape.address = one_word && (text.find('@') != std::string_view::npos || text.find("://") != std::string_view::npos ||
                               text.starts_with('#') || text.starts_with("www."));
  return shape;
}

std::optional<PhraseTrie::Match> match_at(const LineMarks& marks, const Shape& shape, size_t from) {
  return marks.trie.longest(
      [&](uint32_t k) { return from + k < shape.words.size() ? shape.words[from + k] : unknown_form; });
}

// The mark of the table that the line bears, where the phrase stands as the mark demands.
const LineMark* mark_of(const LineMarks& marks, const Shape& shape) {
  for (size_t from = 0; from < shape.words.size(); ++from) {
    const auto found = match_at(marks, shape, from);
    if (!found) continue;
    const LineMark& mark = marks.marks[found->value];
    const size_t end = from + found->words;
    const bool at_start = from == 0, at_end = end == shape.words.size();
    switch (mark.match) {
      case LineMatch::whole:
        if (at_start && at_end) return &mark;
        break;
      case LineMatch::start:
        if (at_start) return &mark;
        break;
      case LineMatch::inside: return &mark;
      case LineMatch::end:
        if (at_end) return &mark;
        break;
    }
  }
  return nullptr;
}

class LineKinds {
 public:
  // given: lines whose kinds the structure of a page tells; empty for anything else.
  LineKinds(Document& document, const Lexicon& lexicon, const std::vector<Line>& given)
      : document_(document), lexicon_(lexicon) {
    find_given(given);
    for (const Line& line : document.lines) shapes_.push_back(shape_of(document, line.span, lexicon));
  }

  void decide() {
    for (size_t i = 0; i < shapes_.size(); ++i) document_.lines[i].kind = given_[i] ? kind_of_given(i) : kind_of(i);
  }

 private:
  void find_given(const std::vector<Line>& given) {
    given_.resize(document_.lines.size());
    auto next = given.begin();
    for (size_t i = 0; i < given_.size(); ++i) {
      while (next != given.end() && next->span.start < document_.lines[i].span.start) ++next;
      if (next == given.end() || next->span != document_.lines[i].span) continue;
      given_[i] = next->kind;
      has_given_title_ = has_given_title_ || next->kind == LineKind::title;
    }
  }

  // The structure of a page tells titles, headings and captions; what it has as text may still be a notice or a credit.
  LineKind kind_of_given(size_t i) {
    const LineKind kind = *given_[i];
    if (kind == LineKind::title) return take_title(i);
    if (kind == LineKind::body) {
      const Shape& shape = shapes_[i];
      if (!shape.ends_sentence && is_boilerplate(shape)) return LineKind::boilerplate;
      if (is_credit(i)) return LineKind::credit;
      if (!has_given_title_ && !seen_content_ && is_title(i)) return take_title(i);
      seen_paragraph_ = true;
    }
    seen_content_ = seen_content_ || is_content(kind);
    return kind;
  }

  LineKind kind_of(size_t i) {
    const Shape& shape = shapes_[i];
    if (is_boilerplate(shape)) {
      const LineMark* mark = mark_of(lexicon_.lines.boilerplate, shape);
      links_open_ = links_open_ || (mark && mark->opens_links);
      return LineKind::boilerplate;
    }
    if (links_open_ && is_link(i)) return LineKind::boilerplate;
    if (is_credit(i)) return LineKind::credit;
    const bool first = !seen_content_;
    if (is_caption(i)) return seen_content_ || !is_title(i) ? LineKind::caption : take_title(i);
    seen_content_ = true;
    if (is_given_title(shape)) return take_title(i);
    if (first && is_title(i)) return take_title(i);
    if (is_subhead(i)) return LineKind::subhead;
    seen_paragraph_ = true;
    links_open_ = false;
    return LineKind::body;
  }

  LineKind take_title(size_t i) {
    seen_content_ = true;
    if (document_.title.empty()) document_.title = document_.bytes(shapes_[i].content);
    return LineKind::title;
  }

  bool is_boilerplate(const Shape& shape) const {
    if (shape.words.empty() || shape.address || shape.foreign) return true;
    return shape.words.size() <= most_boilerplate_words && mark_of(lexicon_.lines.boilerplate, shape);
  }

  // A headline of another report, in the list behind "read also".
  bool is_link(size_t i) const {
    const Shape& shape = shapes_[i];
    return !shape.ends_sentence && shape.words.size() <= most_link_words && !next_is_paragraph(i);
  }

  bool is_credit(size_t i) {
    const Shape& shape = shapes_[i];
    if (shape.words.size() > most_credit_words) return false;
    if (const LineMark* mark = mark_of(lexicon_.lines.credits, shape)) {
      const bool labelled = shape.folded.find(':') != std::string::npos;
      const bool last = i + 1 == shapes_.size();
      if (mark->names_outlet && labelled) take_outlet(shape);
      if (labelled || last) return true;
    }
    const auto agency = match_at(lexicon_.lines.agencies, shape, 0);
    if (agency && agency->words == shape.words.size()) return true;
    if ((shape.has_divider || shape.bracketed) && mark_of(lexicon_.lines.agencies, shape)) return true;
    // A dateline that stands alone under the title: "الصحيفة – العاصمة".
    return seen_content_ && !seen_paragraph_ && shape.has_divider && !shape.list_item && !shape.ends_sentence &&
           shape.words.size() <= 6 && next_is_paragraph(i);
  }

  void take_outlet(const Shape& shape) {
    if (!document_.outlet.empty()) return;
    const std::string_view text = document_.bytes(shape.content);
    std::string_view name = trim(text.substr(text.find(':') + 1));
    for (const std::string_view end : {"+", "،", "-", "/", "|", " و"}) name = trim(name.substr(0, name.find(end)));
    document_.outlet = name;
  }

  bool is_caption(size_t i) const {
    const Shape& shape = shapes_[i];
    if (shape.words.size() > most_caption_words || shape.ends_sentence) return false;
    if (mark_of(lexicon_.lines.captions, shape)) return true;
    // A page gives a picture's text twice, as its alternative and under it.
    return (i > 0 && shapes_[i - 1].folded == shape.folded) ||
           (i + 1 < shapes_.size() && shapes_[i + 1].folded == shape.folded);
  }

  bool is_given_title(const Shape& shape) const {
    return !document_.title.empty() && !seen_paragraph_ && shape.folded == folded(trim(document_.title));
  }

  bool is_title(size_t i) const {
    const Shape& shape = shapes_[i];
    if (shape.words.size() > most_title_words || i + 1 >= shapes_.size()) return false;
    const std::string_view text = document_.bytes(shape.content);
    const char32_t last = code_point_before(text, text.size()).value;
    return !shape.ends_sentence || last == U'؟' || last == U'?' || last == U'!' || last == U'…' || text.ends_with("..");
  }

  bool is_subhead(size_t i) const {
    const Shape& shape = shapes_[i];
    if (shape.ends_sentence || shape.list_item || shape.words.size() > most_subhead_words) return false;
    return next_is_paragraph(i) && (i == 0 || previous_ends(i));
  }

  // Behind credits and notices: what comes next is a paragraph, not another short line (as verse is).
  bool next_is_paragraph(size_t i) const {
    for (size_t next = i + 1; next < shapes_.size(); ++next) {
      if (is_boilerplate(shapes_[next])) continue;
      const Shape& shape = shapes_[next];
      return shape.words.size() >= fewest_paragraph_words && shape.words.size() > shapes_[i].words.size();
    }
    return false;
  }

  bool previous_ends(size_t i) const {
    const LineKind before = document_.lines[i - 1].kind;
    return before != LineKind::body || shapes_[i - 1].ends_sentence ||
           shapes_[i - 1].words.size() >= fewest_paragraph_words;
  }

  Document& document_;
  const Lexicon& lexicon_;
  std::vector<Shape> shapes_;
  std::vector<std::optional<LineKind>> given_;  // for each line
  bool has_given_title_ = false;
  bool seen_content_ = false;
  bool seen_paragraph_ = false;
  bool links_open_ = false;  // a line was seen behind which links to other reports stand
};

bool is_blank(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const CodePoint found = code_point_at(text, at);
    if (!u_isUWhiteSpace(static_cast<UChar32>(found.value))) return false;
    at += found.size;
  }
  return true;
}

}  // namespace

void split_lines(Document& document, const Lexicon& lexicon) {
  const std::vector<Line> given = std::exchange(document.lines, {});
  uint32_t start = 0;
  for (std::string_view line : split(document.text, '\n')) {
    const auto next = static_cast<uint32_t>(start + line.size() + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!is_blank(line))
      document.lines.push_back({{start, static_cast<uint32_t>(start + line.size())}, LineKind::body});
    start = next;
  }
  LineKinds(document, lexicon, given).decide();
}

}  // namespace isnad
