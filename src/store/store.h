// The store: reports and what they tell, in one SQLite file (docs/store.md).
//
// One writer at a time, any number of readers in any number of threads and processes: the file is in WAL mode, so that
// readers see the last committed state while the writer works. A report is acknowledged when add() has returned; then
// it is on the disk. Nothing here knows a clock: `now` is a time as "2026-01-31T12:00:00Z".
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "document/corrections.h"
#include "lexicon/lexicon.h"
#include "store/corrections.h"
#include "store/sqlite.h"
#include "store/story_rows.h"

namespace isnad {

struct Added {
  size_t added = 0;
  size_t known = 0;  // were in the store already
};

class StoreWriter {
 public:
  // Makes the file where it is not there, and brings an older one to the present schema. lexicon must outlive this.
  // Throws Error where the file is no store or can't be written.
  StoreWriter(const std::string& path, const Lexicon& lexicon, unsigned threads = 1);
  ~StoreWriter();

  // Reads what each report tells by itself and keeps it: all of the batch in one transaction, or none.
  Added add(std::vector<Document> batch, const std::string& now);

  // True where reports or corrections wait for update_stories.
  bool has_pending();

  // Brings stories, groups, tolls and all else that reports tell together up to date with the reports and the
  // corrections, in one transaction; does nothing where nothing waits. on_step: called for each step of the work.
  StoriesChanged update_stories(const std::string& now, const std::function<void()>& on_step = {});

  // Keeps a correction; update_stories lays it over the stories. Gives its number.
  // Throws Error(usage) where a story or report that it names is not there.
  int64_t correct(const Correction& correction);
  // Takes a correction back. Throws Error(usage) where there is no such correction in force.
  void revoke(int64_t correction, const std::string& author, const std::string& now);

  Database& database() { return database_; }

 private:
  struct Rows;
  void index_older_reports();

  Database database_;
  const Lexicon& lexicon_;
  unsigned threads_;
  std::unique_ptr<Rows> rows_;
};

}  // namespace isnad
