#include "read/credits.h"

#include <algorithm>
#include <array>

#include "base/fold.h"

// A credit line is parted at its dividers ("قناة المثال - العاصمة"). A part is an agency where the table of agencies
// has it, an outlet where it stands in quotation marks or begins with a class word (قناة, صحيفة), the byline behind
// "كتب:"; else it is the dateline's place. A paragraph may begin with a dateline: "العاصمة 3 مايو (المثال) - قالت…".

namespace isnad {
namespace {

constexpr size_t longest_dateline_bytes = 110;
constexpr std::array dividers = {std::string_view(" - "), std::string_view(" – "), std::string_view(" — "),
                                 std::string_view(" / "), std::string_view("/"),   std::string_view(" + "),
                                 std::string_view(" | "), std::string_view("،")};
constexpr std::array dateline_ends = {std::string_view(" - "), std::string_view(" – "), std::string_view(" — "),
                                      std::string_view(") -"), std::string_view(": ")};

class Credits {
 public:
  Credits(Document& document, const Lexicon& lexicon) : document_(document), lexicon_(lexicon) {}

  void find() {
    bool first_paragraph = true;
    for (const Line& line : document_.lines) {
      if (line.kind == LineKind::credit) add_line(line.span);
      if (line.kind == LineKind::body && first_paragraph) {
        first_paragraph = false;
        add_dateline(line.span);
      }
    }
    if (!document_.outlet.empty()) return;
    const auto named = std::find_if(document_.credits.begin(), document_.credits.end(),
                                    [](const Credit& credit) { return credit.kind == CreditKind::outlet; });
    if (named != document_.credits.end()) document_.outlet = document_.bytes(named->span);
  }

 private:
  Span span_of(std::string_view part) const {
    const auto start = static_cast<uint32_t>(part.data() - document_.text.data());
    return {start, static_cast<uint32_t>(start + part.size())};
  }

  std::vector<FormId> forms(std::string_view part) const {
    std::vector<FormId> found;
    const std::string text = folded(part);
    for (const std::string_view run : letter_runs(text)) found.push_back(lexicon_.vocabulary.find(run));
    return found;
  }

  // Words of the part that a phrase of the table takes from its start; 0: none.
  size_t words_matched(const LineMarks& marks, const std::vector<FormId>& words) const {
    const auto found = marks.trie.longest([&](uint32_t k) { return k < words.size() ? words[k] : unknown_form; });
    return found ? found->words : 0;
  }

  void add(std::string_view part, CreditKind kind) {
    part = trim(part);
    if (!part.empty()) document_.credits.push_back({span_of(part), kind});
  }

  static std::string_view unquoted(std::string_view part) {
    for (const std::string_view mark : {"«", "»", "“", "”", "\"", "(", ")", "."}) {
      if (part.starts_with(mark)) part.remove_prefix(mark.size());
      if (part.ends_with(mark)) part.remove_suffix(mark.size());
    }
    return part;
  }

  void add_part(std::string_view part) {
    part = trim(part);
    const std::string_view name = unquoted(part);
    const std::vector<FormId> words = forms(name);
    if (words.empty()) return;
    if (words_matched(lexicon_.lines.agencies, words) == words.size()) return add(name, CreditKind::agency);
    const bool quoted = part.starts_with("«") || part.starts_with("“") || part.starts_with("\"");
    if (quoted || words_matched(lexicon_.lines.outlet_words, words) > 0) return add(name, CreditKind::outlet);
    add(name, CreditKind::dateline);
  }

  void add_parts(std::string_view text) {
    size_t start = 0;
    for (size_t at = 0; at < text.size();) {
      const auto divider = std::find_if(dividers.begin(), dividers.end(),
                                        [&](std::string_view mark) { return text.substr(at).starts_with(mark); });
      if (divider == dividers.end()) {
        ++at;
        continue;
      }
      add_part(text.substr(start, at - start));
      at += divider->size();
      start = at;
    }
    add_part(text.substr(start));
  }

  void add_line(const Span& line) {
    const std::string_view text = trim(document_.bytes(line));
    const size_t colon = text.find(':');
    if (colon != std::string_view::npos && words_matched(lexicon_.lines.credits, forms(text)) > 0) {
      const bool source = document_.outlet == trim(text.substr(colon + 1)).substr(0, document_.outlet.size()) &&
                          !document_.outlet.empty();
      if (source) return add(trim(text.substr(colon + 1)).substr(0, document_.outlet.size()), CreditKind::outlet);
      return add(text.substr(colon + 1), CreditKind::byline);
    }
    add_parts(text);
  }

  // The head of a paragraph up to its dash or colon, where it holds an agency or a name in brackets.
  void add_dateline(const Span& line) {
    const std::string_view text = document_.bytes(line);
    const std::string_view head = text.substr(0, longest_dateline_bytes);
    size_t end = std::string_view::npos;
    for (const std::string_view mark : dateline_ends)
      end = std::min(end,
                     head.find(mark) == std::string_view::npos ? end : head.find(mark) + (mark.front() == ')' ? 1 : 0));
    if (end == std::string_view::npos) return;
    const std::string_view dateline = text.substr(0, end);
    const size_t open = dateline.find('('), close = dateline.find(')');
    if (open != std::string_view::npos && close != std::string_view::npos && open < close) {
      const std::string_view name = trim(dateline.substr(open + 1, close - open - 1));
      const std::vector<FormId> words = forms(name);
      const bool digits = name.find_first_of("0123456789") != std::string_view::npos;
      if (words.empty() || digits) return;
      add(dateline.substr(0, open), CreditKind::dateline);
      return add(name, words_matched(lexicon_.lines.agencies, words) == words.size() ? CreditKind::agency
                                                                                     : CreditKind::outlet);
    }
    const std::vector<FormId> words = forms(dateline);
    for (size_t from = 0; from < words.size() && words.size() <= 6; ++from) {
      const std::vector<FormId> rest(words.begin() + static_cast<std::ptrdiff_t>(from), words.end());
      if (words_matched(lexicon_.lines.agencies, rest) == rest.size()) return add_parts(dateline);
    }
  }

  Document& document_;
  const Lexicon& lexicon_;
};

}  // namespace

void find_credits(Document& document, const Lexicon& lexicon) {
  document.credits.clear();
  Credits(document, lexicon).find();
}

}  // namespace isnad
