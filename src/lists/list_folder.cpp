#include "lists/list_folder.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "base/failure.h"
#include "base/text.h"

namespace assay {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view manifest_name = "list.yaml";

struct Spec {
  std::string path;
  std::optional<Date> date;
  std::string date_text;
};

/// What stands behind the last @ is a date, unless a file of the whole name exists.
Spec spec_of(const std::string& text) {
  const std::size_t at = text.rfind('@');
  std::error_code trouble;
  if (at == std::string::npos || fs::exists(text, trouble)) return {text, std::nullopt, {}};
  Spec spec{text.substr(0, at), parse_date(text.substr(at + 1)), text.substr(at + 1)};
  if (spec.date->known == Known::yes) return spec;
  if (!fs::exists(spec.path, trouble)) return {text, std::nullopt, {}};
  throw Failure(Exit::usage, fmt::format("\"{}\" is no date; name a list as PATH@2022-01-31",
                                         escape_for_terminal(spec.date_text)));
}

/// `NAME@DATE`, or `NAME`; one that itself ends like that gets an @ behind it, so that nobody reads a date into it.
std::string kept_spec(const std::string& name, const std::string& date) {
  if (!date.empty()) return name + '@' + date;
  return name.find('@') == std::string::npos ? name : name + '@';
}

Spec spec_of_kept(const std::string& kept) {
  const std::size_t at = kept.rfind('@');
  if (at == std::string::npos) return {kept, std::nullopt, {}};
  Spec spec{kept.substr(0, at), parse_date(kept.substr(at + 1)), kept.substr(at + 1)};
  if (spec.date->known != Known::yes) spec.date.reset();
  return spec;
}

std::string last_part(const fs::path& path) {
  return fs::absolute(path).lexically_normal().filename().empty()
             ? fs::absolute(path).lexically_normal().parent_path().filename().string()
             : fs::absolute(path).lexically_normal().filename().string();
}

ListPart part_at(const fs::path& path, std::string name) {
  ListPart part;
  part.name = std::move(name);
  part.bytes = Bytes::map(path.string());
  part.mapped = true;
  return part;
}

std::vector<fs::path> sorted_entries(const fs::path& folder) {
  std::vector<fs::path> found;
  std::error_code trouble;
  fs::directory_iterator entry(folder, trouble);
  for (; !trouble && entry != fs::directory_iterator(); entry.increment(trouble))
    if (!entry->path().filename().string().starts_with('.')) found.push_back(entry->path());
  if (trouble)
    throw Failure(Exit::io, fmt::format("cannot read the folder {}: {}", escape_for_terminal(folder.string()),
                                        trouble.message()));
  std::sort(found.begin(), found.end());
  return found;
}

/// The folder, and those in it; a link to a folder is not followed, so that none leads in a circle.
void walk(const fs::path& path, const std::string& name, const ListFolder& like, std::vector<ListFolder>& folders) {
  const std::size_t number = folders.size();
  folders.push_back(like);
  std::error_code trouble;
  for (const fs::path& entry : sorted_entries(path)) {
    const std::string entry_name = name + "/" + entry.filename().string();
    if (fs::is_regular_file(entry, trouble)) {
      ListPart part = part_at(entry, entry_name);
      if (entry.filename() == manifest_name)
        folders[number].manifest = std::move(part);
      else
        folders[number].files.push_back(std::move(part));
    } else if (fs::is_directory(entry, trouble) && !fs::is_symlink(entry, trouble)) {
      ListFolder below = like;
      below.first_of_given = false;
      walk(entry, entry_name, below, folders);
    }
  }
}

std::vector<ListFolder> folders_of(const Spec& spec) {
  std::error_code trouble;
  const fs::path path(spec.path);
  if (!fs::exists(path, trouble))
    throw Failure(Exit::io,
                  fmt::format("cannot open the list {}: no such file or folder", escape_for_terminal(spec.path)));
  ListFolder folder;
  folder.given = last_part(path);
  folder.date = spec.date;
  std::vector<ListFolder> folders;
  if (fs::is_directory(path, trouble)) {
    walk(path, folder.given, folder, folders);
    return folders;
  }
  folder.named_file = true;
  folder.files.push_back(part_at(path, folder.given));
  const fs::path beside = fs::absolute(path).parent_path() / manifest_name;
  if (path.filename() != manifest_name && fs::is_regular_file(beside, trouble))
    folder.manifest = part_at(beside, std::string(manifest_name));
  folders.push_back(std::move(folder));
  return folders;
}

/// The folder in the name of a file: "ofac/sdn.csv" → "ofac"; empty for a file that was named itself.
std::string folder_of(const std::string& name) {
  const std::size_t slash = name.rfind('/');
  return slash == std::string::npos ? std::string{} : name.substr(0, slash);
}

void add_kept(const KeptFile& file, ListFolder& folder) {
  ListPart part;
  part.name = file.name;
  part.bytes = file.bytes;
  const bool is_manifest = file.name == manifest_name || file.name.ends_with("/" + std::string(manifest_name));
  if (is_manifest && !(folder.named_file && folder.given == manifest_name))
    folder.manifest = std::move(part);
  else
    folder.files.push_back(std::move(part));
}

}  // namespace

GivenLists find_lists(std::span<const std::string> specs) {
  GivenLists given;
  for (std::uint32_t number = 0; number < specs.size(); ++number) {
    const Spec spec = spec_of(specs[number]);
    for (ListFolder& folder : folders_of(spec)) {
      given.specs.push_back(kept_spec(folder.given, spec.date_text));
      given.numbers.push_back(number);
      given.folders.push_back(std::move(folder));
    }
  }
  return given;
}

GivenLists kept_lists(std::span<const KeptFile> kept) {
  GivenLists given;
  std::map<std::uint32_t, std::string> specs;
  for (const KeptFile& file : kept)
    if (file.role == KeptFile::Role::list_given) specs[file.pack] = file.name;
  for (const auto& [number, spec] : specs) {
    const Spec read = spec_of_kept(spec);
    ListFolder like;
    like.given = read.path;
    like.date = read.date;
    std::map<std::string, ListFolder> by_folder;
    for (const KeptFile& file : kept) {
      if (file.pack != number ||
          (file.role != KeptFile::Role::list_file && file.role != KeptFile::Role::list_passed_over))
        continue;
      ListFolder& folder = by_folder.try_emplace(folder_of(file.name), like).first->second;
      folder.named_file = folder_of(file.name).empty();
      folder.first_of_given = folder.named_file || folder_of(file.name) == like.given;
      add_kept(file, folder);
    }
    for (auto& entry : by_folder) {
      given.specs.push_back(spec);
      given.numbers.push_back(number);
      given.folders.push_back(std::move(entry.second));
    }
  }
  return given;
}

}  // namespace assay
