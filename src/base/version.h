#pragma once

#include <string_view>

namespace assay {

/// As `assay version` and the reports say it. The same as in CMakeLists.txt; a test compares them.
constexpr std::string_view program_version = "0.1.0";

}  // namespace assay
