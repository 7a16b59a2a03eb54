#include "readers/source.h"

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <filesystem>
#include <map>
#include <system_error>

#include <fmt/format.h>

#include "base/failure.h"
#include "readers/encoding.h"

namespace assay {
namespace {

namespace fs = std::filesystem;

struct Candidate {
  Source source;
  std::vector<std::string> parts;  ///< of the absolute path, the file's own name last
  std::size_t shown = 1;           ///< how many of the last parts make the name
};

std::vector<std::string> parts_of(const fs::path& path) {
  std::vector<std::string> parts;
  for (const fs::path& part : fs::absolute(path).lexically_normal())
    if (!part.empty() && part != "/") parts.push_back(part.string());
  return parts;
}

/// File names are bytes; names in reports are UTF-8.
std::string printable(const std::string& name) {
  if (is_utf8(name)) return name;
  std::string out;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80)
      out += c;
    else
      out += fmt::format("%{:02X}", byte);
  }
  return out;
}

std::string name_of(const Candidate& candidate) {
  std::string name;
  for (std::size_t i = candidate.parts.size() - candidate.shown; i < candidate.parts.size(); ++i)
    name += (name.empty() ? "" : "/") + candidate.parts[i];
  return printable(name);
}

Candidate candidate_of(const fs::path& path, bool named, std::size_t shown) {
  Candidate candidate;
  candidate.source.path = path.string();
  candidate.source.named = named;
  candidate.parts = parts_of(path);
  candidate.shown = std::min(shown, candidate.parts.size());
  return candidate;
}

bool is_hidden(const fs::path& path) {
  return path.filename().string().starts_with('.');
}

void walk_folder(const fs::path& folder, std::vector<Candidate>& found) {
  const std::size_t above = parts_of(folder / "x").size() - 1;
  std::error_code trouble;
  fs::recursive_directory_iterator entry(folder, trouble);
  while (!trouble && entry != fs::recursive_directory_iterator()) {
    if (is_hidden(entry->path()))
      entry.disable_recursion_pending();
    else if (entry->is_regular_file(trouble) && !trouble)
      found.push_back(candidate_of(entry->path(), false, parts_of(entry->path()).size() - above));
    trouble.clear();  // a link that leads nowhere is no file; only the walk itself must not fail
    entry.increment(trouble);
  }
  if (trouble)
    throw Failure(Exit::io, fmt::format("cannot read the folder {}: {}", folder.string(), trouble.message()));
}

/// One more folder in front of every name that is not the only one, until no two can be told apart any further.
void tell_apart(std::vector<Candidate>& candidates) {
  for (bool changed = true; changed;) {
    changed = false;
    std::map<std::string, std::vector<std::size_t>> by_name;
    for (std::size_t i = 0; i < candidates.size(); ++i) by_name[name_of(candidates[i])].push_back(i);
    for (const auto& entry : by_name) {
      const std::vector<std::size_t>& same = entry.second;
      const bool one_file = std::all_of(same.begin(), same.end(), [&](std::size_t i) {
        return candidates[i].parts == candidates[same.front()].parts;
      });
      if (one_file) continue;
      for (const std::size_t i : same)
        if (candidates[i].shown < candidates[i].parts.size()) {
          ++candidates[i].shown;
          changed = true;
        }
    }
  }
}

}  // namespace

std::string extension_of(const std::string& name) {
  const std::size_t dot = name.find_last_of("./");
  if (dot == std::string::npos || name[dot] == '/') return {};
  std::string extension = name.substr(dot + 1);
  for (char& c : extension) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return extension;
}

std::vector<Source> find_sources(const std::vector<std::string>& paths, std::vector<std::string>& no_files) {
  std::vector<Candidate> found;
  for (const std::string& path : paths) {
    std::error_code trouble;
    const fs::file_status status = fs::status(path, trouble);
    if (!fs::exists(status))
      throw Failure(Exit::io, fmt::format("cannot open {}: {}", path,
                                          trouble ? trouble.message() : std::string("no such file or folder")));
    if (fs::is_directory(status)) {
      walk_folder(path, found);
    } else if (fs::is_regular_file(status)) {
      found.push_back(candidate_of(path, true, 1));
    } else {
      no_files.push_back(printable(fs::path(path).filename().string()));
    }
  }
  tell_apart(found);
  std::vector<Source> sources;
  std::map<std::string, int> times;
  for (Candidate& candidate : found) {
    candidate.source.name = name_of(candidate);
    if (const int nth = ++times[candidate.source.name]; nth > 1) candidate.source.name += fmt::format(" ({})", nth);
    sources.push_back(std::move(candidate.source));
  }
  std::sort(sources.begin(), sources.end(), [](const Source& a, const Source& b) { return a.name < b.name; });
  return sources;
}

}  // namespace assay
