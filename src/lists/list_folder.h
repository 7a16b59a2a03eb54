#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/date.h"
#include "lists/list_part.h"
#include "tables/kept_file.h"

namespace assay {

/// The files of one folder, or a single file, that may make lists; before anything of them is read.
struct ListFolder {
  std::string given;                 ///< what the user named, without the folders above it
  std::optional<Date> date;          ///< behind the @
  bool named_file = false;           ///< the user named the file itself
  bool first_of_given = true;        ///< of a folder with sub-folders: the folder itself
  std::vector<ListPart> files;       ///< sorted by name; names begin with `given`
  std::optional<ListPart> manifest;  ///< list.yaml
};

/// What was named, with the bytes of every file.
struct GivenLists {
  std::vector<ListFolder> folders;     ///< in the order given, sub-folders behind their folder by name
  std::vector<std::string> specs;      ///< `NAME` or `NAME@DATE`, one for each folder: how it is kept
  std::vector<std::uint32_t> numbers;  ///< which of those that were named, one for each folder
};

/// PATH or PATH@DATE each. Throws Failure(io) for a path that does not exist or is neither file nor folder,
/// Failure(usage) for a date that is none.
GivenLists find_lists(std::span<const std::string> specs);

/// The same from what was kept.
GivenLists kept_lists(std::span<const KeptFile> kept);

}  // namespace assay
