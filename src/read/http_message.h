// HTTP answers as web archives keep them: status, header, and the payload behind its transfer and content encodings.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace isnad {

struct HeaderFields {
  std::vector<std::pair<std::string, std::string>> all;  // names in lower case
  // The value of the first field of the name (in lower case); empty where there is none.
  std::string_view value(std::string_view name) const;
};

// Fields of lines "Name: value", continued on lines that begin with blanks, up to an empty line or the end. `size`
// becomes the bytes taken with the empty line.
HeaderFields parse_header(std::string_view bytes, size_t& size);

struct HttpMessage {
  int status = 0;  // 0: no status line
  HeaderFields header;
  std::string_view body;  // as sent
};

// Parts an answer; bytes without a status line are all body, with status 0.
HttpMessage parse_http(std::string_view bytes);

// The parts of "text/html; charset=windows-1256": type in lower case, and the charset as sent.
std::string media_type(std::string_view content_type);
std::string charset_parameter(std::string_view content_type);
// Any parameter of it, as "boundary"; empty where there is none.
std::string parameter(std::string_view content_type, std::string_view name);

struct Payload {
  std::string bytes;
  std::string problem;  // one sentence where it could not be decoded to its end; bytes then hold what could
};

// The body without chunks and compression (gzip, deflate), at most `limit` bytes. Archives that were made by tools that
// took the chunks off and left the header as it was are read as well.
Payload decode_payload(const HttpMessage& message, size_t limit);

}  // namespace isnad
