// What a page says of itself in its head, in its JSON-LD and in marked elements.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lexicon/pages.h"
#include "read/html_page.h"
#include "read/html_tokens.h"

namespace isnad {

struct PageMetadata {
  std::vector<std::string> titles;  // as the page gives them, best first, the one of <title> last
  std::string title_element;        // of <title>, with the name of the site as a rule
  std::string published;            // ISO
  DateEvidence published_from = DateEvidence::none;
  std::string published_text;
  std::string updated;  // ISO
  std::string site;
  std::string url;
  std::string language;
  std::vector<std::string> authors;
  bool live = false;  // the page says that it is a live blog
  Span headline;      // raw JSON string of the article's headline; empty: none
  Span article_body;  // raw JSON string of the longest articleBody; empty: none
};

// Reads all that is there; what contradicts itself goes by the order of trust: JSON-LD of the article, meta elements in
// the order of data/pages/metadata.tsv, marked elements.
PageMetadata read_metadata(std::string_view page, const std::vector<HtmlToken>& tokens, const PageLexicon& lexicon);

// The host of an address in lower case, without "www.", port and user; empty where it has none.
std::string host_of(std::string_view url);

}  // namespace isnad
