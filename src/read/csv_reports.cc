#include "read/csv_reports.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "base/error.h"
#include "base/utf8.h"
#include "read/charset.h"
#include "read/report_fields.h"

namespace isnad {
namespace {

constexpr size_t max_row_bytes = 32u << 20;
constexpr size_t max_columns = 4096;
constexpr size_t head_bytes = 64u << 10;
constexpr size_t max_wide_bytes = 256u << 20;  // a UTF-16 file, which is decoded as a whole

// The separator is the one that the header has most of.
char separator_of(std::string_view head) {
  const std::string_view line = head.substr(0, head.find('\n'));
  const auto count = [&](char c) { return std::count(line.begin(), line.end(), c); };
  const auto commas = count(','), semicolons = count(';'), tabs = count('\t');
  if (tabs > commas && tabs > semicolons) return '\t';
  return semicolons > commas ? ';' : ',';
}

class Rows {
 public:
  Rows(ByteStream& in, char separator, std::string place)
      : in_(in), separator_(separator), place_(std::move(place)), buffer_(1u << 16, '\0') {}

  // The next row; false at the end. Throws Error(too_large) for a row that does not end.
  bool next(std::vector<std::string>& row) {
    row.clear();
    started_at_ = line_;
    size_t size = 0;
    bool quoted = false;
    std::string field;
    int c = take();
    if (c < 0) return false;
    for (; c >= 0 && (quoted || c != '\n'); c = take()) {
      if (++size > max_row_bytes || row.size() > max_columns) {
        throw Error(ErrorCode::too_large, place(), "the row is larger than 32 MiB");
      }
      if (quoted && c == '"' && look() == '"') {
        field += static_cast<char>(take());
      } else if (c == '"' && (quoted || field.empty())) {
        quoted = !quoted;
      } else if (c == separator_ && !quoted) {
        row.push_back(std::move(field));
        field.clear();
      } else {
        field += static_cast<char>(c);
      }
    }
    if (field.ends_with('\r')) field.pop_back();
    row.push_back(std::move(field));
    return true;
  }
  std::string place() const { return fmt::format("{}:{}", place_, started_at_); }

 private:
  // The next byte without taking it; -1 at the end.
  int look() {
    if (at_ == size_) {
      at_ = 0;
      size_ = in_.read(buffer_.data(), buffer_.size());
      if (size_ == 0) return -1;
    }
    return static_cast<unsigned char>(buffer_[at_]);
  }
  int take() {
    const int c = look();
    if (c >= 0) ++at_;
    if (c == '\n') ++line_;
    return c;
  }

  ByteStream& in_;
  char separator_;
  std::string place_;
  std::string buffer_;
  size_t at_ = 0, size_ = 0;
  size_t line_ = 1, started_at_ = 1;
};

constexpr size_t no_column = ~size_t{0};

struct Columns {
  size_t id = no_column, outlet = no_column, published = no_column, url = no_column, title = no_column,
         text = no_column;
};

template <size_t count>
size_t column_of(const std::vector<std::string>& header, const std::array<const char*, count>& names) {
  for (const char* name : names) {
    const auto found = std::find(header.begin(), header.end(), name);
    if (found != header.end()) return static_cast<size_t>(found - header.begin());
  }
  return no_column;
}

Columns columns_of(std::vector<std::string> header, const std::string& place) {
  for (std::string& name : header) {
    if (name.starts_with("\xEF\xBB\xBF")) name.erase(0, 3);
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  }
  using namespace report_fields;
  const Columns columns{column_of(header, id_names),        column_of(header, outlet_names),
                        column_of(header, published_names), column_of(header, url_names),
                        column_of(header, title_names),     column_of(header, text_names)};
  if (columns.text == no_column && columns.title == no_column) {
    throw Error(ErrorCode::bad_format, place,
                "the first line names no column that holds a text or a headline (text, title)");
  }
  return columns;
}

Document document_of(std::vector<std::string>& row, const Columns& columns, Charset charset) {
  const auto cell = [&](size_t column) -> std::string {
    if (column >= row.size()) return {};
    if (charset == Charset::utf8 && valid_utf8(row[column])) return std::move(row[column]);
    return decode(row[column], charset).text;
  };
  Document document;
  document.id = cell(columns.id);
  document.outlet = cell(columns.outlet);
  document.published_given = cell(columns.published);
  document.url = cell(columns.url);
  document.title = cell(columns.title);
  document.text = cell(columns.text);
  if (columns.text == no_column) {
    document.text = document.title;
    document.notes.push_back({{}, "only the headline was given"});
  }
  return document;
}

void read_rows(ByteStream& bytes, const Part& part, ReportSink& sink, std::string_view head, Charset charset) {
  Rows rows(bytes, separator_of(head), part.place);
  std::vector<std::string> row;
  if (!rows.next(row)) return sink.problem(part.place, "the file is empty");
  const Columns columns = columns_of(row, rows.place());
  while (rows.next(row)) {
    if (row.size() == 1 && row.front().empty()) continue;
    Part place = part;
    place.place = rows.place();
    Document document = document_of(row, columns, charset);
    document.path = place.place;
    sink.report(std::move(document), place);
  }
}

}  // namespace

void read_csv(ByteStream& bytes, const Part& part, ReportSink& sink) {
  PeekStream in(bytes);
  const std::string head(in.peek(head_bytes));
  const Charset charset = detect_charset(head);
  if (charset != Charset::utf16_le && charset != Charset::utf16_be) return read_rows(in, part, sink, head, charset);
  const std::string wide = read_all(in, max_wide_bytes);
  if (wide.size() > max_wide_bytes) throw Error(ErrorCode::too_large, part.place, "larger than 256 MiB of UTF-16");
  const std::string text = decode(wide, charset).text;
  MemoryStream decoded(text);
  read_rows(decoded, part, sink, text, Charset::utf8);
}

}  // namespace isnad
