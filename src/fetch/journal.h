// The journal of a folder of fetched pages: what was fetched, when, and what to ask with the next time. A line is added
// for each address when it is done with, so that an interrupted run goes on where it was.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace isnad {

struct JournalEntry {
  std::string url;
  std::string time;     // UTC
  int status = 0;       // of the last answer; 0: none came
  std::string outcome;  // fetched, unchanged, refused, failed
  std::string reason;   // one sentence where it is not fetched
  std::string etag;
  std::string last_modified;
  std::string final_url;  // behind redirects
  std::string sha256;     // of the body as received
  uint64_t bytes = 0;     // of heads and bodies, as received
  std::string warc;       // file of the folder that holds it
};

std::string journal_line(const JournalEntry& entry);

class Journal {
 public:
  // Reads the journal of the folder where there is one; a line that was cut off is passed over. Throws
  // Error(write_failed) where the folder can't be made.
  explicit Journal(const std::string& folder);
  ~Journal();
  Journal(const Journal&) = delete;
  Journal& operator=(const Journal&) = delete;

  // The last entry of an address that was fetched; null where there is none.
  const JournalEntry* fetched(const std::string& url) const;
  // True where the last answer says that asking again is in vain: not found, gone, forbidden.
  bool in_vain(const std::string& url) const { return in_vain_.contains(url); }
  // Throws Error(write_failed).
  void add(const JournalEntry& entry);

 private:
  void remember(const JournalEntry& entry);

  std::string path_;
  int file_ = -1;
  std::unordered_map<std::string, JournalEntry> fetched_;
  std::unordered_set<std::string> in_vain_;
};

}  // namespace isnad
