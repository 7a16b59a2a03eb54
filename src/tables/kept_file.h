#pragma once

#include <cstdint>
#include <string>

#include "tables/input_file.h"

namespace assay {

/// One thing that an audit was made from, so that it can be made again when the files are gone.
struct KeptFile {
  enum class Role : std::uint8_t {
    pack,             ///< a file of a rule pack
    input,            ///< a table that was found in a folder
    named_input,      ///< an input that the user named itself
    passed_over,      ///< found in a folder, no table: only its name counts
    no_file,          ///< named, but neither file nor folder: only its name counts
    baseline,         ///< the JSON report of the earlier audit that this one is compared with
    list_given,       ///< what the user named as a watch list, as `NAME` or `NAME@DATE`: only that counts
    list_file,        ///< a file of a watch list, or the list.yaml beside it
    list_passed_over  ///< found in the folder of a list, no list: only its name counts
  };

  Role role = Role::input;
  /// Of a file of a pack or a list: which of those that were named, from 0, in the order in which they were named.
  std::uint32_t pack = 0;
  std::string name;  ///< as reports show it, or within the pack
  Bytes bytes;
  Digest digest{};

  [[nodiscard]] bool has_bytes() const {
    return role != Role::passed_over && role != Role::no_file && role != Role::list_given &&
           role != Role::list_passed_over;
  }
  /// True for what belongs to a watch list.
  [[nodiscard]] bool is_of_list() const {
    return role == Role::list_given || role == Role::list_file || role == Role::list_passed_over;
  }
};

}  // namespace assay
