#pragma once

#include <span>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "lists/watch_list.h"
#include "tables/kept_file.h"

namespace assay {

struct ListOptions {
  /// Entries last accepted, by name of the list. Fewer than half of them now: refused.
  std::vector<std::pair<std::string, std::uint64_t>> last_accepted;
};

struct ListReading {
  std::vector<WatchList> lists;  ///< in the order given, those of one folder by name; refused ones without entries
  std::vector<KeptFile> kept;    ///< what was read; read_kept_lists() makes the same of it
  bool refused = false;          ///< one of them was refused (exit 6)
};

/// Reads `PATH` or `PATH@DATE` each: a file, or a folder that holds one list (a trio is one), or a list in each of
/// its sub-folders, with or without a list.yaml. The format is told by the content. What is no list in a folder is
/// passed over with a note; named itself it is refused. Every mistake is a diagnostic. Throws Failure(io) for a path
/// that does not exist or cannot be read, Failure(usage) for a date that is none.
ListReading read_lists(std::span<const std::string> specs, Diagnostics& diagnostics, const ListOptions& options = {});

/// The same from what an earlier audit kept; files of other roles are passed over. No file of the machine is opened.
ListReading read_kept_lists(std::span<const KeptFile> kept, Diagnostics& diagnostics,
                            const ListOptions& options = {});

/// The same for texts in memory (name, text), which are the files of one folder called `given`: tests.
ListReading read_list_texts(const std::string& given, const std::vector<std::pair<std::string, std::string>>& texts,
                            Diagnostics& diagnostics, const ListOptions& options = {});

/// Throws Failure(io) when a file that was read is no longer what it was.
void check_lists_unchanged(const ListReading& reading);

}  // namespace assay
