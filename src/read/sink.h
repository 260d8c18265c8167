// Where readers of containers put what they find: reports, and files inside that are read by their own kind.
#pragma once

#include <string>

#include "base/byte_stream.h"
#include "document/document.h"

namespace isnad {

// A file, or one inside an archive, and what is known of it from outside; any part may be empty.
struct Part {
  std::string place;         // for messages: "FILE", "FILE/INNER", "FILE: record 7"
  std::string name;          // as the file is called, for its ending
  std::string url;           // where it was fetched from
  std::string content_type;  // as sent: "text/html; charset=windows-1256"
  std::string fetched_at;    // ISO date-time
  unsigned depth = 0;        // containers around it
  // It was met on the way (in a crawl, in a folder without an ending), not chosen: what is no report is counted, not
  // complained of.
  bool met = false;
};

class ReportSink {
 public:
  virtual ~ReportSink() = default;
  // A report as its container gives it. part tells whether what is wrong with it is complained of or counted.
  virtual void report(Document&& document, const Part& part) = 0;
  // A file in a container, to be read by its kind. Throws no Error: what is wrong with it is told.
  virtual void file(ByteStream& bytes, const Part& part) = 0;
  // Something is wrong at a place; reading goes on.
  virtual void problem(const std::string& place, const std::string& sentence) = 0;
  // Something on the way that is no report. what: in the plural, as "records that are no web pages".
  virtual void left_out(const std::string& what) = 0;
};

}  // namespace isnad
