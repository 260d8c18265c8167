#include "fetch/watch.h"

#include "base/error.h"
#include "read/feeds.h"
#include "read/http_message.h"

namespace isnad {
namespace {

constexpr size_t max_feed_bytes = 32u << 20;

}  // namespace

WatchRound watch_once(const std::vector<std::string>& feeds, Fetcher& fetcher, const Journal& journal,
                      WarcWriter& feed_archive, WarcWriter* page_archive,
                      const std::function<void(const JournalEntry&)>& on_done) {
  WatchRound round;
  std::vector<std::string> pages;
  fetcher.fetch(feeds, true, feed_archive, [&](const FetchResult& result) {
    JournalEntry entry = result.entry;
    round.unchanged += entry.outcome == "unchanged";
    if (entry.outcome == "fetched") {
      try {
        const Payload payload = decode_payload(parse_http(result.answer), max_feed_bytes);
        for (const FeedItem& item : parse_feed(payload.bytes, entry.url).items) {
          const UrlParts page = parse_url(item.url, entry.final_url);
          const bool wanted = !page.host.empty() && !journal.fetched(page.whole) && !journal.in_vain(page.whole);
          if (wanted) pages.push_back(page.whole);
        }
        ++round.feeds;
      } catch (const Error&) {
        entry.outcome = "failed";
        entry.reason = "what the server sent is neither RSS nor Atom";
      }
    }
    round.failed += entry.outcome == "failed" || entry.outcome == "refused";
    on_done(entry);
  });
  if (page_archive == nullptr) return round;
  fetcher.fetch(pages, false, *page_archive, [&](const FetchResult& result) {
    round.pages += result.entry.outcome == "fetched";
    round.failed += result.entry.outcome == "failed" || result.entry.outcome == "refused";
    on_done(result.entry);
  });
  return round;
}

}  // namespace isnad
