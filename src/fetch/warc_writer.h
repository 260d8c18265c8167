// Writing web archives (WARC 1.1): every byte that was sent and received, with its time, so that a citation can be
// proven later.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "fetch/http_client.h"

namespace isnad {

// "2021-05-04T10:22:11Z" of milliseconds since 1970.
std::string utc_text(int64_t unix_ms);

class WarcWriter {
 public:
  // Makes a file of its own in `folder` at the first record, named by the time; software: as "isnad 0.1.0". Throws
  // Error(write_failed) where it can't.
  WarcWriter(std::string folder, std::string software);
  ~WarcWriter();
  WarcWriter(const WarcWriter&) = delete;
  WarcWriter& operator=(const WarcWriter&) = delete;

  // Writes the request and its answer (a revisit where the server says that nothing changed), each a gzip member of its
  // own, and sees to it that they are on the disk. Throws Error(write_failed).
  void write(const std::string& url, int64_t unix_ms, const HttpAnswer& answer);
  // Name of the file in the folder; empty before the first record.
  const std::string& file_name() const { return name_; }

 private:
  struct Record;
  void open(int64_t unix_ms);
  void append(const Record& record);

  std::string folder_;
  std::string software_;
  std::string name_;
  int file_ = -1;
  uint64_t size_ = 0;
  uint64_t records_ = 0;
};

}  // namespace isnad
