#include "read/reports.h"

#include <fmt/format.h>
#include <tsl/robin_map.h>
#include <tsl/robin_set.h>
#include <unicode/uchar.h>
#include <xxhash.h>

#include <filesystem>
#include <map>

#include "base/error.h"
#include "base/line_reader.h"
#include "base/utf8.h"
#include "lexicon/table.h"
#include "read/charset.h"
#include "read/csv_reports.h"
#include "read/feeds.h"
#include "read/html_page.h"
#include "read/http_message.h"
#include "read/inputs.h"
#include "read/json_reports.h"
#include "read/mime.h"
#include "read/office.h"
#include "read/pdf.h"
#include "read/sink.h"
#include "read/site_templates.h"
#include "read/sniff.h"
#include "read/telegram.h"
#include "read/unpack.h"
#include "read/warc.h"

namespace isnad {
namespace {

constexpr size_t max_report_bytes = 32u << 20;  // a report larger than this is no report
constexpr size_t max_json_bytes = 512u << 20;   // one .json file, which must be read as a whole
constexpr unsigned max_depth = 6;               // archives inside archives

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

// The name of what a compressed file holds: "a.jsonl.gz" → "a.jsonl", "a.tgz" → "a.tar".
std::string unpacked_name(const std::string& name) {
  const std::string ending = ending_of(name);
  const std::string stem = ending.empty() ? name : name.substr(0, name.size() - ending.size() - 1);
  return ending == "tgz" || ending == "txz" ? stem + ".tar" : stem;
}

// The assets of a saved page in an archive, where what stands beside them is not known.
bool among_assets(const std::string& name) {
  return name.find("_files/") != std::string::npos || name.find(".files/") != std::string::npos ||
         name.starts_with("__MACOSX/");
}

class Reader : public ReportSink {
 public:
  Reader(const PageLexicon& pages, const std::function<void(Document&&)>& on_report,
         const std::function<void(const ReadProblem&)>& on_problem)
      : pages_(pages), on_report_(on_report), on_problem_(on_problem) {}

  void read_input(const InputFile& input) {
    Part part;
    part.place = input.path;
    part.name = input.path == "-" ? "" : std::filesystem::path(input.path).filename().string();
    part.met = !input.named;
    try {
      FileStream raw(input.path);
      read_raw(raw, part);
    } catch (const Error& error) {
      tell(error);
    }
  }

  // A whole input of the user: what it expands to and what is left out of it is counted for it alone.
  void read_raw(ByteStream& raw, const Part& part) {
    budget_ = {};
    left_out_.clear();
    CountedStream counted(raw, budget_);
    file(counted, part);
    if (part.met) return;  // of a folder, and no report
    for (const auto& [what, count] : left_out_) {
      on_problem_({part.place, fmt::format("left out: {} {}", count, what), true});
    }
  }

  void file(ByteStream& bytes, const Part& part) override {
    try {
      PeekStream in(bytes);
      read_kind(in, part);
    } catch (const Error& error) {
      tell(error);
    }
  }

  void report(Document&& document, const Part& part) override {
    if (trim(document.text).empty()) return refuse(part, "reports without text", "the report has no text");
    if (!is_arabic(document.text)) return refuse(part, "reports that are not in Arabic", "the report is not in Arabic");
    if (document.path.empty()) document.path = part.place;
    if (document.id.empty()) document.id = document.url.empty() ? document.path : document.url;
    const uint64_t id = XXH3_64bits(document.id.data(), document.id.size());
    if (!contents_.insert(XXH3_64bits_withSeed(document.text.data(), document.text.size(), id)).second) {
      return refuse(part, "reports that were read before",
                    fmt::format("the report '{}' was read before; it counts once", document.id));
    }
    const uint32_t before = ids_[id]++;
    if (before > 0) {
      document.notes.push_back({{}, fmt::format("another report has the id '{}' too", document.id)});
      document.id += fmt::format("#{}", before + 1);
    }
    on_report_(std::move(document));
  }

  void problem(const std::string& place, const std::string& sentence) override { on_problem_({place, sentence}); }
  void left_out(const std::string& what) override { ++left_out_[what]; }

 private:
  void tell(const Error& error) {
    const std::string sentence = error.what();
    problem(error.place(), error.place().empty() ? sentence : sentence.substr(error.place().size() + 2));
  }

  // What is no report: complained of where the user chose it, counted where it was met.
  void refuse(const Part& part, const std::string& plural, const std::string& sentence) {
    if (part.met) return left_out(plural);
    problem(part.place, sentence);
  }

  void read_kind(PeekStream& in, const Part& part) {
    const std::string_view head = in.peek(sniff_bytes);
    if (head.empty()) return refuse(part, "empty files", "the file is empty");
    const FileKind kind = sniff(head, part.name);
    switch (kind) {
      case FileKind::json_lines: return read_lines(in, part);
      case FileKind::csv: return read_csv(in, part, *this);
      case FileKind::gzip:
      case FileKind::compressed: return read_compressed(in, part, kind);
      case FileKind::archive: return read_archive(in, part);
      case FileKind::warc: return read_warc(in, part, *this);
      case FileKind::docx:
      case FileKind::odt: return read_office(in, part, budget_, *this);
      default: return read_whole(in, part, kind);
    }
  }

  // Kinds that are read as a whole.
  void read_whole(PeekStream& in, const Part& part, FileKind kind) {
    if (kind == FileKind::text && part.met && part.content_type.empty()) return left_out("files of an unknown kind");
    const size_t limit = kind == FileKind::json ? max_json_bytes : max_report_bytes;
    std::string bytes = read_all(in, limit);
    if (bytes.size() > limit) {
      return problem(part.place, fmt::format("larger than {} MiB, which is more than one report can be", limit >> 20));
    }
    if (kind == FileKind::pdf) return read_pdf(bytes, part, *this);
    if (!looks_like_text(bytes)) return refuse(part, "files that are no text", "this is not text");
    if (kind == FileKind::json) return read_json(std::move(bytes), part);
    if (kind == FileKind::feed) return read_feed(bytes, part, *this);
    if (kind == FileKind::opml) return problem(part.place, "a list of feeds; `isnad watch` fetches what they carry");
    if (kind == FileKind::mail) return read_mail(bytes, part, *this);
    if (kind == FileKind::web_page || media_type(part.content_type).find("html") != std::string::npos) {
      return read_html(std::move(bytes), part);
    }
    read_text(std::move(bytes), part);
  }

  void read_compressed(ByteStream& in, const Part& part, FileKind kind) {
    Part inner = part;
    inner.name = unpacked_name(part.name);
    if (++inner.depth > max_depth) return problem(part.place, "archives inside archives, too deep to be read");
    if (kind == FileKind::gzip) {
      GzipStream unpacked(in, budget_, part.place);
      return file(unpacked, inner);
    }
    DecompressedStream unpacked(in, budget_, part.place);
    file(unpacked, inner);
  }

  void read_archive(ByteStream& in, const Part& part) {
    if (part.depth >= max_depth) return problem(part.place, "archives inside archives, too deep to be read");
    ArchiveReader archive(in, budget_, part.place);
    size_t files = 0;
    while (archive.next()) {
      const std::string& name = archive.name();
      if (!may_hold_reports(name) || among_assets(name)) continue;
      ++files;
      Part inner;
      inner.place = part.place + "/" + name;
      inner.name = name.substr(name.find_last_of('/') + 1);
      inner.depth = part.depth + 1;
      inner.met = part.met || !names_a_report(name);
      if (archive.encrypted()) {
        problem(inner.place, "is locked with a password");
      } else {
        file(archive.content(), inner);
      }
    }
    if (files == 0) refuse(part, "archives without reports", "the archive holds no reports");
  }

  void read_lines(ByteStream& in, const Part& part) {
    LineReader lines(in, max_report_bytes);
    for (auto got = lines.next(); got != LineReader::Result::end; got = lines.next()) {
      Part line = part;
      line.place = fmt::format("{}:{}", part.place, lines.number());
      if (got == LineReader::Result::too_long) {
        problem(line.place, fmt::format("the line is longer than {} MiB", max_report_bytes >> 20));
      } else if (!trim(lines.line()).empty()) {
        read_json(lines.line(), line);
      }
    }
  }

  void read_json(std::string bytes, const Part& part) {
    if (!valid_utf8(bytes) || bytes.starts_with("\xEF\xBB\xBF")) bytes = decode(bytes, detect_charset(bytes)).text;
    try {
      for (Document& document : json_.parse(bytes, part.place)) {
        Part place = part;
        place.met = part.met || document.path != part.place;  // a message of an export: many are pictures
        place.place = document.path;
        report(std::move(document), place);
      }
    } catch (const Error& error) {
      tell(error);
    }
  }

  void read_html(std::string bytes, const Part& part) {
    if (looks_like_telegram(bytes)) return read_telegram_page(bytes, part, *this);
    const std::string charset = charset_parameter(part.content_type);
    const PageHints hints{part.url, charset, part.fetched_at};
    Document document = page_document(read_page(bytes, hints, pages_, &sites_), std::move(bytes));
    document.path = part.place;
    if (document.text.empty()) return refuse(part, "pages without an article", "the web page holds no article");
    report(std::move(document), part);
  }

  void read_text(std::string bytes, const Part& part) {
    const Charset charset = detect_charset(bytes);
    Decoded decoded = decode(bytes, charset);
    Document document;
    document.path = part.place;
    document.url = part.url;
    document.id = part.url.empty() ? part.place : part.url;
    document.text = std::move(decoded.text);
    document.alignment = std::move(decoded.alignment);
    document.notes = std::move(decoded.notes);
    if (!document.alignment.empty()) document.source = std::move(bytes);
    if (charset != Charset::utf8) document.notes.push_back({{}, fmt::format("read as {}", name_of(charset))});
    report(std::move(document), part);
  }

  const PageLexicon& pages_;
  const std::function<void(Document&&)>& on_report_;
  const std::function<void(const ReadProblem&)>& on_problem_;
  JsonReports json_;
  SiteTemplates sites_;
  UnpackBudget budget_;
  std::map<std::string, size_t> left_out_;
  tsl::robin_set<uint64_t> contents_;
  tsl::robin_map<uint64_t, uint32_t> ids_;
};

}  // namespace

void read_reports(const std::vector<std::string>& inputs, const PageLexicon& pages,
                  const std::function<void(Document&&)>& on_report,
                  const std::function<void(const ReadProblem&)>& on_problem) {
  Reader reader(pages, on_report, on_problem);
  for (const InputFile& input : expand_inputs(inputs, on_problem)) reader.read_input(input);
}

void read_bytes(std::string_view bytes, const std::string& name, const PageLexicon& pages,
                const std::function<void(Document&&)>& on_report,
                const std::function<void(const ReadProblem&)>& on_problem) {
  MemoryStream raw(bytes);
  Part part;
  part.place = name;
  part.name = name;
  Reader(pages, on_report, on_problem).read_raw(raw, part);
}

}  // namespace isnad
