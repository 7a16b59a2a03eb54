#include "audit/packs.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <system_error>

#include "audit/embedded_pack.h"
#include "base/failure.h"

namespace assay {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t largest_file = 64U << 20U;

std::string read_file(const fs::path& path) {
  std::error_code error;
  const std::uintmax_t size = fs::file_size(path, error);
  if (error) throw Failure(Exit::io, "cannot read " + path.generic_string() + ": " + error.message());
  if (size > largest_file)
    throw Failure(Exit::limit, path.generic_string() + " is larger than 64 MiB, too large for a file of a rule pack");
  std::ifstream in(path, std::ios::binary);
  std::string bytes(static_cast<std::size_t>(size), '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!in) throw Failure(Exit::io, "cannot read " + path.generic_string());
  return bytes;
}

bool is_of_a_pack(const fs::path& path) {
  const std::string extension = path.extension().string();
  return extension == ".yaml" || extension == ".yml" || extension == ".csv";
}

bool is_hidden(const fs::path& relative) {
  return std::any_of(relative.begin(), relative.end(),
                     [](const fs::path& part) { return part.string().starts_with("."); });
}

std::string complaint_of(const FailedTest& failed) {
  return "the test \"" + failed.test + "\" of rule " + failed.rule + " fails: " + failed.message;
}

}  // namespace

std::vector<PackFile> shipped_pack() {
  std::vector<PackFile> files;
  for (const EmbeddedFile& file : embedded_pack()) files.push_back({std::string(file.name), std::string(file.bytes)});
  return files;
}

std::vector<PackFile> read_pack(const std::string& folder) {
  std::error_code error;
  fs::recursive_directory_iterator entry(folder, error);
  if (error) throw Failure(Exit::io, "cannot read the rule pack " + folder + ": " + error.message());
  std::vector<PackFile> files;
  for (; entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    if (error) throw Failure(Exit::io, "cannot read the rule pack " + folder + ": " + error.message());
    const fs::path relative = entry->path().lexically_relative(folder);
    if (!entry->is_regular_file() || is_hidden(relative) || !is_of_a_pack(relative)) continue;
    files.push_back({relative.generic_string(), read_file(entry->path())});
  }
  std::sort(files.begin(), files.end(), [](const PackFile& a, const PackFile& b) { return a.name < b.name; });
  return files;
}

std::vector<PackFile> pack_around(const std::string& file) {
  const fs::path path(file);
  PackFile rule{path.filename().generic_string(), read_file(path)};
  std::error_code error;
  const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
  const bool in_a_pack = fs::exists(folder / "pack.yaml", error);
  std::vector<PackFile> files;
  std::size_t rules = 1;
  for (PackFile& other : in_a_pack ? read_pack(folder.string()) : shipped_pack()) {
    if (other.name == rule.name || other.name == "pack.yaml") continue;
    if (other.name.ends_with(".yaml")) ++rules;
    files.push_back(std::move(other));
  }
  files.push_back(std::move(rule));
  files.push_back({"pack.yaml", "assay: 1\nid: lint\nversion: \"0\"\nrules: " + std::to_string(rules) + "\n"});
  return files;
}

PackFiles read_packs(const std::vector<std::string>& folders) {
  PackFiles packs;
  packs.reserve(folders.size() + 1);
  for (const std::string& folder : folders) packs.push_back(read_pack(folder));
  if (packs.empty()) packs.push_back(shipped_pack());
  return packs;
}

void keep_packs(const PackFiles& packs, std::vector<KeptFile>& kept) {
  for (std::size_t pack = 0; pack < packs.size(); ++pack)
    for (const PackFile& file : packs[pack])
      kept.push_back(
          {KeptFile::Role::pack, static_cast<std::uint32_t>(pack), file.name, Bytes(file.bytes), sha256(file.bytes)});
}

PackFiles kept_packs(const std::vector<KeptFile>& kept) {
  PackFiles packs;
  std::uint32_t last = 0;
  for (const KeptFile& file : kept) {
    if (file.role != KeptFile::Role::pack) continue;
    if (packs.empty() || file.pack != last) packs.emplace_back();
    last = file.pack;
    packs.back().push_back({file.name, std::string(file.bytes.view())});
  }
  return packs;
}

bool load_checked_packs(const PackFiles& packs, LoadedPacks& loaded, Diagnostics& diagnostics) {
  return load_packs(packs, loaded, diagnostics) && pass_canaries(loaded, diagnostics);
}

bool pass_canaries(const LoadedPacks& packs, Diagnostics& diagnostics) {
  const std::vector<FailedTest> failures = run_rule_tests(packs);
  for (const FailedTest& failed : failures) {
    Diagnostic diagnostic;
    diagnostic.at = failed.at;
    diagnostic.message = complaint_of(failed);
    diagnostic.hint = "no audit runs with a rule that fails its own test";
    diagnostics.push_back(std::move(diagnostic));
  }
  return failures.empty();
}

}  // namespace assay
