// What is known of web pages: outlets by their domains, what names of classes and meta elements mean, how pages print
// dates, and the phrases of their furniture.
#pragma once

#include <tsl/robin_map.h>

#include <string>
#include <string_view>
#include <vector>

#include "lexicon/table.h"

namespace isnad {

// One outlet or agency of data/outlets/ or data/names/agencies_outlets.tsv.
struct Outlet {
  std::string id;       // "outlet:reuters"
  std::string name;     // in Arabic
  std::string latin;    // as it writes itself in Latin letters; empty: not known
  std::string kind;     // agency, tv, radio, newspaper, site, …
  std::string country;  // "country:gb"; empty: none
};

// What a word in the name of a class, an id or a role tells of what stands in the element; bits.
enum class PageMark : uint16_t {
  none = 0,
  drop = 1,
  body = 2,
  title = 4,
  caption = 8,
  date = 16,
  byline = 32,
  live = 64,
  keep = 128
};
constexpr PageMark operator|(PageMark a, PageMark b) { return PageMark(uint16_t(a) | uint16_t(b)); }
constexpr bool has(PageMark all, PageMark one) { return (uint16_t(all) & uint16_t(one)) != 0; }

enum class MetaField : uint8_t { published, updated, title, site, author, url, language, type };
struct MetaName {
  MetaField field = MetaField::title;
  uint32_t rank = 0;  // order of trust: lower first
};

// What a date on a page is of, by the words before it.
enum class DateLabel : uint8_t { published, updated, other };

struct PageMonth {
  bool hijri = false;
  int month = 0;
};

// Where in a line a phrase of furniture must stand. notice: in a line of any length; comments: the line is the phrase,
// with a number perhaps, and what readers wrote stands behind it.
enum class PhrasePlace : uint8_t { whole, start, inside, notice, comments };

struct PageLexicon {
  template <class Value>
  using Map = tsl::robin_map<std::string, Value>;

  std::vector<Outlet> outlets;
  Map<uint32_t> by_domain;     // "reuters.com" → index into outlets
  Map<uint32_t> by_name;       // folded Arabic or Latin name → index into outlets
  Map<PageMark> marks;         // "share", "most read"
  Map<MetaName> metadata;      // "og:title"
  Map<DateLabel> labels;       // folded words before a date
  Map<PageMonth> months;       // folded names, in Arabic and Latin letters
  Map<int> weekdays;           // folded; 1 is Monday
  Map<PhrasePlace> furniture;  // folded phrases of menus and notices, at most 6 words
  Map<bool> openers;           // the first words of these phrases

  // The outlet of a host name: its domain or the nearest one above it ("ara.reuters.com" is of "reuters.com").
  const Outlet* outlet_of_host(std::string_view host) const;
  // The outlet that a page names itself by.
  const Outlet* outlet_named(std::string_view name) const;
};

// Reads outlets/, pages/ and the tables of lines, times and names that pages need as well. Tables that a user put into
// outlets/ of a data folder beside those of the program are read too, and come first.
// Throws Error(bad_format) with file and line where a table is wrong.
PageLexicon load_pages(const TableSource& source = {});

}  // namespace isnad
