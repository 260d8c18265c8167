// What tells the kind of a line: menus and notices, bylines, datelines, credits, captions.
#pragma once

#include <string_view>
#include <vector>

#include "lexicon/phrases.h"
#include "lexicon/table.h"
#include "lexicon/vocabulary.h"

namespace isnad {

// Where in a line a phrase must stand to tell the line's kind.
enum class LineMatch : uint8_t { whole, start, inside, end };

// One phrase of data/lines/.
struct LineMark {
  LineMatch match = LineMatch::whole;
  bool names_outlet = false;  // the words behind it name the outlet ("المصدر: …")
  bool opens_links = false;   // the short lines behind it lead to other reports ("اقرأ أيضاً")
};

// Phrases that tell one kind of line; the trie's values are indices into marks.
struct LineMarks {
  PhraseTrie trie;
  std::vector<LineMark> marks;
};

struct LineLexicon {
  LineMarks boilerplate;
  LineMarks credits;
  LineMarks captions;
  LineMarks outlet_words;  // class words that begin an outlet's name
  LineMarks agencies;      // agencies as credits write them, alone or in brackets: "(أ ف ب)"
};

LineLexicon load_lines(const TableSource& source, Vocabulary& vocabulary);

// Runs of letters and digits of a folded text: the words of a line where marks do not matter.
std::vector<std::string_view> letter_runs(std::string_view folded);

}  // namespace isnad
