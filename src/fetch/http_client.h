// One request over HTTP or HTTPS with libcurl: limits, no redirects of its own, and what was sent and received to the
// byte.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

namespace isnad {

struct HttpLimits {
  uint64_t body_bytes = 16u << 20;
  unsigned connect_ms = 15'000;
  unsigned total_ms = 60'000;
  unsigned slow_seconds = 20;  // with less than 100 bytes a second
};

struct HttpRequest {
  std::string url;
  std::string etag;           // of the answer that is at hand; empty: none
  std::string last_modified;  // the same
};

// Why there is no answer, or only the beginning of one.
enum class HttpFailure : uint8_t { none, refused_address, too_large, too_slow, no_host, tls, connection };

struct HttpAnswer {
  HttpFailure failure = HttpFailure::none;
  std::string reason;        // one sentence where failure is set
  int status = 0;            // 0: none came
  std::string request_head;  // as sent
  std::string head;          // status line and header, as received
  std::string body;          // as received, with its chunks and its compression
  std::string address;       // of the server
};

class HttpClient {
 public:
  // user_agent: of the header of that name. allow_private: connect to addresses outside the public Internet as well.
  // Addresses are checked when a connection is made, so that no name can lead elsewhere behind the check.
  HttpClient(std::string user_agent, bool allow_private, HttpLimits limits);
  ~HttpClient();
  HttpClient(const HttpClient&) = delete;
  HttpClient& operator=(const HttpClient&) = delete;

  HttpAnswer get(const HttpRequest& request);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Parts of an http or https address; host is empty where it is none, or holds a name or password.
struct UrlParts {
  std::string host;   // "scheme://host:port": what robots.txt and delays belong to
  std::string path;   // with the query
  std::string whole;  // normal form, without a fragment
};
// url may be relative to base. Non-ASCII letters are escaped.
UrlParts parse_url(const std::string& url, const std::string& base = {});

}  // namespace isnad
