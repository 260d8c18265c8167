// JSON reports: one object → one document, by isnad's own field names and those of common crawlers.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace isnad {

class JsonReports {
 public:
  JsonReports();
  ~JsonReports();
  JsonReports(JsonReports&&) noexcept;

  // The reports of one JSON value: an object is one report, an array holds one in each element.
  // Throws Error(bad_format) with `place` and what is wrong.
  std::vector<Document> parse(std::string_view json, const std::string& place);

 private:
  struct Parser;
  std::unique_ptr<Parser> parser_;
};

}  // namespace isnad
