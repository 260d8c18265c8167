// Filters of a query → conditions of SQL over documents.
#pragma once

#include <string>
#include <vector>

#include "search/query.h"
#include "store/sqlite.h"

namespace isnad {

struct FilterSql {
  std::string condition;           // " AND …", for documents as d; empty: no filter
  std::vector<std::string> texts;  // to bind, in the order of ? in it
  std::vector<std::string> problems;
};

// Reads names and outlets of the store. Adds the function `fold` to the connection where it is needed.
FilterSql filter_sql(Database& database, const std::vector<QueryFilter>& filters, const Lexicon& lexicon);

// Entities of which this is a spelling (folded), the most frequent first; of the type, where one is given.
std::vector<std::string> entities_named(Database& database, std::string_view name, std::string_view type);

}  // namespace isnad
