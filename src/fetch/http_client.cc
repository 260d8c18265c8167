#include "fetch/http_client.h"

#include <curl/curl.h>
#include <fcntl.h>
#include <unistd.h>

#include <mutex>

#include "fetch/address.h"

namespace isnad {
namespace {

constexpr size_t max_head_bytes = 256u << 10;
constexpr long slow_bytes_a_second = 100;

struct CurlFree {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
  void operator()(CURLU* url) const { curl_url_cleanup(url); }
};

}  // namespace

struct HttpClient::State {
  State(std::string agent, bool allow, HttpLimits most)
      : user_agent(std::move(agent)), allow_private(allow), limits(most) {
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
    curl.reset(curl_easy_init());
  }

  static size_t take_head(char* bytes, size_t, size_t size, void* self) {
    auto& answer = static_cast<State*>(self)->answer;
    if (!answer.body.empty()) return size;                                        // trailers
    if (std::string_view(bytes, size).starts_with("HTTP/")) answer.head.clear();  // the one before was "100 Continue"
    if (answer.head.size() + size > max_head_bytes) return 0;
    answer.head.append(bytes, size);
    return size;
  }

  static size_t take_body(char* bytes, size_t, size_t size, void* self) {
    auto* state = static_cast<State*>(self);
    if (state->answer.body.size() + size > state->limits.body_bytes) {
      state->answer.failure = HttpFailure::too_large;
      return 0;
    }
    state->answer.body.append(bytes, size);
    return size;
  }

  static int watch(CURL*, curl_infotype type, char* bytes, size_t size, void* self) {
    if (type == CURLINFO_HEADER_OUT) static_cast<State*>(self)->answer.request_head.assign(bytes, size);
    return 0;
  }

  static curl_socket_t open_socket(void* self, curlsocktype, curl_sockaddr* to) {
    auto* state = static_cast<State*>(self);
    if (!state->allow_private && !is_public_address(&to->addr)) {
      state->refused = address_text(&to->addr);
      return CURL_SOCKET_BAD;
    }
    state->answer.address = address_text(&to->addr);
    return socket(to->family, to->socktype | SOCK_CLOEXEC, to->protocol);
  }

  void set_options(curl_slist* headers, const std::string& url) {
    const auto set = [&](CURLoption option, auto value) { curl_easy_setopt(curl.get(), option, value); };
    set(CURLOPT_URL, url.c_str());
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));  // so that what is kept is what was sent
    set(CURLOPT_HTTP_TRANSFER_DECODING, 0L);
    set(CURLOPT_FOLLOWLOCATION, 0L);
    set(CURLOPT_PROXY, "");
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_DISALLOW_USERNAME_IN_URL, 1L);
    set(CURLOPT_USERAGENT, user_agent.c_str());
    set(CURLOPT_HTTPHEADER, headers);
    set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(limits.connect_ms));
    set(CURLOPT_TIMEOUT_MS, static_cast<long>(limits.total_ms));
    set(CURLOPT_LOW_SPEED_LIMIT, slow_bytes_a_second);
    set(CURLOPT_LOW_SPEED_TIME, static_cast<long>(limits.slow_seconds));
    set(CURLOPT_HEADERFUNCTION, &State::take_head);
    set(CURLOPT_HEADERDATA, this);
    set(CURLOPT_WRITEFUNCTION, &State::take_body);
    set(CURLOPT_WRITEDATA, this);
    set(CURLOPT_VERBOSE, 1L);  // only with it the request is given to DEBUGFUNCTION
    set(CURLOPT_DEBUGFUNCTION, &State::watch);
    set(CURLOPT_DEBUGDATA, this);
    set(CURLOPT_OPENSOCKETFUNCTION, &State::open_socket);
    set(CURLOPT_OPENSOCKETDATA, this);
  }

  void fail(HttpFailure failure, std::string reason) {
    answer.failure = failure;
    answer.reason = std::move(reason);
  }

  void explain(CURLcode code) {
    if (code == CURLE_OK) return;
    if (answer.failure == HttpFailure::too_large) {
      return fail(HttpFailure::too_large, "larger than " + std::to_string(limits.body_bytes >> 20) + " MiB");
    }
    if (!refused.empty() && answer.status == 0) {
      return fail(HttpFailure::refused_address,
                  "leads to " + refused + ", which is no address of the public Internet (--allow-private allows it)");
    }
    switch (code) {
      case CURLE_OPERATION_TIMEDOUT: return fail(HttpFailure::too_slow, "the server is too slow");
      case CURLE_COULDNT_RESOLVE_HOST: return fail(HttpFailure::no_host, "there is no host of this name");
      case CURLE_PEER_FAILED_VERIFICATION:
      case CURLE_SSL_CONNECT_ERROR:
        return fail(HttpFailure::tls,
                    std::string("the server's certificate does not hold (") + curl_easy_strerror(code) + ")");
      default:
        return fail(HttpFailure::connection, std::string("the connection failed (") + curl_easy_strerror(code) + ")");
    }
  }

  std::string user_agent;
  bool allow_private;
  HttpLimits limits;
  std::unique_ptr<CURL, CurlFree> curl;
  HttpAnswer answer;
  std::string refused;
};

HttpClient::HttpClient(std::string user_agent, bool allow_private, HttpLimits limits)
    : state_(std::make_unique<State>(std::move(user_agent), allow_private, limits)) {}

HttpClient::~HttpClient() = default;

HttpAnswer HttpClient::get(const HttpRequest& request) {
  State& state = *state_;
  state.answer = {};
  state.refused.clear();
  std::unique_ptr<curl_slist, CurlFree> headers;
  const auto add = [&](const std::string& line) { headers.reset(curl_slist_append(headers.release(), line.c_str())); };
  add("Accept: "
      "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/xml;q=0.9,*/*;q=0.5");
  add("Accept-Language: ar,*;q=0.5");
  add("Accept-Encoding: gzip, deflate");
  if (!request.etag.empty()) add("If-None-Match: " + request.etag);
  if (!request.last_modified.empty()) add("If-Modified-Since: " + request.last_modified);
  state.set_options(headers.get(), request.url);
  const CURLcode code = curl_easy_perform(state.curl.get());
  long status = 0;
  curl_easy_getinfo(state.curl.get(), CURLINFO_RESPONSE_CODE, &status);
  state.answer.status = static_cast<int>(status);
  if (state.answer.address.empty()) {  // a connection that was open already
    const char* address = nullptr;
    if (curl_easy_getinfo(state.curl.get(), CURLINFO_PRIMARY_IP, &address) == CURLE_OK && address)
      state.answer.address = address;
  }
  state.explain(code);
  return std::move(state.answer);
}

UrlParts parse_url(const std::string& url, const std::string& base) {
  const std::unique_ptr<CURLU, CurlFree> handle(curl_url());
  UrlParts parts;
  if (!base.empty() && curl_url_set(handle.get(), CURLUPART_URL, base.c_str(), 0) != CURLUE_OK) return parts;
  if (curl_url_set(handle.get(), CURLUPART_URL, url.c_str(), CURLU_URLENCODE) != CURLUE_OK) return parts;
  const auto part = [&](CURLUPart which, unsigned flags = 0) {
    char* text = nullptr;
    if (curl_url_get(handle.get(), which, &text, flags) != CURLUE_OK) return std::string();
    std::string out(text);
    curl_free(text);
    return out;
  };
  const std::string scheme = part(CURLUPART_SCHEME);
  if ((scheme != "http" && scheme != "https") || !part(CURLUPART_USER).empty() || !part(CURLUPART_PASSWORD).empty())
    return parts;
  const std::string query = part(CURLUPART_QUERY);
  curl_url_set(handle.get(), CURLUPART_FRAGMENT, nullptr, 0);
  parts.whole = part(CURLUPART_URL);
  parts.path = part(CURLUPART_PATH) + (query.empty() ? "" : "?" + query);
  parts.host = scheme + "://" + part(CURLUPART_HOST) + ":" + part(CURLUPART_PORT, CURLU_DEFAULT_PORT);
  return parts;
}

}  // namespace isnad
