#include "read/mime.h"

#include <fmt/format.h>

#include <algorithm>

#include "lexicon/table.h"
#include "read/charset_names.h"
#include "read/http_message.h"
#include "read/sniff.h"
#include "read/xml.h"

namespace isnad {
namespace {

constexpr int max_depth = 10;
constexpr size_t max_parts = 10'000;

struct MimePart {
  HeaderFields header;
  std::string type;       // "text/html"
  std::string_view body;  // as sent
};

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

MimePart part_of(std::string_view bytes) {
  MimePart part;
  size_t size = 0;
  part.header = parse_header(bytes, size);
  part.body = bytes.substr(size);
  part.type = media_type(part.header.value("content-type"));
  if (part.type.empty()) part.type = "text/plain";
  return part;
}

std::string content_of(const MimePart& part) {
  const std::string encoding = lower(trim(part.header.value("content-transfer-encoding")));
  if (encoding == "base64") return decode_base64(part.body);
  if (encoding == "quoted-printable") return decode_quoted_printable(part.body);
  return std::string(part.body);
}

// Parts between the lines "--boundary"; the last one ends with the bytes where its line is missing.
std::vector<std::string_view> split_parts(std::string_view body, const std::string& boundary) {
  std::vector<std::string_view> parts;
  const std::string mark = "--" + boundary;
  size_t start = std::string_view::npos;
  for (size_t at = body.find(mark); at != std::string_view::npos; at = body.find(mark, at + mark.size())) {
    if (at > 0 && body[at - 1] != '\n') continue;
    if (start != std::string_view::npos) parts.push_back(body.substr(start, at - start));
    const size_t line_end = body.find('\n', at);
    const bool last = body.substr(at + mark.size(), 2) == "--";
    start = last || line_end == std::string_view::npos ? std::string_view::npos : line_end + 1;
    if (last || parts.size() >= max_parts) break;
  }
  if (start != std::string_view::npos && start < body.size()) parts.push_back(body.substr(start));
  return parts;
}

class MailReader {
 public:
  MailReader(std::string_view bytes, const Part& part, ReportSink& sink)
      : message_(part_of(bytes)), part_(part), sink_(sink) {}

  void read() {
    const std::string_view saved_from = message_.header.value("snapshot-content-location");
    page_ = !saved_from.empty() || (message_.type == "multipart/related" && !has("received"));
    url_ = saved_from;
    walk(message_, 0);
    if (page_) return;
    Document document;
    document.path = part_.place;
    document.id = lower_id();
    document.title = decode_words(message_.header.value("subject"));
    document.published_given = message_.header.value("date");
    document.outlet = sender();
    document.text = text_.empty() ? fragment_text(html_) : text_;
    if (!document.title.empty() && !document.text.empty() && !document.text.starts_with(document.title)) {
      document.text = document.title + "\n" + document.text;
    }
    if (document.text.empty() && attachments_ > 0) return;  // a letter that only carries files
    sink_.report(std::move(document), part_);
  }

 private:
  bool has(std::string_view field) const { return !message_.header.value(field).empty(); }

  std::string lower_id() const {
    std::string id(trim(message_.header.value("message-id")));
    return id.starts_with('<') && id.ends_with('>') ? id.substr(1, id.size() - 2) : id;
  }

  // The name of the sender, or the address.
  std::string sender() const {
    std::string from = decode_words(message_.header.value("from"));
    const size_t bracket = from.find('<');
    if (bracket != std::string::npos && bracket > 0) from = std::string(trim(from.substr(0, bracket)));
    if (from.size() >= 2 && from.front() == '"' && from.back() == '"') from = from.substr(1, from.size() - 2);
    return from;
  }

  void walk(const MimePart& part, int depth) {
    if (depth > max_depth) return sink_.problem(part_.place, "parts inside parts, too deep to be read");
    if (part.type.starts_with("multipart/")) {
      const std::string boundary = parameter(part.header.value("content-type"), "boundary");
      if (boundary.empty()) return sink_.problem(part_.place, "the message does not say where its parts end");
      for (const std::string_view bytes : split_parts(part.body, boundary)) walk(part_of(bytes), depth + 1);
      return;
    }
    if (page_) return take_page(part);
    const std::string name = decode_words(file_name(part));
    if (lower(part.header.value("content-disposition")).starts_with("attachment") || !name.empty()) {
      return take_attachment(part, name);
    }
    const std::string charset = charset_parameter(part.header.value("content-type"));
    if (part.type == "text/html" && html_.empty()) html_ = decode_as(content_of(part), charset);
    if (part.type == "text/plain") {
      std::string text = decode_as(content_of(part), charset);
      std::erase(text, '\r');
      text_ += (text_.empty() ? "" : "\n") + std::string(trim(text));
    }
  }

  static std::string file_name(const MimePart& part) {
    const std::string name = parameter(part.header.value("content-disposition"), "filename");
    return name.empty() ? parameter(part.header.value("content-type"), "name") : name;
  }

  // The first page of a saved file is the page; those behind it are its frames: advertisements.
  void take_page(const MimePart& part) {
    if (found_page_ || part.type != "text/html") return;
    found_page_ = true;
    Part page = part_;
    page.content_type = part.header.value("content-type");
    page.name = "page.html";
    const std::string_view location = part.header.value("content-location");
    if (url_.empty() && location.starts_with("http")) url_ = location;
    page.url = url_;
    page.fetched_at = message_.header.value("date");
    ++page.depth;
    const std::string bytes = content_of(part);
    MemoryStream content(bytes);
    sink_.file(content, page);
  }

  void take_attachment(const MimePart& part, const std::string& name) {
    if (!names_a_report(name)) return;
    ++attachments_;
    Part file = part_;
    file.place += "/" + name;
    file.name = name;
    file.content_type = part.header.value("content-type");
    ++file.depth;
    const std::string bytes = content_of(part);
    MemoryStream content(bytes);
    sink_.file(content, file);
  }

  MimePart message_;
  const Part& part_;
  ReportSink& sink_;
  bool page_ = false;
  bool found_page_ = false;
  std::string url_;
  std::string text_, html_;
  size_t attachments_ = 0;
};

}  // namespace

void read_mail(std::string_view bytes, const Part& part, ReportSink& sink) { MailReader(bytes, part, sink).read(); }

}  // namespace isnad
