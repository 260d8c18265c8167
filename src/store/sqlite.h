// SQLite for the store: connections, statements and transactions that are closed by themselves.
//
// Every failure of SQLite is an Error with the file's name: write_failed where the disk is full or the file can't be
// written, bad_format where the file is no database or is damaged, unreadable otherwise.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace isnad {

class Database {
 public:
  // writer: makes the file where it is not there. A reader sees only what is committed and never writes.
  enum class Mode { reader, writer };
  Database(const std::string& path, Mode mode);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  // Runs one or more statements that give no rows.
  void run(const std::string& sql);
  // The first column of the first row; 0 where there is none.
  int64_t number(const std::string& sql);

  sqlite3* handle() const { return handle_; }
  const std::string& path() const { return path_; }
  // Rows that the last statement changed.
  int64_t changed() const;
  int64_t last_row() const;

  [[noreturn]] void fail() const;

 private:
  std::string path_;
  sqlite3* handle_ = nullptr;
};

// A prepared statement. Parameters are bound in order from 1 by `bind`, columns read in order from 0.
class Query {
 public:
  Query(const Database& database, std::string_view sql);
  ~Query();
  Query(Query&& other) noexcept;
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;

  // Binds all parameters in order, after taking back what was bound before.
  template <class... Values>
  Query& bind(const Values&... values) {
    reset();
    int at = 0;
    (put(++at, values), ...);
    return *this;
  }
  // The next row; false at the end.
  bool step();
  // Binds and runs to the end.
  template <class... Values>
  void run(const Values&... values) {
    bind(values...);
    while (step()) {
    }
    reset();
  }
  void reset();

  // Texts are copied before bind returns where `put` is given a temporary; views must live until the next reset.
  void put(int at, std::string_view text);
  void put(int at, const std::string& text) { put(at, std::string_view(text)); }
  void put(int at, const char* text) { put(at, std::string_view(text)); }
  void put(int at, int64_t number);
  void put(int at, int number) { put(at, static_cast<int64_t>(number)); }
  void put(int at, uint32_t number) { put(at, static_cast<int64_t>(number)); }
  void put(int at, uint64_t number) { put(at, static_cast<int64_t>(number)); }
  void put(int at, bool truth) { put(at, static_cast<int64_t>(truth)); }
  void put(int at, double number);
  void put(int at, std::nullptr_t);
  template <class Value>
  void put(int at, const std::optional<Value>& value) {
    if (value) {
      put(at, *value);
    } else {
      put(at, nullptr);
    }
  }

  int64_t number(int column) const;
  double real(int column) const;
  std::optional<double> real_or_none(int column) const;
  bool is_null(int column) const;
  std::string_view text(int column) const;  // valid until the next step
  std::string string(int column) const { return std::string(text(column)); }
  int columns() const;
  std::string_view name(int column) const;

 private:
  const Database* database_;
  sqlite3_stmt* statement_ = nullptr;
};

// An empty text as NULL.
inline std::optional<std::string_view> or_null(std::string_view text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

// All or nothing: rolls back unless commit() is reached.
class Transaction {
 public:
  explicit Transaction(Database& database);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit();

 private:
  Database& database_;
  bool open_ = true;
};

// A point in time for several queries of a reader: all see the same state of the store.
class Snapshot {
 public:
  explicit Snapshot(const Database& database);
  ~Snapshot();
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;

 private:
  const Database& database_;
};

}  // namespace isnad
