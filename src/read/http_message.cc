#include "read/http_message.h"

#include <zlib.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "lexicon/table.h"

namespace isnad {
namespace {

constexpr size_t max_header_fields = 1000;

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

// The bytes of chunks, nothing where the body is not in chunks (RFC 9112, 7.1).
std::optional<std::string> without_chunks(std::string_view body, bool& whole) {
  std::string out;
  whole = false;
  while (!body.empty()) {
    size_t size = 0;
    const auto [end, error] = std::from_chars(body.data(), body.data() + std::min<size_t>(body.size(), 16), size, 16);
    const size_t line = body.find('\n');
    const size_t digits = static_cast<size_t>(end - body.data());
    const bool marked = error == std::errc{} && line != std::string_view::npos && line < 1024;
    const std::string_view behind = marked ? trim(body.substr(digits, line - digits)) : std::string_view{};
    if (!marked || (!behind.empty() && behind.front() != ';')) {
      if (out.empty()) return std::nullopt;
      return out;
    }
    body.remove_prefix(line + 1);
    if (size == 0) {
      whole = true;
      return out;
    }
    whole = size <= body.size();
    out += body.substr(0, size);
    body.remove_prefix(std::min(size, body.size()));
    if (body.starts_with('\r')) body.remove_prefix(1);
    if (body.starts_with('\n')) body.remove_prefix(1);
  }
  return out;
}

// window: as zlib has it: 15 + 32 finds gzip or zlib, -15 is deflate without a header.
Payload inflate_all(std::string_view bytes, int window, size_t limit) {
  Payload out;
  z_stream zlib{};
  if (inflateInit2(&zlib, window) != Z_OK) return {{}, "out of memory"};
  zlib.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  zlib.avail_in = static_cast<uInt>(bytes.size());
  int result = Z_OK;
  while (result == Z_OK && out.bytes.size() <= limit) {
    const size_t before = out.bytes.size();
    out.bytes.resize(before + std::max<size_t>(1u << 16, before));
    zlib.next_out = reinterpret_cast<Bytef*>(out.bytes.data() + before);
    zlib.avail_out = static_cast<uInt>(out.bytes.size() - before);
    result = inflate(&zlib, Z_NO_FLUSH);
    out.bytes.resize(out.bytes.size() - zlib.avail_out);
    if (result == Z_STREAM_END && zlib.avail_in > 2 && window > 0 && zlib.next_in[0] == 0x1f) {
      result = inflateReset(&zlib);  // another member
    }
  }
  inflateEnd(&zlib);
  if (out.bytes.size() > limit) {
    out.problem = "expands to more than " + std::to_string(limit >> 20) + " MiB";
  } else if (result != Z_STREAM_END) {
    out.problem = "the compressed body is broken or cut off";
  }
  return out;
}

Payload without_compression(std::string bytes, const std::string& encoding, size_t limit) {
  if (encoding.empty() || encoding == "identity" || bytes.empty()) return {std::move(bytes), {}};
  const auto first = static_cast<unsigned char>(bytes[0]);
  if (encoding == "gzip" || encoding == "x-gzip") {
    if (!bytes.starts_with("\x1f\x8b")) return {std::move(bytes), {}};  // was taken off before it was kept
    return inflate_all(bytes, 15 + 32, limit);
  }
  if (encoding == "deflate") {  // by the standard with zlib's header, by many servers without it
    const bool has_header =
        bytes.size() > 1 && (first & 0x0F) == 8 && (first * 256U + static_cast<unsigned char>(bytes[1])) % 31 == 0;
    if (first == '<') return {std::move(bytes), {}};
    return inflate_all(bytes, has_header ? 15 : -15, limit);
  }
  if (first == '<') return {std::move(bytes), {}};
  return {{}, "the body is packed as '" + encoding + "', which isnad does not read"};
}

}  // namespace

std::string_view HeaderFields::value(std::string_view name) const {
  for (const auto& [field, value] : all) {
    if (field == name) return value;
  }
  return {};
}

HeaderFields parse_header(std::string_view bytes, size_t& size) {
  HeaderFields header;
  size = 0;
  while (size < bytes.size()) {
    const size_t end = std::min(bytes.find('\n', size), bytes.size());
    std::string_view line = bytes.substr(size, end - size);
    size = std::min(end + 1, bytes.size());
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty()) break;
    if ((line.front() == ' ' || line.front() == '\t') && !header.all.empty()) {
      header.all.back().second += ' ';
      header.all.back().second += trim(line);
      continue;
    }
    const size_t colon = line.find(':');
    if (colon == std::string_view::npos || header.all.size() >= max_header_fields) continue;
    header.all.emplace_back(lower(trim(line.substr(0, colon))), trim(line.substr(colon + 1)));
  }
  return header;
}

HttpMessage parse_http(std::string_view bytes) {
  HttpMessage message;
  message.body = bytes;
  if (!bytes.starts_with("HTTP/")) return message;
  const size_t line_end = std::min(bytes.find('\n'), bytes.size());
  const std::string_view line = bytes.substr(0, line_end);
  const size_t space = std::min(line.find(' '), line.size());
  std::from_chars(line.data() + std::min(space + 1, line.size()), line.data() + line.size(), message.status);
  bytes.remove_prefix(std::min(line_end + 1, bytes.size()));
  size_t size = 0;
  message.header = parse_header(bytes, size);
  message.body = bytes.substr(size);
  return message;
}

std::string media_type(std::string_view content_type) {
  return lower(trim(content_type.substr(0, content_type.find(';'))));
}

std::string parameter(std::string_view content_type, std::string_view name) {
  bool quoted = false;
  for (size_t at = 0, start = 0; at <= content_type.size(); ++at) {
    if (at < content_type.size() && content_type[at] == '"') quoted = !quoted;
    if (at < content_type.size() && (content_type[at] != ';' || quoted)) continue;
    const std::string_view item = content_type.substr(start, at - start);
    start = at + 1;
    const size_t sign = item.find('=');
    if (sign == std::string_view::npos || lower(trim(item.substr(0, sign))) != name) continue;
    std::string_view value = trim(item.substr(sign + 1));
    if (value.size() >= 2 && (value.front() == '"' || value.front() == '\'') && value.back() == value.front()) {
      value = value.substr(1, value.size() - 2);
    }
    return std::string(value);
  }
  return {};
}

std::string charset_parameter(std::string_view content_type) { return parameter(content_type, "charset"); }

Payload decode_payload(const HttpMessage& message, size_t limit) {
  std::string body;
  std::string cut;
  bool whole = true;
  if (lower(message.header.value("transfer-encoding")).find("chunked") != std::string::npos) {
    std::optional<std::string> joined = without_chunks(message.body, whole);
    body = joined ? std::move(*joined) : std::string(message.body);
    if (joined && !whole) cut = "the body is cut off";
  } else {
    body = message.body;
  }
  const std::string encodings = lower(message.header.value("content-encoding"));
  Payload out{std::move(body), {}};
  for (size_t end = encodings.size(); end > 0 && out.problem.empty();) {  // the last one was put on last
    const size_t comma = encodings.find_last_of(',', end - 1);
    const size_t start = comma == std::string::npos ? 0 : comma + 1;
    out = without_compression(std::move(out.bytes), std::string(trim(encodings.substr(start, end - start))), limit);
    end = comma == std::string::npos ? 0 : comma;
  }
  if (out.problem.empty() && out.bytes.size() > limit) {
    out.bytes.resize(limit);
    out.problem = "larger than " + std::to_string(limit >> 20) + " MiB";
  }
  if (out.problem.empty()) out.problem = cut;
  return out;
}

}  // namespace isnad
