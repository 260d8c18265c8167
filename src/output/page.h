// The report page: one self-contained HTML file with its data inside (web/ makes the template).
#pragma once

#include <string>

#include "document/collection.h"
#include "lexicon/interface.h"

namespace isnad {

// True where the program was built with the page (./dev build does; it needs node and npm).
bool has_page();

// The page with the collection's JSON inside. Throws Error(not_found) where the program was built without the page.
std::string report_page(const Collection& collection, Language language);

}  // namespace isnad
