// Sniffing: what kind of file bytes are, told by their beginning; the name decides only where the bytes leave it open.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace isnad {

enum class FileKind : uint8_t {
  text,
  json,        // one value
  json_lines,  // one value a line
  csv,         // comma, semicolon or tab
  web_page,
  feed,  // RSS, Atom, RDF
  opml,
  warc,
  mail,  // MIME: e-mail and MHTML
  pdf,
  docx,
  odt,
  gzip,
  compressed,  // xz, bzip2, zstd
  archive,     // zip, tar
  other        // images, programs: nothing that can hold a report
};

// Bytes of the beginning that sniff() wants to see; it takes fewer.
inline constexpr size_t sniff_bytes = 8u << 10;

// The kind of a file by its beginning and its name; an empty name and an ending that tells nothing are fine.
FileKind sniff(std::string_view head, std::string_view name);

// The ending of the last part of a path in lower case, without the point: "gz" of "a/B.Txt.GZ".
std::string ending_of(std::string_view path);

// True where a file in a folder or archive is worth opening, by its name: false for the assets of saved pages (images,
// scripts, styles), hidden files, and endings of things that are no reports.
bool may_hold_reports(std::string_view path);

// True where the name says that the file is meant to be read: what fails with it is then worth a complaint.
bool names_a_report(std::string_view path);

}  // namespace isnad
