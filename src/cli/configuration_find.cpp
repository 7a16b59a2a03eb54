#include <filesystem>
#include <system_error>

#include "cli/configuration_file.h"

namespace assay {
namespace {

namespace fs = std::filesystem;

/// Of a folder itself; of anything else the folder around it. Without a separator at its end.
fs::path folder_of(const fs::path& input) {
  std::error_code error;
  if (!input.has_filename()) return input.has_relative_path() ? input.parent_path() : input;
  return fs::is_directory(input, error) ? input : input.parent_path();
}

bool is_last(const fs::path& folder, const std::string& home) {
  std::error_code error;
  if (fs::exists(folder / ".git", error) || !folder.has_relative_path()) return true;
  return !home.empty() && fs::equivalent(folder, home, error);
}

}  // namespace

std::string find_configuration(const std::string& first_input, const std::string& home) {
  std::error_code error;
  const fs::path current = fs::current_path(error);
  if (error) return {};
  fs::path folder = folder_of((current / first_input).lexically_normal());
  for (;; folder = folder.parent_path()) {
    const fs::path file = folder / "assay.yaml";
    if (fs::is_regular_file(file, error))
      return (fs::path(first_input).is_absolute() ? file : file.lexically_relative(current)).generic_string();
    if (is_last(folder, home)) return {};
  }
}

}  // namespace assay
