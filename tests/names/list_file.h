#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "names/index_help.h"

namespace assay {

/// The names of a CSV file with the columns list, uid, kind, programs, name and name_type, as ../shared/names has it.
/// For tests: no cell may hold a line break.
std::vector<TestName> read_list_file(const std::filesystem::path& file);

}  // namespace assay
