#pragma once

#include <cstdint>
#include <string>

#include "tables/input_file.h"

namespace assay {

/// One thing that an audit was made from, so that it can be made again when the files are gone.
struct KeptFile {
  enum class Role : std::uint8_t {
    pack,         ///< a file of a rule pack
    input,        ///< a table that was found in a folder
    named_input,  ///< an input that the user named itself
    passed_over,  ///< found in a folder, no table: only its name counts
    no_file,      ///< named, but neither file nor folder: only its name counts
    baseline      ///< the JSON report of the earlier audit that this one is compared with
  };

  Role role = Role::input;
  std::uint32_t pack = 0;  ///< of a file of a pack: which pack, from 0, in the order in which they were named
  std::string name;        ///< as reports show it, or within the pack
  Bytes bytes;
  Digest digest{};

  [[nodiscard]] bool has_bytes() const { return role != Role::passed_over && role != Role::no_file; }
};

}  // namespace assay
