// `isnad fetch` and `isnad watch`.
#include <fmt/format.h>

#include <chrono>
#include <memory>
#include <thread>

#include "base/byte_stream.h"
#include "base/error.h"
#include "base/version.h"
#include "fetch/watch.h"
#include "read/feeds.h"
#include "run_common.h"

namespace isnad::cli {
namespace {

constexpr uint64_t max_opml_bytes = 32u << 20;
constexpr int64_t minute_ms = 60'000;

Clock system_clock() {
  return {[] {
            const auto now = std::chrono::system_clock::now().time_since_epoch();
            return static_cast<int64_t>(std::chrono::duration_cast<std::chrono::milliseconds>(now).count());
          },
          [](int64_t ms) { std::this_thread::sleep_for(std::chrono::milliseconds(ms)); }};
}

FetchOptions fetch_options(const Arguments& arguments) {
  FetchOptions options;
  options.user_agent = std::string("isnad/") + version;
  if (arguments.has("contact")) options.user_agent += " (+" + arguments.value("contact") + ")";
  options.allow_private = arguments.has("allow-private");
  options.delay_ms = arguments.number("delay", 1000, 0, 3'600'000);
  options.first_backoff_ms = std::max<int64_t>(10, 2 * options.delay_ms);
  options.limits.total_ms = arguments.number("timeout", 60, 1, 3600) * 1000;
  options.limits.slow_seconds = std::min(options.limits.slow_seconds, options.limits.total_ms / 1000);
  options.budget_bytes = uint64_t{arguments.number("most-mib", 1024, 1, 1u << 24)} << 20;
  options.budget_requests = arguments.number("most-requests", 10'000, 1, 1'000'000'000);
  return options;
}

// Writes the entry as a line of JSON, and complains of what failed; true where it did.
bool tell(const JournalEntry& entry) {
  print(journal_line(entry) + "\n");
  const bool failed = entry.outcome == "failed" || entry.outcome == "refused";
  if (failed) complain(entry.url + ": " + entry.reason);
  return failed;
}

std::vector<std::string> feeds_of(const std::vector<std::string>& operands) {
  std::vector<std::string> feeds;
  for (const std::string& operand : operands) {
    if (!parse_url(operand).host.empty()) {
      feeds.push_back(operand);
      continue;
    }
    FileStream file(operand);
    const std::string bytes = read_all(file, max_opml_bytes);
    for (const FeedAddress& feed : parse_opml(bytes, operand)) feeds.push_back(feed.url);
  }
  return feeds;
}

}  // namespace

int run_fetch(const Arguments& arguments) {
  const FetchOptions options = fetch_options(arguments);
  const std::string folder = arguments.value("output", "fetched");
  Journal journal(folder);
  WarcWriter archive(folder, std::string("isnad ") + version);
  Fetcher fetcher(options, system_clock(), journal);
  bool failed = false;
  fetcher.fetch(arguments.operands, arguments.has("again"), archive,
                [&](const FetchResult& result) { failed = tell(result.entry) || failed; });
  return failed ? 1 : 0;
}

int run_watch(const Arguments& arguments) {
  const FetchOptions options = fetch_options(arguments);
  const std::vector<std::string> feeds = feeds_of(arguments.operands);
  const int64_t every = arguments.number("every", 15, 1, 100'000) * minute_ms;
  const bool pages = !arguments.has("feeds-only");
  const std::string folder = arguments.value("output", "fetched");
  const std::string software = std::string("isnad ") + version;
  const Clock clock = system_clock();
  Journal journal(folder);
  // Beside the pages, feeds would be the same reports a second time: they are kept where no folder is read.
  WarcWriter feed_archive(pages ? folder + "/.feeds" : folder, software);
  WarcWriter page_archive(folder, software);
  while (true) {
    const int64_t started = clock.now_ms();
    Fetcher fetcher(options, clock, journal);  // of one round: robots.txt is asked for anew, the budget is whole again
    const WatchRound round = watch_once(feeds, fetcher, journal, feed_archive, pages ? &page_archive : nullptr,
                                        [](const JournalEntry& entry) { tell(entry); });
    if (arguments.has("once")) return round.failed > 0 ? 1 : 0;
    clock.sleep_ms(std::max<int64_t>(0, started + every - clock.now_ms()));
  }
}

}  // namespace isnad::cli
