// What is known of web pages: outlets by their domains, names of months as pages print dates, marks of furniture.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <tsl/robin_map.h>

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

struct PageLexicon {
  std::vector<Outlet> outlets;
  tsl::robin_map<std::string, uint32_t> by_domain;  // "reuters.com" → index into outlets
  tsl::robin_map<std::string, uint32_t> by_name;    // folded Arabic or Latin name → index into outlets

  // The outlet of a host name: its domain or the nearest one above it ("ara.reuters.com" is of "reuters.com").
  const Outlet* outlet_of_host(std::string_view host) const;
  // The outlet that a page names itself by.
  const Outlet* outlet_named(std::string_view name) const;
};

// Reads outlets/* and names/agencies_outlets. Throws Error(bad_format) with file and line where a table is wrong.
PageLexicon load_pages(const TableSource& source = {});

}  // namespace isnad
