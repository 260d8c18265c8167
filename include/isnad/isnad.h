// The public API of isnad: reads Arabic news reports and gives what they claim, as JSON (docs/json.md).
//
//   isnad::Analyzer analyzer;
//   std::string line = analyzer.annotate({.id = "1", .text = "قال مسؤول إن ثلاثة أشخاص قتلوا."});
//
// An Analyzer is immutable once made: any number of threads may use one.
#pragma once

#include <memory>
#include <string>
#include <vector>

namespace isnad {

// One report as it was published. text is UTF-8; the rest may be empty where it is not known.
struct Report {
  std::string id;
  std::string outlet;
  std::string published;  // ISO 8601 date or date-time
  std::string url;
  std::string title;
  std::string text;
};

class Analyzer {
 public:
  // data_folder: tables that replace the built-in ones of the same name; empty: none.
  // Throws std::runtime_error, naming file and line, where a table is wrong.
  explicit Analyzer(const std::string& data_folder = {});
  ~Analyzer();
  Analyzer(Analyzer&&) noexcept;
  Analyzer& operator=(Analyzer&&) noexcept;

  // The layers of one report: one line of JSON.
  std::string annotate(const Report& report) const;

  // The whole object over many reports: entities, reuse, stories, groups, tolls, timeline, brief.
  // threads: how many reports are worked on at a time; the result does not depend on it.
  std::string report(const std::vector<Report>& reports, unsigned threads = 1) const;

 private:
  struct Tables;
  std::unique_ptr<const Tables> tables_;
};

// The program's version, as "0.1.0".
const char* library_version();

}  // namespace isnad
