#include "read/reports.h"

#include <fmt/format.h>
#include <tsl/robin_map.h>
#include <tsl/robin_set.h>
#include <unicode/uchar.h>
#include <xxhash.h>

#include <fstream>
#include <iostream>

#include "base/error.h"
#include "base/file.h"
#include "base/line_reader.h"
#include "base/utf8.h"
#include "lexicon/table.h"
#include "read/charset.h"
#include "read/html_page.h"
#include "read/inputs.h"
#include "read/json_reports.h"
#include "read/site_templates.h"

namespace isnad {
namespace {

constexpr size_t max_report_bytes = 32u << 20;  // a report larger than this is no report
constexpr size_t max_json_bytes = 512u << 20;   // one .json file, which must be read as a whole

// Letters of the first part of a text: is it Arabic at all?
bool is_arabic(std::string_view text) {
  size_t arabic = 0, other = 0;
  for (size_t at = 0; at < std::min<size_t>(text.size(), 64u << 10);) {
    const CodePoint found = code_point_at(text, at);
    at += found.size;
    const auto c = static_cast<UChar32>(found.value);
    if ((c >= 0x0620 && c < 0x0700) || (c >= 0xFB50 && c < 0xFF00)) {
      ++arabic;
    } else if (u_isalpha(c)) {
      ++other;
    }
  }
  return arabic * 3 >= other && arabic > 0;
}

class Reader {
 public:
  Reader(const PageLexicon& pages, const std::function<void(Document&&)>& on_report,
         const std::function<void(const ReadProblem&)>& on_problem)
      : pages_(pages), on_report_(on_report), on_problem_(on_problem) {}

  void read_file_reports(const std::string& path) {
    if (path == "-") return read_stream(std::cin, "-", FileKind::other);
    const FileKind kind = kind_by_name(path);
    std::ifstream in(path, std::ios::binary);
    if (!in || (in.peek(), in.bad())) return problem(path, "the file can't be read");
    in.clear();
    read_stream(in, path, kind);
  }

 private:
  void problem(const std::string& place, const std::string& sentence) { on_problem_({place, sentence}); }

  void read_stream(std::istream& in, const std::string& path, FileKind kind) {
    if (kind == FileKind::other) kind = (in >> std::ws).peek() == '{' ? FileKind::json_lines : FileKind::text;
    if (kind == FileKind::json_lines) return read_lines(in, path);
    const size_t limit = kind == FileKind::json ? max_json_bytes : max_report_bytes;
    std::string bytes = read_stream_bytes(in, limit);
    if (bytes.size() > limit) {
      return problem(path, fmt::format("larger than {} MiB, which is more than one report can be", limit >> 20));
    }
    if (bytes.empty()) return problem(path, "the file is empty");
    if (!looks_like_text(bytes)) return problem(path, "this is not text");
    if (kind == FileKind::json) {
      read_json(std::move(bytes), path);
    } else if (kind == FileKind::web_page || looks_like_html(bytes)) {
      read_html(std::move(bytes), path);
    } else {
      read_text(std::move(bytes), path);
    }
  }

  void read_lines(std::istream& in, const std::string& path) {
    LineReader lines(in, max_report_bytes);
    for (auto got = lines.next(); got != LineReader::Result::end; got = lines.next()) {
      const std::string place = fmt::format("{}:{}", path, lines.number());
      if (got == LineReader::Result::too_long) {
        problem(place, fmt::format("the line is longer than {} MiB", max_report_bytes >> 20));
      } else if (!trim(lines.line()).empty()) {
        read_json(lines.line(), place);
      }
    }
  }

  void read_json(std::string bytes, const std::string& place) {
    if (!valid_utf8(bytes) || bytes.starts_with("\xEF\xBB\xBF")) bytes = decode(bytes, detect_charset(bytes)).text;
    try {
      for (Document& document : json_.parse(bytes, place)) finish(std::move(document));
    } catch (const Error& error) {
      problem(place, std::string(error.what()).substr(place.size() + 2));
    }
  }

  void read_text(std::string bytes, const std::string& path) {
    const Charset charset = detect_charset(bytes);
    Decoded decoded = decode(bytes, charset);
    Document document;
    document.path = path;
    document.id = path;
    document.text = std::move(decoded.text);
    document.alignment = std::move(decoded.alignment);
    document.notes = std::move(decoded.notes);
    if (!document.alignment.empty()) document.source = std::move(bytes);
    if (charset != Charset::utf8) document.notes.push_back({{}, fmt::format("read as {}", name_of(charset))});
    finish(std::move(document));
  }

  void read_html(std::string bytes, const std::string& path) {
    Document document = page_document(read_page(bytes, {}, pages_, &sites_), std::move(bytes));
    document.path = path;
    if (document.text.empty()) return problem(path, "the web page holds no article");
    finish(std::move(document));
  }

  // Refuses what is no report, makes ids unique, leaves out what was read before.
  void finish(Document&& document) {
    if (trim(document.text).empty()) return problem(document.path, "the report has no text");
    if (!is_arabic(document.text)) return problem(document.path, "the report is not in Arabic");
    if (document.id.empty()) document.id = document.url.empty() ? document.path : document.url;
    const uint64_t content = XXH3_64bits_withSeed(document.text.data(), document.text.size(),
                                                  XXH3_64bits(document.id.data(), document.id.size()));
    if (!contents_.insert(content).second) {
      return problem(document.path, fmt::format("the report '{}' was read before; it counts once", document.id));
    }
    const uint32_t before = ids_[document.id]++;
    if (before > 0) {
      document.notes.push_back({{}, fmt::format("another report has the id '{}' too", document.id)});
      document.id += fmt::format("#{}", before + 1);
    }
    on_report_(std::move(document));
  }

  const PageLexicon& pages_;
  const std::function<void(Document&&)>& on_report_;
  const std::function<void(const ReadProblem&)>& on_problem_;
  JsonReports json_;
  SiteTemplates sites_;
  tsl::robin_set<uint64_t> contents_;
  tsl::robin_map<std::string, uint32_t> ids_;
};

}  // namespace

void read_reports(const std::vector<std::string>& inputs, const PageLexicon& pages,
                  const std::function<void(Document&&)>& on_report,
                  const std::function<void(const ReadProblem&)>& on_problem) {
  Reader reader(pages, on_report, on_problem);
  for (const std::string& path : expand_inputs(inputs, on_problem)) reader.read_file_reports(path);
}

}  // namespace isnad
