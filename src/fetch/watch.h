// Watching feeds: what is new in them, fetched page by page.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "fetch/fetcher.h"

namespace isnad {

struct WatchRound {
  size_t feeds = 0;      // that could be read
  size_t unchanged = 0;  // that the server says are as before
  size_t pages = 0;      // new ones that were fetched
  size_t failed = 0;     // feeds and pages
};

// Asks each feed once, conditionally, and then for each page that the journal does not know. Feeds go to feed_archive,
// pages to page_archive; without a page_archive the feeds alone are kept. on_done gets every result; a feed that is no
// feed is one that failed.
WatchRound watch_once(const std::vector<std::string>& feeds, Fetcher& fetcher, const Journal& journal,
                      WarcWriter& feed_archive, WarcWriter* page_archive,
                      const std::function<void(const JournalEntry&)>& on_done);

}  // namespace isnad
