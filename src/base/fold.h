// Folding: the one normal form in which words are compared. It never replaces text; it stands beside it.
//
// One alif (أ إ آ ٱ → ا), one ya (ى ئ ی → ي), one waw (ؤ → و), ta marbuta as ha (ة → ه), Persian ک → ك; no short
// vowels, no tatweel, no invisible characters; digits of the three scripts as ASCII; presentation forms as letters;
// Latin letters in lower case.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace isnad {

// The folding of one code point: up to 18 code points (the longest ligature); an empty view where it is dropped.
std::u32string_view fold(char32_t code_point);

// Appends the folding of text to out. Where map is given, it gets one entry per appended byte: the byte offset in
// text of the code point that the byte comes from.
void fold(std::string_view text, std::string& out, std::vector<uint32_t>* map = nullptr);

std::string folded(std::string_view text);

}  // namespace isnad
