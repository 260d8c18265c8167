// The title of a page: the block that bears what the page says its title is.
#pragma once

#include <string>

#include "read/page_blocks.h"
#include "read/page_metadata.h"

namespace isnad {

// The block of the title, or `none` where no block bears a title that the metadata names, nor is the page's one h1.
uint32_t find_title(std::string_view page, const PageBlocks& blocks, const PageMetadata& metadata);

// A title without what pages put around it: the name of the site behind a bar or dash, the counter of a tab.
std::string bare_title(const PageMetadata& metadata);

// The words of a text, folded, with one blank between them.
std::string words_of(std::string_view text);

}  // namespace isnad
