#include "store/blobs.h"

#include <algorithm>
#include <cstdint>

#include <fmt/format.h>

#include "base/text.h"

namespace assay {
namespace {

/// Digests come from the file too; none is longer than this.
std::string shown(const std::string& digest) {
  return escape_for_terminal(digest.substr(0, 12));
}

}  // namespace

void save_blob(SQLite::Database& database, std::string_view bytes, const Digest& digest) {
  const std::string name = to_hex(digest);
  SQLite::Statement blob(database, "INSERT OR IGNORE INTO blob (digest, size) VALUES (?, ?)");
  blob.bind(1, name);
  blob.bind(2, static_cast<std::int64_t>(bytes.size()));
  if (blob.exec() == 0) return;
  SQLite::Statement piece(database, "INSERT INTO piece (digest, number, bytes) VALUES (?, ?, ?)");
  for (std::int64_t number = 0; !bytes.empty(); ++number) {
    const std::string_view part = bytes.substr(0, piece_size);
    piece.bind(1, name);
    piece.bind(2, number);
    piece.bindNoCopy(3, part.data(), static_cast<int>(part.size()));
    piece.exec();
    piece.reset();
    bytes.remove_prefix(part.size());
  }
}

std::string load_blob(const SQLite::Database& database, const std::string& path, const std::string& digest) {
  SQLite::Statement blob(database, "SELECT size FROM blob WHERE digest = ?");
  blob.bind(1, digest);
  if (!blob.executeStep()) refuse_store(path, fmt::format("the bytes of {}… are missing", shown(digest)));
  const auto size = static_cast<std::uint64_t>(blob.getColumn(0).getInt64());
  std::string bytes;  // grows with what is really there, whatever `size` claims
  SQLite::Statement pieces(database, "SELECT bytes FROM piece WHERE digest = ? ORDER BY number");
  pieces.bind(1, digest);
  while (pieces.executeStep()) {
    const SQLite::Column piece = pieces.getColumn(0);
    const auto length = static_cast<std::size_t>(piece.getBytes());
    if (length > size - bytes.size())
      refuse_store(path, fmt::format("there are more bytes than {}… has", shown(digest)));
    if (length > 0) bytes.append(static_cast<const char*>(piece.getBlob()), length);
  }
  if (bytes.size() != size || to_hex(sha256(bytes)) != digest)
    refuse_store(path, fmt::format("the bytes of {}… are not what was kept", shown(digest)));
  return bytes;
}

}  // namespace assay
