#include "lexicon/table.h"

#include <algorithm>
#include <charconv>
#include <filesystem>

#include "base/error.h"
#include "base/file.h"

namespace isnad {

struct EmbeddedFile {
  const char* name;
  const char* begin;
  const char* end;
};
extern const EmbeddedFile embedded_files[];
extern const unsigned embedded_file_count;
extern const char embedded_sha256[];

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const size_t at = text.find(separator);
    parts.push_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

std::string_view trim(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  const size_t first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

Table::Table(std::string name, std::string_view bytes, std::string file_name)
    : name_(std::move(name)), file_name_(file_name.empty() ? name_ + ".tsv" : std::move(file_name)), bytes_(bytes) {
  rows_.reserve(static_cast<size_t>(std::count(bytes_.begin(), bytes_.end(), '\n')));
  size_t line_number = 0;
  for (std::string_view rest = bytes_; !rest.empty();) {
    const size_t end = std::min(rest.find('\n'), rest.size());
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    ++line_number;
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (trim(line).empty() || line.front() == '#') continue;
    const size_t first = cells_.size();
    while (true) {
      const size_t tab = line.find('\t');
      cells_.push_back(trim(line.substr(0, tab)));
      if (tab == std::string_view::npos) break;
      line.remove_prefix(tab + 1);
    }
    if (columns_.empty()) {
      columns_.swap(cells_);
      continue;
    }
    if (cells_.size() - first > columns_.size()) {
      throw Error(ErrorCode::bad_format, file_name_ + ":" + std::to_string(line_number), "more cells than columns");
    }
    rows_.push_back({line_number, first, cells_.size()});
  }
}

bool Table::has_column(std::string_view column) const {
  return std::find(columns_.begin(), columns_.end(), column) != columns_.end();
}

size_t Table::column_index(std::string_view column) const {
  const auto found = std::find(columns_.begin(), columns_.end(), column);
  if (found == columns_.end()) {
    throw Error(ErrorCode::bad_format, file_name_, "the table has no column '" + std::string(column) + "'");
  }
  return static_cast<size_t>(found - columns_.begin());
}

std::string_view Table::cell(size_t row, std::string_view column) const {
  const size_t index = column_index(column);
  const size_t at = rows_[row].first + index;
  return at < rows_[row].last ? cells_[at] : std::string_view{};
}

std::vector<std::string_view> Table::alternatives(size_t row, std::string_view column) const {
  std::vector<std::string_view> parts = split(cell(row, column), '|');
  for (std::string_view& part : parts) part = trim(part);
  std::erase_if(parts, [](std::string_view part) { return part.empty(); });
  return parts;
}

double Table::number(size_t row, std::string_view column) const {
  const std::string_view text = cell(row, column);
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) {
    throw Error(ErrorCode::bad_format, place(row),
                "'" + std::string(text) + "' in column '" + std::string(column) + "' is not a number");
  }
  return value;
}

Table TableSource::table(std::string_view name) const {
  return Table(std::string(name), bytes(std::string(name) + ".tsv"));
}

std::string_view TableSource::bytes(std::string_view file_name) const {
  if (!folder_.empty()) {
    if (const auto found = read_.find(file_name); found != read_.end()) return found->second;
    const std::string path = folder_ + "/" + std::string(file_name);
    if (file_exists(path)) return read_.emplace(file_name, read_file(path, max_data_file_bytes)).first->second;
  }
  for (unsigned i = 0; i < embedded_file_count; ++i) {
    const EmbeddedFile& file = embedded_files[i];
    if (file_name == file.name) return {file.begin, static_cast<size_t>(file.end - file.begin)};
  }
  throw Error(ErrorCode::not_found, "data/" + std::string(file_name), "the program holds no such table");
}

std::optional<Table> TableSource::own_names() const {
  std::optional<Table> table;
  if (!names_file_.empty()) table.emplace(names_file_, read_file(names_file_, max_data_file_bytes), names_file_);
  return table;
}

std::vector<std::string> TableSource::names(std::string_view prefix) const {
  std::vector<std::string> found;
  if (!folder_.empty()) {
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(folder_ + "/" + std::string(prefix), ignored)) {
      if (entry.path().extension() == ".tsv") found.push_back(std::string(prefix) + entry.path().stem().string());
    }
    std::sort(found.begin(), found.end());
  }
  for (unsigned i = 0; i < embedded_file_count; ++i) {
    std::string_view name = embedded_files[i].name;
    if (!name.starts_with(prefix) || !name.ends_with(".tsv")) continue;
    name.remove_suffix(4);
    if (std::find(found.begin(), found.end(), name) == found.end()) found.emplace_back(name);
  }
  return found;
}

std::string_view data_sha256() { return embedded_sha256; }

}  // namespace isnad
