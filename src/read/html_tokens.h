// HTML tokens: tags, text and raw content of a page, each with its place in the page.
//
// A scanner of its own, before the parser, for three reasons that were measured on libxml2 2.9.14: it gives no places
// of text in the bytes, takes time in the square of the number of attributes of a tag (0.1 MB/s at 300 KB), and a
// microsecond for every error, which a page may hold by the hundred thousand. The tokens follow the HTML standard's
// tokenizer in what news pages need: comments, CDATA, quoted attributes, raw text of script, style, textarea, title.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace isnad {

enum class TokenKind : uint8_t { text, start_tag, end_tag, raw_text };

struct HtmlToken {
  TokenKind kind = TokenKind::text;
  bool self_closing = false;
  Span span;        // of text and raw text: the content; of tags: from < to behind >
  Span name;        // of tags; of raw text: of the tag it stands in
  Span attributes;  // of start tags: what stands between the name and >
};

// All tokens of a page in order. Comments, doctypes and processing instructions are left out. Linear in page.size().
std::vector<HtmlToken> html_tokens(std::string_view page);

struct HtmlAttribute {
  std::string_view name;   // as written
  std::string_view value;  // as written, without quotes; entities are not resolved
};

// Calls on_attribute for each attribute, at most 64 of them: more than that no article has.
template <class OnAttribute>
void each_attribute(std::string_view attributes, OnAttribute&& on_attribute);

// The value of the attribute of that name (in lower case), empty where there is none.
std::string_view attribute_value(std::string_view attributes, std::string_view name);

// Equal but for the case of ASCII letters; `lower` is in lower case.
bool equal_ignoring_case(std::string_view text, std::string_view lower);

// Takes the next attribute off the front; false at the end.
bool next_attribute(std::string_view& attributes, HtmlAttribute& attribute);

template <class OnAttribute>
void each_attribute(std::string_view attributes, OnAttribute&& on_attribute) {
  HtmlAttribute attribute;
  for (int count = 0; count < 64 && next_attribute(attributes, attribute); ++count) on_attribute(attribute);
}

}  // namespace isnad
