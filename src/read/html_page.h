// Web pages: the bytes of one HTML page → its article, with its metadata, and the way back to the bytes.
//
// The stages, each a file: charset (page_charset), tokens with their places (html_tokens), tree (html_tree, libxml2),
// metadata (page_metadata, page_dates), the article (page_article), text and alignment (page_text).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "lexicon/pages.h"

namespace isnad {

// What is known of a page from outside of it; any part may be empty.
struct PageHints {
  std::string_view url;           // where it was fetched from
  std::string_view http_charset;  // "charset" of the HTTP header Content-Type, as sent
  std::string_view fetched_at;    // ISO date-time of the fetch
};

// What told the day of the page, best first.
enum class DateEvidence : uint8_t { none, json_ld, meta, time_element, visible, url };
std::string_view name_of(DateEvidence evidence);

struct PageResult {
  std::string text;         // the article in UTF-8: one line each for title, paragraphs, headings, captions, items
  Alignment alignment;      // text → bytes of the page; the line ends between lines belong to no bytes
  std::vector<Line> lines;  // non-empty lines of text with their kinds, as the structure of the page tells them
  std::string title;
  std::string published;  // ISO: "2022-01-08" or "2022-01-08T14:05:00+03:00"; empty: not told
  DateEvidence published_from = DateEvidence::none;
  std::string published_text;  // the words or the field that told it, as they stand in the page
  std::string updated;         // ISO, as published; empty: not told, or the same
  std::string url;             // canonical address; the hint where the page gives none
  std::string outlet_id;       // id of the table of outlets; empty: not in it
  std::string outlet;          // name in Arabic where the outlet is known, else as the page names its site
  std::vector<std::string> authors;
  std::string language;     // "ar", as the page declares it; empty: not declared
  std::string charset;      // what the bytes were read as
  std::vector<Note> notes;  // what was odd
};

// What repeats from page to page of one host; see site_templates.h.
class SiteTemplates;

// Reads one page. Any bytes give a result; where there is no article, text is empty and a note says so. Time grows in
// step with the size of the page, whatever is in it. Where sites is given, lines that earlier pages of the host bore
// are left out, and this page teaches the ones after it.
PageResult read_page(std::string_view bytes, const PageHints& hints, const PageLexicon& lexicon,
                     SiteTemplates* sites = nullptr);

// The page as a document: id and url are the canonical address, lines carry their kinds, source holds the bytes.
Document page_document(PageResult&& page, std::string&& bytes);

// True where the bytes are those of a web page: a doctype or a tag that only HTML has stands at their head.
bool looks_like_html(std::string_view bytes);

}  // namespace isnad
