// The article of a page: which of its blocks belong to it, and as what.
//
// The title is found first, by what the page says of itself. The article is then the part of the page around it in
// which paragraphs outweigh links and short lines: text and link density per block after Kohlschütter, Fankhauser and
// Nejdl 2010 ("Boilerplate detection using shallow text features"), the best run of blocks after Pasternack and Roth
// 2009
// ("Extracting article text from the web with maximum subsequence segmentation"), both inside the element that holds
// the title.
#pragma once

#include <string>
#include <vector>

#include "document/document.h"
#include "read/page_blocks.h"
#include "read/page_metadata.h"
#include "read/site_templates.h"

namespace isnad {

struct ArticleLine {
  uint32_t block = 0;
  LineKind kind = LineKind::body;
};

struct PageArticle {
  std::vector<ArticleLine> lines;   // in the order of the page, the title first where the page has one
  std::vector<uint32_t> furniture;  // blocks around the title that may hold the date and the byline
  uint32_t title = none;            // block of the title
  uint32_t letters = 0;             // of the body
};

// Where the page stands in what is known of its host; sites may be null.
struct PageSite {
  const SiteTemplates* sites = nullptr;
  std::string host;
  uint64_t page = 0;
};

PageArticle find_article(std::string_view page, const HtmlTree& tree, const std::vector<HtmlToken>& tokens,
                         const PageBlocks& blocks, const PageMetadata& metadata, const PageSite& site,
                         const PageLexicon& lexicon);

// The words of a block, folded, with one blank between them.
std::string folded_words(std::string_view page, const PageBlocks& blocks, const PageBlock& block);

}  // namespace isnad
