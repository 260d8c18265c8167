#include "fetch/journal.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <simdjson.h>
#include <unistd.h>

#include <filesystem>

#include "base/byte_stream.h"
#include "base/error.h"
#include "base/file.h"
#include "base/line_reader.h"

namespace isnad {
namespace {

constexpr size_t max_line_bytes = 1u << 20;

// A JSON string; addresses and header values hold no control bytes that matter.
std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (static_cast<unsigned char>(c) < 32) {
      out += fmt::format("\\u{:04x}", static_cast<unsigned char>(c));
    } else {
      out += c;
    }
  }
  return out + '"';
}

std::string string_of(const simdjson::dom::element& line, const char* name) {
  std::string_view text;
  return line.at_key(name).get_string().get(text) ? std::string() : std::string(text);
}

}  // namespace

std::string journal_line(const JournalEntry& entry) {
  return fmt::format(
      R"({{"url":{},"time":{},"outcome":{},"status":{},"bytes":{},"final_url":{},"etag":{},"last_modified":{},"sha256":{},"warc":{},"reason":{}}})",
      quoted(entry.url), quoted(entry.time), quoted(entry.outcome), entry.status, entry.bytes, quoted(entry.final_url),
      quoted(entry.etag), quoted(entry.last_modified), quoted(entry.sha256), quoted(entry.warc), quoted(entry.reason));
}

Journal::Journal(const std::string& folder) : path_(folder + "/fetched.log") {
  std::error_code ignored;
  std::filesystem::create_directories(folder, ignored);
  bool whole = true;  // the last line has its end
  if (file_exists(path_)) {
    FileStream file(path_);
    LineReader lines(file, max_line_bytes);
    simdjson::dom::parser parser;
    while (lines.next() != LineReader::Result::end) {
      simdjson::dom::element line;
      whole = !parser.parse(lines.line().data(), lines.line().size(), true).get(line);
      if (!whole) continue;
      int64_t status = 0;
      if (line.at_key("status").get_int64().get(status)) status = 0;
      remember({string_of(line, "url"),
                string_of(line, "time"),
                static_cast<int>(status),
                string_of(line, "outcome"),
                {},
                string_of(line, "etag"),
                string_of(line, "last_modified"),
                string_of(line, "final_url"),
                {},
                0,
                {}});
    }
  }
  file_ = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
  if (file_ < 0 || (!whole && ::write(file_, "\n", 1) != 1))
    throw Error(ErrorCode::write_failed, path_, "the file can't be written");
}

Journal::~Journal() {
  if (file_ >= 0) ::close(file_);
}

const JournalEntry* Journal::fetched(const std::string& url) const {
  const auto found = fetched_.find(url);
  return found == fetched_.end() ? nullptr : &found->second;
}

void Journal::remember(const JournalEntry& entry) {
  const bool fetched = entry.outcome == "fetched" || entry.outcome == "unchanged";
  if (fetched) fetched_[entry.url] = entry;
  if (!fetched && entry.status >= 400 && entry.status < 500 && entry.status != 429) {
    in_vain_.insert(entry.url);
  } else {
    in_vain_.erase(entry.url);
  }
}

void Journal::add(const JournalEntry& entry) {
  const std::string line = journal_line(entry) + "\n";
  if (::write(file_, line.data(), line.size()) != static_cast<ssize_t>(line.size())) {
    throw Error(ErrorCode::write_failed, path_, "the file can't be written");
  }
  remember(entry);
}

}  // namespace isnad
