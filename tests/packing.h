// Packs bytes for tests: gzip, zip, tar.
#pragma once

#include <archive.h>
#include <archive_entry.h>
#include <zlib.h>

#include <string>
#include <utility>
#include <vector>

namespace isnad {

inline std::string gzip_of(const std::string& bytes) {
  z_stream zlib{};
  deflateInit2(&zlib, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&zlib, bytes.size()) + 64, '\0');
  zlib.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  zlib.avail_in = static_cast<uInt>(bytes.size());
  zlib.next_out = reinterpret_cast<Bytef*>(out.data());
  zlib.avail_out = static_cast<uInt>(out.size());
  deflate(&zlib, Z_FINISH);
  out.resize(zlib.total_out);
  deflateEnd(&zlib);
  return out;
}

enum class Packing { zip, tar, tar_xz };

// An archive of files with these names and bytes.
inline std::string archive_of(Packing packing, const std::vector<std::pair<std::string, std::string>>& files) {
  archive* out = archive_write_new();
  if (packing == Packing::zip) {
    archive_write_set_format_zip(out);
    archive_write_set_options(out, "zip:hdrcharset=UTF-8");
  } else {
    archive_write_set_format_ustar(out);
  }
  if (packing == Packing::tar_xz) archive_write_add_filter_xz(out);
  std::string bytes;
  archive_write_open(
      out, &bytes, nullptr,
      [](archive*, void* to, const void* from, size_t size) -> la_ssize_t {
        static_cast<std::string*>(to)->append(static_cast<const char*>(from), size);
        return static_cast<la_ssize_t>(size);
      },
      nullptr);
  for (const auto& [name, content] : files) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname_utf8(entry, name.c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(content.size()));
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_write_header(out, entry);
    archive_write_data(out, content.data(), content.size());
    archive_entry_free(entry);
  }
  archive_write_close(out);
  archive_write_free(out);
  return bytes;
}

}  // namespace isnad
