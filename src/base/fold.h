// Folding: the one normal form in which words are compared. It never replaces text; it stands beside it.
//
// One alif (أ إ آ ٱ → ا), one ya (ى ئ ی → ي), one waw (ؤ → و), ta marbuta as ha (ة → ه), Persian ک → ك; no short
// vowels, no tatweel, no invisible characters; digits of all scripts as ASCII; presentation forms as letters; other
// letters without their accents, in lower case. A word that was parted to pass a censor ("قـ.ـتلى") is whole again.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace isnad {

inline constexpr size_t max_fold = 18;  // code points: the longest ligature

// The folding of one code point: up to max_fold code points; empty where it is dropped.
std::u32string fold(char32_t code_point);

// Appends the folding of text to out. Where map is given, it gets one entry per appended byte: the byte offset in
// text of the code point that the byte comes from.
void fold(std::string_view text, std::string& out, std::vector<uint32_t>* map = nullptr);

std::string folded(std::string_view text);

// Bytes from `at` of tatweels, at most three marks or blanks, and tatweels, where an Arabic letter follows; else 0.
// So newsrooms and posts part words that filters look for: "قـ.ـتلى", "إصـ ـابة".
size_t censored_size(std::string_view text, size_t at);

}  // namespace isnad
