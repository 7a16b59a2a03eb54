#pragma once

#include <string>
#include <string_view>

#include "base/digest.h"
#include "store/database.h"

namespace assay {

/// Keeps the bytes under their digest, once however often they come.
void save_blob(SQLite::Database& database, std::string_view bytes, const Digest& digest);

/// The bytes of a digest (hex). Refuses the store (`path`) when they are missing, longer or shorter than it says, or
/// not those of the digest; never holds more than the file of the store does.
std::string load_blob(const SQLite::Database& database, const std::string& path, const std::string& digest);

}  // namespace assay
