// Blocks: the runs of text of a page that stand in lines of their own, with what their elements tell of them.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "lexicon/pages.h"
#include "read/html_tree.h"

namespace isnad {

// A stretch of the text of one block: a span of the page, or a single line break (an empty span).
struct BlockPiece {
  Span span;
  bool link = false;
};

struct PageBlock {
  Range pieces;
  uint32_t node = 0;                // the element whose line it is
  uint32_t place = 0;               // the node of its first text; grows from block to block
  PageMark marks = PageMark::none;  // of its elements, up to eight above it
  uint8_t heading = 0;              // 1 to 6 in h1 to h6
  bool item = false;                // in a list item
  bool quote = false;               // in a block quotation
  bool dropped = false;             // stands in an element that is no part of an article
  bool bold = false;                // all of it is bold
  uint32_t letters = 0;
  uint32_t link_letters = 0;
  uint32_t words = 0;
  bool ends_sentence = false;

  bool linked() const { return 2 * link_letters > letters; }
};

struct PageBlocks {
  std::vector<BlockPiece> pieces;
  std::vector<PageBlock> blocks;     // in document order
  std::vector<PageMark> node_marks;  // of each node's own class, id and role
};

// The blocks of a page. Scripts, styles, forms' controls and hidden elements have none. What stands in elements marked
// as furniture is `dropped`, unless the element holds most of the page's paragraphs or its first heading.
PageBlocks page_blocks(std::string_view page, const std::vector<HtmlToken>& tokens, const HtmlTree& tree,
                       const PageLexicon& lexicon);

}  // namespace isnad
