// Fetching politely: robots.txt, a delay for each host, conditional requests, back-off, budgets; each answer kept.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "fetch/http_client.h"
#include "fetch/journal.h"
#include "fetch/robots.h"
#include "fetch/warc_writer.h"

namespace isnad {

// The world outside: time and waiting are arguments, as everywhere.
struct Clock {
  std::function<int64_t()> now_ms;  // since 1970
  std::function<void(int64_t)> sleep_ms;
};

struct FetchOptions {
  std::string user_agent = "isnad";
  bool allow_private = false;
  HttpLimits limits;
  int64_t delay_ms = 1000;          // between requests to one host
  int64_t most_delay_ms = 30'000;   // that a site may ask for in robots.txt
  int64_t most_wait_ms = 120'000;   // that a server may ask for by Retry-After; beyond it the address is given up
  int64_t first_backoff_ms = 2000;  // doubled with each try
  unsigned tries = 3;
  unsigned redirects = 10;
  uint64_t budget_bytes = 1ull << 30;
  uint64_t budget_requests = 10'000;
};

struct FetchResult {
  JournalEntry entry;
  std::string answer;  // head and body of the last answer, where it was fetched
};

class Fetcher {
 public:
  Fetcher(const FetchOptions& options, const Clock& clock, Journal& journal);

  // Fetches addresses, each host in turn as it may be asked, and hands each result to on_done in the order they end.
  // again: ask for what was fetched before as well, with its ETag and time, so that the server may say "as before";
  // else it is passed over without a result. Throws Error(write_failed) where what came can't be kept.
  void fetch(const std::vector<std::string>& urls, bool again, WarcWriter& archive,
             const std::function<void(const FetchResult&)>& on_done);

 private:
  struct Job {
    std::string url;      // as asked for
    std::string current;  // behind redirects
    std::string host;     // of the current address
    std::set<std::string> seen;
    unsigned tries = 0;
    uint64_t bytes = 0;
  };
  struct Host {
    int64_t ready_at = 0;
    bool robots_known = false;
    bool robots_failed = false;  // the site could not say what it allows, so nothing is allowed
    Robots robots;
  };
  enum class Step : uint8_t { done, again };

  Step step(Job& job, FetchResult& result);
  Step redirect(Job& job, const HttpAnswer& answer, FetchResult& result);
  Step retry(Job& job, const HttpAnswer& answer, FetchResult& result);
  Step finish(FetchResult& result, std::string outcome, std::string reason);
  HttpAnswer ask(const std::string& url, const JournalEntry* before);
  Host& host_of(const std::string& name);
  void learn_robots(Host& host, const std::string& name);
  bool budget_left() const { return bytes_ < options_.budget_bytes && requests_ < options_.budget_requests; }

  FetchOptions options_;
  Clock clock_;
  Journal& journal_;
  WarcWriter* archive_ = nullptr;  // of the call of fetch() under way
  HttpClient client_;
  std::map<std::string, Host> hosts_;
  uint64_t bytes_ = 0;
  uint64_t requests_ = 0;
};

// Milliseconds that a Retry-After asks for (seconds or a date); nothing where it says nothing: -1.
int64_t retry_after_ms(std::string_view value, int64_t now_ms);

}  // namespace isnad
