// Tables: the TSV files of data/. Lines that begin with # are the header in words; the first other line names the
// columns; every other line is a row. A cell may hold alternatives, divided by |.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace isnad {

class Table {
 public:
  // name is used in errors, as file_name, or "NAME.tsv" where that is empty. Throws Error(bad_format) with the place
  // where a row has more cells than columns.
  Table(std::string name, std::string_view bytes, std::string file_name = {});

  size_t size() const { return rows_.size(); }
  const std::string& name() const { return name_; }

  // The cell, empty where the row is short. Throws Error(bad_format) where the table has no such column.
  std::string_view cell(size_t row, std::string_view column) const;
  // The alternatives of the cell, without empty ones.
  std::vector<std::string_view> alternatives(size_t row, std::string_view column) const;
  // A cell that must be a number. Throws Error(bad_format) with the line where it is none.
  double number(size_t row, std::string_view column) const;
  bool has_column(std::string_view column) const;
  // Line of the row in the file, from 1.
  size_t line(size_t row) const { return rows_[row].line; }
  // "FILE:LINE" of the row, for errors.
  std::string place(size_t row) const { return file_name_ + ":" + std::to_string(line(row)); }

 private:
  struct Row {
    size_t line;
    size_t first, last;  // indices into cells_
  };
  size_t column_index(std::string_view column) const;

  std::string name_, file_name_;
  std::string bytes_;
  std::vector<std::string_view> columns_;
  std::vector<std::string_view> cells_;
  std::vector<Row> rows_;
};

// Where tables come from: the ones embedded in the program, each replaceable by a file of the same name in a folder.
class TableSource {
 public:
  TableSource() = default;
  // folder: of tables that replace the embedded ones; names_file: a table of the user's own names (docs/data.md).
  // Either may be empty.
  explicit TableSource(std::string folder, std::string names_file = {})
      : folder_(std::move(folder)), names_file_(std::move(names_file)) {}

  // name without ".tsv", as "numbers" or "names/cities". Throws Error(not_found) where there is none.
  Table table(std::string_view name) const;
  // Bytes of an embedded file that is not a table, as a model; valid for the life of the program or of this source.
  std::string_view bytes(std::string_view file_name) const;
  // The user's own names; empty where no file was given. Throws Error where it can't be read or is no table.
  std::optional<Table> own_names() const;
  // Names of all tables of a folder of data/, as "outlets/": those that the given folder holds first, by name, then
  // the embedded ones.
  std::vector<std::string> names(std::string_view prefix) const;

 private:
  std::string folder_, names_file_;
  mutable std::map<std::string, std::string, std::less<>> read_;
};

// SHA-256 over all embedded data, in hexadecimal: stands in every output, so that a result can be repeated.
std::string_view data_sha256();

std::vector<std::string_view> split(std::string_view text, char separator);
std::string_view trim(std::string_view text);

}  // namespace isnad
