#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/diagnostic.h"

namespace assay {

/// What a list.yaml says of the list beside it.
struct ListManifest {
  std::string name;  ///< empty: as its format calls it
  Date date;
  std::optional<std::int32_t> max_age_days;
  std::optional<std::uint64_t> entries;        ///< how many the list must have
  std::map<std::string, std::string> digests;  ///< SHA-256 in hex, by name of the file
};

/// Reads the lines `key: value` of a list.yaml. Keys: name, date, max_age_days, entries, digests (files indented by
/// two blanks below it), source and retrieved (for people). Whatever else stands in it is a mistake: a diagnostic of
/// level error, and nothing.
std::optional<ListManifest> read_list_yaml(const std::string& file, std::string_view text, Diagnostics& diagnostics);

}  // namespace assay
