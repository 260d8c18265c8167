#include "read/warc.h"

#include <fmt/format.h>

#include <charconv>

#include "base/error.h"
#include "lexicon/table.h"
#include "read/http_message.h"

namespace isnad {
namespace {

constexpr size_t max_header_bytes = 256u << 10;
constexpr size_t max_line_bytes = 64u << 10;
constexpr size_t max_page_bytes = 32u << 20;
constexpr size_t http_head_bytes = 16u << 10;
constexpr size_t most_broken_records = 1000;

// Types of content that hold reports, or may.
bool may_be_read(const std::string& type) {
  if (type.empty() || type.starts_with("application/octet-stream")) return true;
  if (type.starts_with("text/")) return type != "text/css" && type != "text/javascript";
  for (const std::string_view part :
       {"html", "xml", "json", "pdf", "officedocument.wordprocessing", "opendocument.text", "rfc822", "gzip"}) {
    if (type.find(part) != std::string::npos) return true;
  }
  return false;
}

class WarcReader {
 public:
  WarcReader(ByteStream& bytes, const Part& part, ReportSink& sink) : in_(bytes), part_(part), sink_(sink) {}

  void read() {
    while (broken_ <= most_broken_records) {
      try {
        if (!read_record()) return;
      } catch (const Error& error) {
        if (error.code() != ErrorCode::bad_format) throw;
        const std::string sentence = error.what();
        tell(error.place().empty() ? sentence : sentence.substr(error.place().size() + 2));
        lost_ = true;
      }
    }
    sink_.problem(part_.place, "more than a thousand records are broken; the rest is not read");
  }

 private:
  std::string place() const { return fmt::format("{}: record {}", part_.place, number_); }

  void tell(const std::string& sentence) {
    ++broken_;
    sink_.problem(place(), sentence);
  }

  // Takes the lines before a record's version line; false at the end.
  bool find_record() {
    std::string line;
    while (in_.line(line, max_line_bytes)) {
      if (line.starts_with("WARC/")) return true;
      if (trim(line).empty() || lost_) continue;
      tell("something stands where a record should begin");
      lost_ = true;
    }
    return false;
  }

  bool read_record() {
    ++number_;
    if (!find_record()) return false;
    lost_ = false;
    std::string header_bytes, line;
    while (in_.line(line, max_line_bytes) && !line.empty()) {
      if (header_bytes.size() < max_header_bytes) header_bytes += line + "\n";
    }
    size_t size = 0;
    const HeaderFields header = parse_header(header_bytes, size);
    const std::string_view length = header.value("content-length");
    uint64_t left = 0;
    const auto [end, error] = std::from_chars(length.data(), length.data() + length.size(), left);
    if (length.empty() || error != std::errc{} || end != length.data() + length.size()) {
      tell("the record does not say how long it is");
      lost_ = true;
      return true;
    }
    const uint64_t before = in_.position();
    read_block(header, left);
    const uint64_t taken = in_.position() - before;
    if (taken < left && in_.skip(left - taken) < left - taken) tell("the record is cut off");
    return true;
  }

  void read_block(const HeaderFields& header, uint64_t size) {
    const std::string_view type = header.value("warc-type");
    if (type == "revisit") return sink_.left_out("records that say that a page was as before");
    if (type != "response" && type != "resource" && type != "conversion") return;
    std::string_view url = header.value("warc-target-uri");
    if (url.starts_with('<') && url.ends_with('>')) url = url.substr(1, url.size() - 2);  // as WARC 1.0 has it
    Part page = part_;
    page.place = place();
    page.name = url.substr(0, url.find_first_of("?#"));
    page.url = url;
    page.fetched_at = header.value("warc-date");
    page.content_type = header.value("content-type");
    page.depth = part_.depth + 1;
    page.met = true;
    if (!url.starts_with("http:") && !url.starts_with("https:")) {
      if (type == "response") return;  // dns: and the like
      page.url.clear();
    }
    if (page.name.ends_with("/robots.txt")) return;  // asked for by the crawler, for itself
    const bool http = type == "response" && page.content_type.starts_with("application/http");
    if (!http && !may_be_read(media_type(page.content_type))) return sink_.left_out("records that are no pages");
    if (http && !is_page(size)) return;
    if (size > max_page_bytes) return sink_.problem(page.place, "larger than 32 MiB, which is more than a page can be");
    std::string block(static_cast<size_t>(size), '\0');
    size_t got = 0;
    while (got < block.size()) {
      const size_t more = in_.read(block.data() + got, block.size() - got);
      if (more == 0) break;
      got += more;
    }
    if (got < block.size()) throw Error(ErrorCode::bad_format, page.place, "the record is cut off");
    hand_on(block, page, http);
  }

  // By the head of the answer, so that pictures and films are passed over without being held.
  bool is_page(uint64_t size) {
    const std::string_view head = in_.peek(static_cast<size_t>(std::min<uint64_t>(size, http_head_bytes)));
    const HttpMessage message = parse_http(head);
    if (message.status != 0 && (message.status < 200 || message.status >= 300)) {
      sink_.left_out("answers without a page (moved, not found, errors)");
      return false;
    }
    if (!may_be_read(media_type(message.header.value("content-type")))) {
      sink_.left_out("records that are no pages");
      return false;
    }
    return true;
  }

  void hand_on(const std::string& block, Part& page, bool http) {
    if (!http) {
      MemoryStream content(block);
      return sink_.file(content, page);
    }
    const HttpMessage message = parse_http(block);
    page.content_type = message.header.value("content-type");
    const Payload payload = decode_payload(message, max_page_bytes);
    if (!payload.problem.empty()) sink_.problem(page.place, payload.problem);
    if (payload.bytes.empty()) return sink_.left_out("answers without a page (moved, not found, errors)");
    MemoryStream content(payload.bytes);
    sink_.file(content, page);
  }

  PeekStream in_;
  const Part& part_;
  ReportSink& sink_;
  size_t number_ = 0;
  size_t broken_ = 0;
  bool lost_ = false;  // looking for the next record
};

}  // namespace

void read_warc(ByteStream& bytes, const Part& part, ReportSink& sink) { WarcReader(bytes, part, sink).read(); }

}  // namespace isnad
