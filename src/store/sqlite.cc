#include "store/sqlite.h"

#include <sqlite3.h>

#include <utility>

#include "base/error.h"
#include "base/file.h"

namespace isnad {
namespace {

constexpr int busy_timeout_ms = 10000;  // how long a writer waits for another one

ErrorCode code_of(int result) {
  switch (result & 0xff) {
    case SQLITE_FULL:
    case SQLITE_READONLY:
    case SQLITE_IOERR:
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return ErrorCode::write_failed;
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT: return ErrorCode::bad_format;
    default: return ErrorCode::unreadable;
  }
}

std::string sentence_of(int result, const char* message) {
  switch (result & 0xff) {
    case SQLITE_FULL: return "the disk is full; what was added before is safe";
    case SQLITE_BUSY: return "another program is writing to the store";
    case SQLITE_NOTADB: return "this is no store";
    default: return message;
  }
}

}  // namespace

Database::Database(const std::string& path, Mode mode) : path_(path) {
  if (mode == Mode::reader && !file_exists(path)) throw Error(ErrorCode::not_found, path, "there is no such store");
  const int flags = mode == Mode::writer ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY;
  if (const int result = sqlite3_open_v2(path.c_str(), &handle_, flags | SQLITE_OPEN_NOMUTEX, nullptr)) {
    const Error error(code_of(result), path, sentence_of(result, sqlite3_errstr(result)));
    sqlite3_close(handle_);
    throw error;
  }
  sqlite3_busy_timeout(handle_, busy_timeout_ms);
  sqlite3_extended_result_codes(handle_, 1);
}

Database::~Database() { sqlite3_close_v2(handle_); }

void Database::fail() const {
  const int result = sqlite3_extended_errcode(handle_);
  throw Error(code_of(result), path_, sentence_of(result, sqlite3_errmsg(handle_)));
}

void Database::run(const std::string& sql) {
  if (sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail();
}

int64_t Database::number(const std::string& sql) {
  Query query(*this, sql);
  return query.step() ? query.number(0) : 0;
}

int64_t Database::changed() const { return sqlite3_changes64(handle_); }

int64_t Database::last_row() const { return sqlite3_last_insert_rowid(handle_); }

Query::Query(const Database& database, std::string_view sql) : database_(&database) {
  if (sqlite3_prepare_v2(database.handle(), sql.data(), static_cast<int>(sql.size()), &statement_, nullptr) !=
      SQLITE_OK) {
    database.fail();
  }
}

Query::Query(Query&& other) noexcept
    : database_(other.database_), statement_(std::exchange(other.statement_, nullptr)) {}

Query::~Query() { sqlite3_finalize(statement_); }

bool Query::step() {
  const int result = sqlite3_step(statement_);
  if (result == SQLITE_ROW) return true;
  if (result != SQLITE_DONE) database_->fail();
  return false;
}

void Query::reset() { sqlite3_reset(statement_); }

void Query::put(int at, std::string_view text) {
  // A null pointer would bind NULL where the text is empty.
  const char* bytes = text.empty() ? "" : text.data();
  if (sqlite3_bind_text64(statement_, at, bytes, text.size(), SQLITE_TRANSIENT, SQLITE_UTF8) != SQLITE_OK)
    database_->fail();
}

void Query::put(int at, int64_t number) {
  if (sqlite3_bind_int64(statement_, at, number) != SQLITE_OK) database_->fail();
}

void Query::put(int at, double number) {
  if (sqlite3_bind_double(statement_, at, number) != SQLITE_OK) database_->fail();
}

void Query::put(int at, std::nullptr_t) {
  if (sqlite3_bind_null(statement_, at) != SQLITE_OK) database_->fail();
}

int64_t Query::number(int column) const { return sqlite3_column_int64(statement_, column); }

double Query::real(int column) const { return sqlite3_column_double(statement_, column); }

std::optional<double> Query::real_or_none(int column) const {
  if (is_null(column)) return std::nullopt;
  return real(column);
}

bool Query::is_null(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }

std::string_view Query::text(int column) const {
  const auto* bytes = static_cast<const char*>(static_cast<const void*>(sqlite3_column_text(statement_, column)));
  return bytes ? std::string_view(bytes, static_cast<size_t>(sqlite3_column_bytes(statement_, column)))
               : std::string_view();
}

int Query::columns() const { return sqlite3_column_count(statement_); }

std::string_view Query::name(int column) const { return sqlite3_column_name(statement_, column); }

Transaction::Transaction(Database& database) : database_(database) { database_.run("BEGIN IMMEDIATE"); }

Transaction::~Transaction() {
  if (open_) sqlite3_exec(database_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit() {
  database_.run("COMMIT");
  open_ = false;
}

Snapshot::Snapshot(const Database& database) : database_(database) {
  if (sqlite3_exec(database_.handle(), "BEGIN", nullptr, nullptr, nullptr) != SQLITE_OK) database_.fail();
}

Snapshot::~Snapshot() { sqlite3_exec(database_.handle(), "COMMIT", nullptr, nullptr, nullptr); }

}  // namespace isnad
