#include "store/database.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <set>
#include <sqlite3.h>
#include <sys/stat.h>
#include <system_error>
#include <tuple>
#include <unistd.h>

#include <fmt/format.h>

#include "base/text.h"

namespace assay {
namespace {

namespace fs = std::filesystem;

constexpr int patience_ms = 5000;

// No functions but length(): a store that a stranger made must not run anything when it is opened.
constexpr const char* schema = R"(
CREATE TABLE blob (
  digest TEXT PRIMARY KEY CHECK (length(digest) = 64),
  size   INTEGER NOT NULL CHECK (size >= 0)
) STRICT, WITHOUT ROWID;
CREATE TABLE piece (
  digest TEXT NOT NULL REFERENCES blob,
  number INTEGER NOT NULL CHECK (number >= 0),
  bytes  BLOB NOT NULL,
  PRIMARY KEY (digest, number)
) STRICT;
CREATE TABLE audit (
  number    INTEGER PRIMARY KEY CHECK (number >= 1),
  program   TEXT NOT NULL,
  as_of     TEXT NOT NULL,
  verdict   TEXT NOT NULL,
  exit_code INTEGER NOT NULL,
  flags     INTEGER NOT NULL CHECK (flags >= 0),
  questions INTEGER NOT NULL CHECK (questions >= 0),
  rows      INTEGER NOT NULL CHECK (rows >= 0),
  report    TEXT NOT NULL REFERENCES blob,
  head      TEXT NOT NULL CHECK (length(head) = 64)
) STRICT;
CREATE TABLE audit_option (
  audit INTEGER NOT NULL REFERENCES audit,
  place INTEGER NOT NULL CHECK (place >= 0),
  name  TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (audit, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE audit_file (
  audit  INTEGER NOT NULL REFERENCES audit,
  place  INTEGER NOT NULL CHECK (place >= 0),
  role   INTEGER NOT NULL CHECK (role BETWEEN 0 AND 8),
  pack   INTEGER NOT NULL CHECK (pack BETWEEN 0 AND 65535),
  name   TEXT NOT NULL,
  digest TEXT REFERENCES blob,
  PRIMARY KEY (audit, place)
) STRICT, WITHOUT ROWID;
)";

using Entry = std::tuple<std::string, std::string, std::string, std::string>;

std::set<Entry> layout_of(const SQLite::Database& database) {
  std::set<Entry> layout;
  SQLite::Statement rows(database, "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema");
  while (rows.executeStep())
    layout.insert({rows.getColumn(0).getString(), rows.getColumn(1).getString(), rows.getColumn(2).getString(),
                   rows.getColumn(3).getString()});
  return layout;
}

/// Views and triggers would run with our queries; a table that was changed would answer them wrongly.
void check_layout(const SQLite::Database& database, const std::string& path) {
  SQLite::Database model(":memory:", SQLite::OPEN_READWRITE);
  model.exec(schema);
  if (layout_of(model) != layout_of(database)) refuse_store(path, "its tables are not those that this program makes");
}

int pragma(const SQLite::Database& database, const char* name) {
  SQLite::Statement row(database, fmt::format("PRAGMA {}", name));
  return row.executeStep() ? row.getColumn(0).getInt() : 0;
}

/// SQLite would wait for the writer of a FIFO, and would take a file that is none for a new store.
void check_file(const std::string& path) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (!fs::exists(status))
    throw Failure(Exit::io, "there is no store " + escape_for_terminal(path) +
                                "; assay audit PATH... --db FILE keeps an audit in one");
  if (!fs::is_regular_file(status)) refuse_store(path, "it is not a regular file");
}

/// Readable by its owner alone: a store holds whole inputs. SQLite gives its journal the same rights.
void create_file(const std::string& path) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (file >= 0) {
    ::close(file);
  } else if (errno != EEXIST) {
    throw Failure(Exit::io, "cannot make the store " + escape_for_terminal(path) + ": " +
                                std::generic_category().message(errno));
  }
}

void harden(SQLite::Database& database) {
  sqlite3* handle = database.getHandle();
  sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, static_cast<int>(4 * piece_size));
  sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  database.exec("PRAGMA cell_size_check = ON");
  database.exec("PRAGMA foreign_keys = ON");
}

bool is_new(const SQLite::Database& database) {
  return pragma(database, "application_id") == 0 && pragma(database, "user_version") == 0 &&
         layout_of(database).empty();
}

/// Two programs may make one store at the same time: the second finds it made.
void create_tables(SQLite::Database& database) {
  SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
  if (is_new(database)) {
    database.exec(schema);
    database.exec(fmt::format("PRAGMA application_id = {}", store_application));
    database.exec(fmt::format("PRAGMA user_version = {}", store_version));
  }
  transaction.commit();
}

void check_identity(const SQLite::Database& database, const std::string& path) {
  if (is_new(database)) refuse_store(path, "it is empty");
  if (pragma(database, "application_id") != store_application)
    refuse_store(path, "it is a database of another program");
  const int version = pragma(database, "user_version");
  if (version > store_version)
    refuse_store(path, fmt::format("a newer assay wrote it: its format is {}, this program knows formats up to {}; "
                                   "read it with that program",
                                   version, store_version));
  if (version < 1) refuse_store(path, fmt::format("there is no format {}", version));
  if (version < store_version)
    refuse_store(path, fmt::format("an older assay wrote it: its format is {}, this program keeps format {}; read it "
                                   "with that program, and name another file to keep audits in",
                                   version, store_version));
}

}  // namespace

SQLite::Database open_database(const std::string& path, Access access) {
  if (access == Access::write) create_file(path);
  check_file(path);
  // An absolute path, so that no name (":memory:") means anything else than a file.
  const std::string file = fs::absolute(path).string();
  try {
    SQLite::Database database(file, SQLite::OPEN_READWRITE, patience_ms);
    harden(database);
    if (access == Access::write && is_new(database)) create_tables(database);
    check_identity(database, path);
    check_layout(database, path);
    // EXTRA: after a loss of power the name of the journal is gone too, so that what was kept stays kept.
    database.exec(access == Access::write ? "PRAGMA synchronous = EXTRA" : "PRAGMA query_only = ON");
    return database;
  } catch (const SQLite::Exception& refusal) {
    throw failure_of(refusal, path);
  }
}

Failure failure_of(const SQLite::Exception& refusal, const std::string& path) {
  const std::string store = "the store " + escape_for_terminal(path);
  const std::string why = escape_for_terminal(refusal.what());
  switch (refusal.getErrorCode() & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {Exit::store_busy, store + " is in use by another program; try again"};
    case SQLITE_CANTOPEN:
    case SQLITE_FULL:
    case SQLITE_IOERR:
    case SQLITE_PERM:
    case SQLITE_READONLY:
    case SQLITE_AUTH:
      return {Exit::io, store + " cannot be read or written: " + why};
    case SQLITE_NOMEM:
      return {Exit::limit, store + ": not enough memory"};
    case SQLITE_NOTADB:
      return {Exit::integrity, store + " is no store of assay: it is no file of SQLite"};
    default:
      return {Exit::integrity, store + " is damaged: " + why};
  }
}

void refuse_store(const std::string& path, const std::string& why) {
  throw Failure(Exit::integrity, "the store " + escape_for_terminal(path) + " is refused: " + why);
}

}  // namespace assay
