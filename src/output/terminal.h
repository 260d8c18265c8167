// The terminal view: what a journalist reads in a minute. The story, its tolls with their ranges and origins, what
// conflicts, when it happened, who said what, sources and copies.
#pragma once

#include <string>

#include "document/collection.h"
#include "lexicon/interface.h"
#include "output/format.h"

namespace isnad {

struct TerminalOptions {
  Language language = Language::english;
  Digits digits = Digits::latin;
  size_t width = 80;     // columns
  bool color = false;    // escape sequences of ECMA-48
  bool isolates = true;  // U+2068 and U+2069 around Arabic, for terminals that order mixed text
};

// The view of the collection's stories, the largest twelve where it has more; every number and quotation ends with the
// numbers of its reports: [1, 3].
std::string terminal_view(const Collection& collection, const InterfaceText& words, const TerminalOptions& options);

// A list of the stories: title, size, independent reports, days.
std::string stories_view(const Collection& collection, const InterfaceText& words, const TerminalOptions& options);

// The passages that two reports share, side by side, changed words between ⟦ and ⟧; a before b in the collection.
std::string copies_view(const Collection& collection, uint32_t a, uint32_t b, const InterfaceText& words,
                        const TerminalOptions& options);

}  // namespace isnad
