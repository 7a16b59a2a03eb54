#include <algorithm>
#include <array>
#include <future>
#include <span>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "base/failure.h"
#include "readers/content.h"
#include "readers/delimited.h"
#include "readers/read.h"
#include "readers/source.h"
#include "readers/tell.h"
#include "readers/workbook.h"

namespace assay {
namespace {

using namespace std::string_view_literals;

/// One format of input. To add one: its reader in a file of its own, and a line in `formats`.
struct Format {
  std::string_view name;
  std::span<const std::string_view> extensions;  ///< of the files in a folder that are tried with it
  bool (*sniff)(std::string_view bytes);         ///< of a file that was named; the first format that agrees reads it
  Reading (*read)(const Source& source, Diagnostics& diagnostics);
};

constexpr std::array workbook_extensions = {"xlsx"sv, "xlsm"sv, "xls"sv, "ods"sv};
constexpr std::array delimited_extensions = {"csv"sv, "tsv"sv, "tab"sv, "psv"sv};

// Delimited text comes last: it reads whatever no other format claims, and says what is wrong with it.
constexpr std::array formats = {
    Format{"workbook", workbook_extensions, is_workbook, read_workbook},
    Format{"delimited text", delimited_extensions, [](std::string_view) { return true; }, read_delimited},
};

/// What `assay audit` takes options from is no input, also where a wildcard of the shell names it.
bool is_configuration(const Source& source) {
  return source.name.substr(source.name.rfind('/') + 1) == "assay.yaml";
}

const Format* format_of(const Source& source) {
  if (is_configuration(source)) return nullptr;
  const std::string extension = extension_of(source.name);
  for (const Format& format : formats) {
    const auto& known = format.extensions;
    if (source.named ? format.sniff(source.bytes.view())
                     : std::find(known.begin(), known.end(), extension) != known.end())
      return &format;
  }
  return nullptr;
}

/// Below this a second thread costs more than it saves.
constexpr std::size_t digest_beside = std::size_t{1} << 20;

Reading read_one(const Source& source, const Format& format, Diagnostics& diagnostics) {
  const std::string_view bytes = source.bytes.view();
  const auto when = bytes.size() < digest_beside ? std::launch::deferred : std::launch::async;
  std::future<Digest> digest = std::async(when, [bytes] { return sha256(bytes); });
  Reading reading = format.read(source, diagnostics);
  reading.file.digest = digest.get();
  return reading;
}

void add(ReadResult& result, Reading reading) {
  constexpr std::size_t most = no_column;  // files and tables are numbered in 16 bits
  if (result.tables.files.size() + 1 >= most || result.tables.tables.size() + table_kinds >= most)
    throw Failure(Exit::limit, fmt::format("more than {} files", result.tables.files.size()));
  result.refused |= reading.file.refused;
  for (Table& table : reading.tables) {
    table.file = static_cast<std::uint16_t>(result.tables.files.size());
    result.tables.tables.push_back(table);
  }
  result.tables.files.push_back(std::move(reading.file));
}

KeptFile kept(const Source& source, KeptFile::Role role) {
  KeptFile file;
  file.role = role;
  file.name = source.name;
  if (!file.has_bytes()) return file;
  file.bytes = source.bytes;
  return file;
}

/// Reads the sources in their order, which is that of their names.
void read_sources(std::vector<Source> sources, ReadResult& result, Diagnostics& diagnostics) {
  constexpr std::size_t told_one_by_one = 20;
  std::size_t passed_over = 0;
  for (Source& source : sources) {
    if (source.named && !source.path.empty()) source.bytes = Bytes::map(source.path);
    const Format* format = format_of(source);
    if (format == nullptr) {
      result.kept.push_back(kept(source, KeptFile::Role::passed_over));
      if (++passed_over <= told_one_by_one)
        tell(diagnostics, Level::note, {source.name, 0, 0},
             is_configuration(source) ? "holds options and is no input" : "is no table and is not read");
      continue;
    }
    if (!source.named && !source.path.empty()) source.bytes = Bytes::map(source.path);
    Reading reading = read_one(source, *format, diagnostics);
    result.kept.push_back(kept(source, source.named ? KeptFile::Role::named_input : KeptFile::Role::input));
    result.kept.back().digest = reading.file.digest;
    add(result, std::move(reading));
    source.bytes.check_unchanged();
  }
  if (passed_over > told_one_by_one)
    tell(diagnostics, Level::note, {},
         fmt::format("{} more files are no tables and are not read", passed_over - told_one_by_one));
  sort_diagnostics(diagnostics);
}

/// What the user gave: sources, and the names of what is neither file nor folder.
ReadResult read_given(std::vector<Source> sources, const std::vector<std::string>& no_files,
                      Diagnostics& diagnostics) {
  ReadResult result;
  for (const std::string& name : no_files) {
    result.refused = true;
    result.kept.push_back(kept({name, {}, true, {}}, KeptFile::Role::no_file));
    tell(diagnostics, Level::error, {name, 0, 0}, "is neither a file nor a folder",
         "copy its bytes into a file and give that");
  }
  read_sources(std::move(sources), result, diagnostics);
  if (result.tables.files.empty() && !result.refused) {
    result.refused = true;
    tell(diagnostics, Level::error, {}, "there is no table to read in what was given",
         "give a CSV file, or a folder that holds some");
  }
  return result;
}

}  // namespace

ReadResult read_inputs(const std::vector<std::string>& paths, Diagnostics& diagnostics) {
  std::vector<std::string> no_files;
  std::vector<Source> sources = find_sources(paths, no_files);
  return read_given(std::move(sources), no_files, diagnostics);
}

ReadResult read_kept(const std::vector<KeptFile>& kept, Diagnostics& diagnostics) {
  std::vector<std::string> no_files;
  std::vector<Source> sources;
  for (const KeptFile& file : kept) {
    if (file.role == KeptFile::Role::pack || file.role == KeptFile::Role::baseline || file.is_of_list()) continue;
    if (file.role == KeptFile::Role::no_file)
      no_files.push_back(file.name);
    else
      sources.push_back({file.name, {}, file.role == KeptFile::Role::named_input, file.bytes});
  }
  return read_given(std::move(sources), no_files, diagnostics);
}

ReadResult read_texts(const std::vector<std::pair<std::string, std::string>>& texts, Diagnostics& diagnostics) {
  std::vector<Source> sources;
  sources.reserve(texts.size());
  for (const auto& [name, text] : texts) sources.push_back({name, {}, true, Bytes(text)});
  std::stable_sort(sources.begin(), sources.end(), [](const Source& a, const Source& b) { return a.name < b.name; });
  ReadResult result;
  read_sources(std::move(sources), result, diagnostics);
  return result;
}

}  // namespace assay
