// The results of a search for people, in a terminal.
#pragma once

#include <string>

#include "output/terminal.h"
#include "search/search.h"

namespace isnad {

std::string search_view(const SearchResult& result, const InterfaceText& words, const TerminalOptions& options);

}  // namespace isnad
