// The tree of a page: elements and text in document order, each with its token.
//
// libxml2's HTML parser closes what authors left open (implied end tags, misnested formatting). It is fed the skeleton
// of the page, one short tag per tag and one mark per text, so that no text, attribute or error of the page reaches it:
// what it costs depends on the number of tokens alone, and every node knows its place in the page.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "read/html_tokens.h"

namespace isnad {

enum class HtmlTag : uint8_t {
  // clang-format off
  none, text, raw, other_inline, other_block,
  a, abbr, article, aside, b, blockquote, body, br, button, center, cite, dd, div, dl, dt, em, figcaption, figure, font,
  footer, form, h1, h2, h3, h4, h5, h6, head, header, hr, html, i, img, input, label, li, link, main, meta, nav, noscript,
  ol, option, p, pre, section, select, small, span, strong, table, tbody, td, th, time, title, tr, u, ul, dialog, iframe,
  address, summary, details, script, style, textarea, audio, video, fieldset,
  // clang-format on
};

struct HtmlNode {
  uint32_t parent = 0;
  uint32_t end = 0;    // index behind the last node of its subtree
  uint32_t token = 0;  // of the start tag, the text or the raw text
  HtmlTag tag = HtmlTag::none;
};

struct HtmlTree {
  std::vector<HtmlNode> nodes;  // in document order; nodes[0] is the root, which no token made
  bool cut = false;             // elements were nested deeper than max_depth and taken as one
};

inline constexpr uint32_t max_depth = 512;

// Any tokens give a tree.
HtmlTree html_tree(std::string_view page, const std::vector<HtmlToken>& tokens);

// True for elements that begin a line of their own.
bool is_block(HtmlTag tag);

}  // namespace isnad
