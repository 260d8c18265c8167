#include "read/sniff.h"

#include <algorithm>
#include <array>

namespace isnad {
namespace {

constexpr size_t tar_magic_at = 257;
constexpr size_t zip_name_at = 30;  // name of the first entry, behind the local header

// Endings that name one kind. What the bytes say goes first, but for text and its relatives they say little.
struct Ending {
  std::string_view ending;
  FileKind kind;
};
constexpr std::array endings = {
    Ending{"txt", FileKind::text},         Ending{"text", FileKind::text},      Ending{"json", FileKind::json},
    Ending{"jsonl", FileKind::json_lines}, Ending{"csv", FileKind::csv},        Ending{"ndjson", FileKind::json_lines},
    Ending{"tsv", FileKind::csv},          Ending{"html", FileKind::web_page},  Ending{"htm", FileKind::web_page},
    Ending{"xhtml", FileKind::web_page},   Ending{"shtml", FileKind::web_page}, Ending{"aspx", FileKind::web_page},
    Ending{"asp", FileKind::web_page},     Ending{"php", FileKind::web_page},   Ending{"jsp", FileKind::web_page},
    Ending{"rss", FileKind::feed},         Ending{"atom", FileKind::feed},      Ending{"rdf", FileKind::feed},
    Ending{"xml", FileKind::feed},         Ending{"opml", FileKind::opml},      Ending{"warc", FileKind::warc},
    Ending{"eml", FileKind::mail},         Ending{"mht", FileKind::mail},       Ending{"mhtml", FileKind::mail},
    Ending{"pdf", FileKind::pdf},          Ending{"docx", FileKind::docx},      Ending{"odt", FileKind::odt},
    Ending{"gz", FileKind::gzip},          Ending{"tgz", FileKind::gzip},       Ending{"xz", FileKind::compressed},
    Ending{"txz", FileKind::compressed},   Ending{"bz2", FileKind::compressed}, Ending{"zst", FileKind::compressed},
    Ending{"zip", FileKind::archive},      Ending{"tar", FileKind::archive},    Ending{"wacz", FileKind::archive}};

FileKind kind_by_ending(std::string_view name) {
  const std::string ending = ending_of(name);
  for (const Ending& known : endings) {
    if (known.ending == ending) return known.kind;
  }
  return FileKind::other;
}

bool has(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

std::string_view without_mark_and_space(std::string_view head) {
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  const size_t first = head.find_first_not_of(" \t\r\n");
  return first == std::string_view::npos ? std::string_view{} : head.substr(first);
}

FileKind kind_by_magic(std::string_view head, std::string_view name) {
  using namespace std::string_view_literals;
  if (head.starts_with("\x1f\x8b")) return FileKind::gzip;
  if (head.starts_with("\xFD"
                       "7zXZ\0"sv) ||
      head.starts_with("BZh") || head.starts_with("\x28\xB5\x2F\xFD")) {
    return FileKind::compressed;
  }
  if (head.starts_with("PK\x03\x04") || head.starts_with("PK\x05\x06")) {
    const std::string_view first = head.size() > zip_name_at ? head.substr(zip_name_at) : std::string_view{};
    const FileKind named = kind_by_ending(name);
    if (named == FileKind::docx || named == FileKind::odt) return named;
    if (first.starts_with("mimetypeapplication/vnd.oasis.opendocument.text")) return FileKind::odt;
    return first.starts_with("[Content_Types].xml") || first.starts_with("word/") ? FileKind::docx : FileKind::archive;
  }
  if (head.size() > tar_magic_at + 5 && head.substr(tar_magic_at, 5) == "ustar") return FileKind::archive;
  if (head.starts_with("WARC/")) return FileKind::warc;
  if (has(head.substr(0, 1024), "%PDF-")) return FileKind::pdf;
  return FileKind::other;
}

FileKind kind_of_markup(std::string_view head) {
  const std::string text = lower(head);
  const auto first_of = [&](std::initializer_list<std::string_view> tags) {
    size_t first = std::string::npos;
    for (const std::string_view tag : tags) first = std::min(first, text.find(tag));
    return first;
  };
  const size_t feed = first_of({"<rss", "<feed", "<rdf:rdf"});
  const size_t opml = first_of({"<opml"});
  const size_t page = first_of({"<!doctype html", "<html", "<head", "<body", "<meta ", "<title", "<div", "<table",
                                "<p>", "<article", "<span", "<script", "<h1", "<center"});
  if (feed == opml && opml == page) return FileKind::other;  // none of them
  if (feed < opml && feed < page) return FileKind::feed;
  return opml < page ? FileKind::opml : FileKind::web_page;
}

// A line of field names, divided by commas, semicolons or tabs, that names the text or the address of reports.
bool is_header_of_csv(std::string_view head) {
  const std::string line = lower(head.substr(0, head.find('\n')));
  size_t known = 0, fields = 0;
  for (size_t at = 0; at <= line.size();) {
    size_t end = line.find_first_of(",;\t", at);
    if (end == std::string::npos) end = line.size();
    std::string_view field = std::string_view(line).substr(at, end - at);
    while (!field.empty() && (field.front() == '"' || field.front() == ' ')) field.remove_prefix(1);
    while (!field.empty() && (field.back() == '"' || field.back() == ' ' || field.back() == '\r')) {
      field.remove_suffix(1);
    }
    ++fields;
    for (const std::string_view name : {"text", "title", "url", "id", "published", "publish_date", "date", "maintext",
                                        "content", "body", "outlet", "media_name", "language"}) {
      known += field == name;
    }
    at = end + 1;
  }
  return fields >= 2 && known >= 2;
}

// Lines of "Name: value" at the beginning, some of them such as only mail has.
bool is_header_of_mail(std::string_view head) {
  const std::string text = lower(head);
  size_t fields = 0, known = 0;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = std::string_view(text).substr(at, end - at);
    if (line.empty() || line == "\r") break;
    const size_t colon = line.find(':');
    const bool continued = line.front() == ' ' || line.front() == '\t';
    if (!continued && (colon == std::string_view::npos || has(line.substr(0, colon), " "))) return false;
    if (!continued) ++fields;
    for (const std::string_view name : {"mime-version:", "received:", "message-id:", "content-type:", "subject:",
                                        "from:", "return-path:", "delivered-to:", "snapshot-content-location:"}) {
      known += line.starts_with(name);
    }
    at = end + 1;
  }
  return fields >= 2 && known >= 2;
}

// '[' begins one value; '{' one that goes on behind its line, or a line of many.
FileKind kind_of_json(std::string_view start) {
  if (start.front() == '[') return FileKind::json;
  std::string_view line = start.substr(0, start.find('\n'));
  while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.remove_suffix(1);
  return line.ends_with('{') || line.ends_with('[') || line.ends_with(',') ? FileKind::json : FileKind::json_lines;
}

}  // namespace

std::string ending_of(std::string_view path) {
  const std::string_view name = path.substr(path.find_last_of('/') + 1);
  const size_t point = name.find_last_of('.');
  return point == std::string_view::npos || point == 0 ? std::string() : lower(name.substr(point + 1));
}

FileKind sniff(std::string_view head, std::string_view name) {
  const FileKind magic = kind_by_magic(head, name);
  if (magic != FileKind::other) return magic;
  const FileKind named = kind_by_ending(name);
  const std::string_view start = without_mark_and_space(head);
  if (named == FileKind::text || named == FileKind::json_lines || named == FileKind::csv || start.empty()) return named;
  if (start.front() == '{' || start.front() == '[') {
    const bool many = start.find("\n{") != std::string_view::npos;
    return named == FileKind::json && !many ? FileKind::json : kind_of_json(start);
  }
  if (named == FileKind::json) return named;
  if (is_header_of_mail(start)) return FileKind::mail;
  if (start.front() == '<') {
    const FileKind markup = kind_of_markup(start);
    if (markup != FileKind::other) return markup;
  }
  if (named == FileKind::web_page || named == FileKind::feed || named == FileKind::opml) return named;
  if (named == FileKind::mail) return named;
  return is_header_of_csv(start) ? FileKind::csv : FileKind::text;
}

bool names_a_report(std::string_view path) { return kind_by_ending(path) != FileKind::other; }

bool may_hold_reports(std::string_view path) {
  const std::string_view name = path.substr(path.find_last_of('/') + 1);
  if (name.empty() || name.starts_with('.')) return false;
  if (names_a_report(name)) return true;
  // Pages saved by a crawler have the ending of their address: "item?id=12", "12.7", none.
  const std::string ending = ending_of(name);
  return ending.empty() || ending.find_first_of("?=&") != std::string::npos ||
         ending.find_first_not_of("0123456789") == std::string::npos;
}

}  // namespace isnad
