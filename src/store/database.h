#pragma once

#include <SQLiteCpp/SQLiteCpp.h>
#include <string>

#include "base/failure.h"

namespace assay {

/// The format of the file. Raised by one when `schema` changes.
constexpr int store_version = 3;  // 1 could not keep a baseline, 2 no watch lists
/// "assy": says in the file's header whose file it is.
constexpr int store_application = 0x61737379;

/// Bytes are kept in pieces, so that a large input fits and none needs to be held twice.
constexpr std::size_t piece_size = std::size_t{8} << 20U;

enum class Access { read, write };

/// A store, checked: it is a regular file, of SQLite, of this program, of this version and with exactly these tables.
/// Throws Failure as store.h says.
SQLite::Database open_database(const std::string& path, Access access);

/// What SQLite refuses, as a sentence about the store with the exit code that belongs to it.
Failure failure_of(const SQLite::Exception& refusal, const std::string& path);

/// The store is not what it should be.
[[noreturn]] void refuse_store(const std::string& path, const std::string& why);

}  // namespace assay
