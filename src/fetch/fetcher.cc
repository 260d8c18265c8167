#include "fetch/fetcher.h"

#include <curl/curl.h>
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <deque>

#include "base/sha256.h"
#include "lexicon/table.h"
#include "read/http_message.h"

namespace isnad {
namespace {

constexpr size_t max_robots_bytes = 500u << 10;
constexpr unsigned robots_redirects = 5;
constexpr int ok = 200, not_modified = 304, too_many = 429, unavailable = 503;

bool is_redirect(int status) {
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

}  // namespace

int64_t retry_after_ms(std::string_view value, int64_t now_ms) {
  value = trim(value);
  int64_t seconds = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), seconds);
  if (!value.empty() && error == std::errc{} && end == value.data() + value.size() && seconds >= 0) {
    return std::min<int64_t>(seconds, 1'000'000'000) * 1000;
  }
  const time_t date = value.empty() ? -1 : curl_getdate(std::string(value).c_str(), nullptr);
  return date < 0 ? -1 : std::max<int64_t>(0, int64_t{date} * 1000 - now_ms);
}

Fetcher::Fetcher(const FetchOptions& options, const Clock& clock, Journal& journal)
    : options_(options),
      clock_(clock),
      journal_(journal),
      client_(options.user_agent, options.allow_private, options.limits) {}

Fetcher::Host& Fetcher::host_of(const std::string& name) {
  Host& host = hosts_[name];
  if (!host.robots_known) learn_robots(host, name);
  return host;
}

// By RFC 9309: what is not there allows everything, a server that fails forbids everything.
void Fetcher::learn_robots(Host& host, const std::string& name) {
  host.robots_known = true;
  std::string url = name + "/robots.txt";
  for (unsigned hop = 0; hop <= robots_redirects; ++hop) {
    const std::string whole = parse_url(url).whole;
    const HttpAnswer answer = ask(whole, nullptr);
    const HttpMessage message = parse_http(answer.head);
    if (is_redirect(answer.status)) {
      url = parse_url(std::string(message.header.value("location")), whole).whole;
      if (url.empty()) return;
      continue;
    }
    if (answer.status == 0 || answer.status >= 500) {
      // Where the host can't be asked at all, the page itself will tell why.
      host.robots_failed = answer.failure != HttpFailure::refused_address && answer.failure != HttpFailure::no_host;
    } else if (answer.status == ok) {
      const std::string whole_answer = answer.head + answer.body;
      host.robots = Robots(decode_payload(parse_http(whole_answer), max_robots_bytes).bytes, "isnad");
    }
    return;
  }
}

HttpAnswer Fetcher::ask(const std::string& url, const JournalEntry* before) {
  Host& host = hosts_[parse_url(url).host];
  const int64_t now = clock_.now_ms();
  if (host.ready_at > now) clock_.sleep_ms(host.ready_at - now);
  const int64_t started = clock_.now_ms();
  HttpRequest request{url, {}, {}};
  if (before != nullptr) {
    request.etag = before->etag;
    request.last_modified = before->last_modified;
  }
  HttpAnswer answer = client_.get(request);
  ++requests_;
  bytes_ += answer.head.size() + answer.body.size();
  if (answer.status != 0) archive_->write(url, started, answer);
  const auto asked = static_cast<int64_t>(host.robots.delay_seconds() * 1000);
  host.ready_at = clock_.now_ms() + std::max(options_.delay_ms, std::min(asked, options_.most_delay_ms));
  return answer;
}

Fetcher::Step Fetcher::finish(FetchResult& result, std::string outcome, std::string reason) {
  result.entry.outcome = std::move(outcome);
  result.entry.reason = std::move(reason);
  return Step::done;
}

Fetcher::Step Fetcher::redirect(Job& job, const HttpAnswer& answer, FetchResult& result) {
  const HttpMessage message = parse_http(answer.head);
  const UrlParts next = parse_url(std::string(message.header.value("location")), job.current);
  if (next.host.empty()) return finish(result, "failed", "redirects to what is no http or https address");
  if (!job.seen.insert(next.whole).second) return finish(result, "failed", "redirects in a circle");
  if (job.seen.size() > options_.redirects) {
    return finish(result, "failed", fmt::format("redirects more than {} times", options_.redirects));
  }
  job.current = next.whole;
  job.host = next.host;
  return Step::again;
}

// A server that is busy or out of order is asked again, later and later.
Fetcher::Step Fetcher::retry(Job& job, const HttpAnswer& answer, FetchResult& result) {
  const std::string reason =
      answer.failure != HttpFailure::none ? answer.reason : fmt::format("the server answers {}", answer.status);
  const int64_t now = clock_.now_ms();
  const int64_t backoff = options_.first_backoff_ms << job.tries;
  const int64_t asked = retry_after_ms(parse_http(answer.head).header.value("retry-after"), now);
  const int64_t wait = std::max(backoff, asked);
  if (asked > options_.most_wait_ms) {
    return finish(result, "failed", fmt::format("{} and asks to wait {} seconds", reason, asked / 1000));
  }
  if (++job.tries >= options_.tries) return finish(result, "failed", fmt::format("{}, {} times", reason, job.tries));
  Host& host = hosts_[job.host];
  host.ready_at = std::max(host.ready_at, now + wait);
  return Step::again;
}

Fetcher::Step Fetcher::step(Job& job, FetchResult& result) {
  const UrlParts parts = parse_url(job.current);
  if (parts.host.empty()) return finish(result, "failed", "this is no http or https address");
  const Host& host = host_of(job.host);
  if (host.robots_failed) return finish(result, "failed", "robots.txt can't be had, so nothing of the site is allowed");
  if (!host.robots.allows(parts.path)) return finish(result, "refused", "robots.txt of the site does not allow it");
  if (!budget_left()) return finish(result, "refused", "the budget of this run is used up");
  const HttpAnswer answer = ask(job.current, journal_.fetched(job.url));
  job.bytes += answer.head.size() + answer.body.size();
  JournalEntry& entry = result.entry;
  entry.status = answer.status;
  entry.final_url = job.current;
  entry.bytes = job.bytes;
  entry.warc = archive_->file_name();
  const HttpMessage message = parse_http(answer.head);
  if (answer.failure == HttpFailure::connection || answer.failure == HttpFailure::too_slow ||
      answer.status == too_many || (answer.failure == HttpFailure::none && answer.status >= 500)) {
    return retry(job, answer, result);
  }
  if (answer.failure != HttpFailure::none) return finish(result, "failed", answer.reason);
  if (answer.status == not_modified) {
    if (const JournalEntry* before = journal_.fetched(job.url)) {
      entry.etag = before->etag;
      entry.last_modified = before->last_modified;
    }
    return finish(result, "unchanged", {});
  }
  if (is_redirect(answer.status)) return redirect(job, answer, result);
  if (answer.status < ok || answer.status >= 300)
    return finish(result, "failed", fmt::format("the server answers {}", answer.status));
  entry.etag = message.header.value("etag");
  entry.last_modified = message.header.value("last-modified");
  entry.sha256 = sha256_hex(answer.body);
  result.answer = answer.head + answer.body;
  return finish(result, "fetched", {});
}

void Fetcher::fetch(const std::vector<std::string>& urls, bool again, WarcWriter& archive,
                    const std::function<void(const FetchResult&)>& on_done) {
  archive_ = &archive;
  std::deque<Job> jobs;
  std::set<std::string> known;
  for (const std::string& url : urls) {
    const UrlParts parts = parse_url(url);
    Job job;
    job.url = parts.host.empty() ? url : parts.whole;
    job.host = parts.host;
    job.current = job.url;
    job.seen.insert(job.current);
    if (!known.insert(job.url).second || (!again && journal_.fetched(job.url))) continue;
    jobs.push_back(std::move(job));
  }
  while (!jobs.empty()) {
    // The first whose host may be asked now, else the one that may be asked soonest.
    const int64_t now = clock_.now_ms();
    auto next = jobs.begin();
    int64_t soonest = INT64_MAX;
    for (auto job = jobs.begin(); job != jobs.end() && soonest > now; ++job) {
      const auto host = hosts_.find(job->host);
      const int64_t ready = host == hosts_.end() ? 0 : host->second.ready_at;
      if (ready < soonest) {
        soonest = ready;
        next = job;
      }
    }
    FetchResult result;
    result.entry.url = next->url;
    if (step(*next, result) == Step::again) continue;
    result.entry.time = utc_text(clock_.now_ms());
    journal_.add(result.entry);
    jobs.erase(next);
    on_done(result);
  }
}

}  // namespace isnad
