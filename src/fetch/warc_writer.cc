#include "fetch/warc_writer.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>
#include <zlib.h>

#include <cerrno>
#include <filesystem>

#include "base/calendar.h"
#include "base/error.h"
#include "base/sha256.h"

namespace isnad {
namespace {

constexpr uint64_t max_file_bytes = 1ull << 30;  // a new file is begun behind it
constexpr int not_modified = 304;

std::string gzip_member(const std::string& bytes) {
  z_stream zlib{};
  if (deflateInit2(&zlib, Z_DEFAULT_COMPRESSION, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK)
    throw std::bad_alloc();
  std::string out(deflateBound(&zlib, bytes.size()), '\0');
  zlib.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  zlib.avail_in = static_cast<uInt>(bytes.size());
  zlib.next_out = reinterpret_cast<Bytef*>(out.data());
  zlib.avail_out = static_cast<uInt>(out.size());
  deflate(&zlib, Z_FINISH);
  out.resize(zlib.total_out);
  deflateEnd(&zlib);
  return out;
}

// Ids are made of what the record holds: the same run over the same answers writes the same bytes.
std::string record_id(const std::string& seed) {
  const std::string hex = sha256_hex(seed);
  return fmt::format("<urn:uuid:{}-{}-8{}-8{}-{}>", hex.substr(0, 8), hex.substr(8, 4), hex.substr(12, 3),
                     hex.substr(15, 3), hex.substr(18, 12));
}

}  // namespace

std::string utc_text(int64_t unix_ms) {
  const int64_t seconds = unix_ms / 1000;
  const CalendarDay day = calendar_day(static_cast<int32_t>(seconds / 86400));
  const int64_t clock = seconds % 86400;
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", day.year, day.month, day.day, clock / 3600,
                     clock / 60 % 60, clock % 60);
}

struct WarcWriter::Record {
  std::string type;
  std::string id;
  std::string date;
  std::string content_type;
  std::string more;  // header lines of its own, each with its end
  const std::string& block;
};

WarcWriter::WarcWriter(std::string folder, std::string software)
    : folder_(std::move(folder)), software_(std::move(software)) {}

WarcWriter::~WarcWriter() {
  if (file_ >= 0) ::close(file_);
}

void WarcWriter::open(int64_t unix_ms) {
  if (file_ >= 0 && size_ < max_file_bytes) return;
  if (file_ >= 0) ::close(file_);
  std::error_code ignored;
  std::filesystem::create_directories(folder_, ignored);
  std::string time = utc_text(unix_ms);
  std::erase_if(time, [](char c) { return c == '-' || c == ':' || c == 'Z'; });
  for (unsigned number = 0; number < 10'000; ++number) {
    name_ = fmt::format("isnad-{}-{:04}.warc.gz", time, number);
    file_ = ::open((folder_ + "/" + name_).c_str(), O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0644);
    if (file_ >= 0 || errno != EEXIST) break;
  }
  if (file_ < 0) throw Error(ErrorCode::write_failed, folder_ + "/" + name_, "the file can't be written");
  size_ = 0;
  const std::string date = utc_text(unix_ms);
  const std::string block = "software: " + software_ + "\r\nformat: WARC File Format 1.1\r\n";
  append({"warcinfo", record_id(name_ + date), date, "application/warc-fields", "WARC-Filename: " + name_ + "\r\n",
          block});
}

void WarcWriter::append(const Record& record) {
  const std::string header = fmt::format(
      "WARC/1.1\r\nWARC-Type: {}\r\nWARC-Record-ID: {}\r\nWARC-Date: {}\r\n{}Content-Type: {}\r\nWARC-Block-Digest: "
      "sha256:{}\r\n"
      "Content-Length: {}\r\n\r\n",
      record.type, record.id, record.date, record.more, record.content_type, sha256_hex(record.block),
      record.block.size());
  const std::string bytes = gzip_member(header + record.block + "\r\n\r\n");
  for (size_t at = 0; at < bytes.size();) {
    const ssize_t written = ::write(file_, bytes.data() + at, bytes.size() - at);
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) throw Error(ErrorCode::write_failed, folder_ + "/" + name_, "the file can't be written");
    at += static_cast<size_t>(written);
  }
  size_ += bytes.size();
}

void WarcWriter::write(const std::string& url, int64_t unix_ms, const HttpAnswer& answer) {
  open(unix_ms);
  const std::string date = utc_text(unix_ms);
  const std::string block = answer.head + answer.body;
  const std::string answer_id = record_id(fmt::format("answer {} {} {} {}", name_, ++records_, date, url));
  const std::string request_id = record_id(fmt::format("request {} {} {} {}", name_, records_, date, url));
  std::string more = fmt::format("WARC-Target-URI: {}\r\n", url);
  if (!answer.address.empty()) more += fmt::format("WARC-IP-Address: {}\r\n", answer.address);
  const std::string of_request = more + fmt::format("WARC-Concurrent-To: {}\r\n", answer_id);
  append({"request", request_id, date, "application/http; msgtype=request", of_request, answer.request_head});
  if (answer.failure == HttpFailure::too_large) more += "WARC-Truncated: length\r\n";
  if (answer.failure == HttpFailure::too_slow) more += "WARC-Truncated: time\r\n";
  if (answer.failure == HttpFailure::connection) more += "WARC-Truncated: disconnect\r\n";
  const bool revisit = answer.status == not_modified;
  if (revisit) more += "WARC-Profile: http://netpreserve.org/warc/1.1/revisit/server-not-modified\r\n";
  append({revisit ? "revisit" : "response", answer_id, date, "application/http; msgtype=response", more, block});
  ::fdatasync(file_);
}

}  // namespace isnad
