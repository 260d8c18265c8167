// Layout of mixed right-to-left and left-to-right text in columns of a terminal.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace isnad {

// Columns that the text takes: letters one, marks and invisible characters none.
size_t display_width(std::string_view text);

// Lines of at most width columns, broken at blanks; a word longer than that stands alone. Blanks, line ends among
// them, become one blank.
std::vector<std::string> wrap(std::string_view text, size_t width);

// The text cut at a blank to at most width columns, with … where something was cut.
std::string shorten(std::string_view text, size_t width);

// The text between U+2068 and U+2069, so that its direction is found from itself and its neighbours keep theirs.
std::string isolate(std::string_view text);

// True where the first letter of the text is of a script that runs from right to left.
bool runs_right_to_left(std::string_view text);

// The text with blanks behind it up to width columns.
std::string pad(std::string_view text, size_t width);

}  // namespace isnad
