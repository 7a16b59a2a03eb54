#include "reading_help.h"

#include <algorithm>
#include <fstream>
#include <unistd.h>

#include "readers/dialect.h"

namespace assay::testing {

bool Read::says(Level level, std::string_view words) const {
  return std::any_of(diagnostics.begin(), diagnostics.end(), [&](const Diagnostic& diagnostic) {
    return diagnostic.level == level &&
           (diagnostic.message.find(words) != std::string::npos || diagnostic.hint.find(words) != std::string::npos);
  });
}

std::string Read::kinds() const {
  std::string out;
  for (const Table& table : result.tables.tables) {
    if (!out.empty()) out += ' ';
    out += to_string(table.kind);
  }
  return out;
}

std::string Read::header_of(Field field) const {
  for (const Table& table : result.tables.tables)
    if (table.has(field)) return result.tables.file_of(table).headers[table.column(field)];
  return {};
}

std::string Read::column(Field field) const {
  std::string out;
  for (std::size_t t = 0; t < result.tables.tables.size(); ++t) {
    if (!result.tables.tables[t].has(field)) continue;
    Rows rows(result.tables, static_cast<std::uint16_t>(t));
    while (rows.next()) {
      if (!out.empty()) out += '|';
      out += rows.text(field);
    }
  }
  return out;
}

Read read_text(std::string text, std::string name) {
  Read read;
  read.result = read_texts({{std::move(name), std::move(text)}}, read.diagnostics);
  return read;
}

Read read_paths(const std::vector<std::string>& paths) {
  Read read;
  read.result = read_inputs(paths, read.diagnostics);
  return read;
}

InputFile scan_text(std::string text) {
  InputFile file;
  file.bytes = Bytes(std::move(text));
  const std::string_view bytes = file.bytes.view();
  const Found found = find_dialect(bytes);
  file.dialect = found.dialect;
  file.header_offset = found.begin;
  const RecordWalk walk = walk_record(bytes, found.begin, found.dialect.separator, found.ends);
  std::vector<RawCell> cells;
  split_record(bytes.substr(found.begin, walk.end - found.begin), found.dialect.separator, cells);
  std::string scratch;
  for (const RawCell cell : cells) file.headers.emplace_back(text_of(cell, scratch));
  scan_records(file,
               {found.dialect.separator, found.ends, found.begin, walk.end, walk.next, found.line + 1, walk.columns});
  return file;
}

std::vector<std::string> cells_of_record(const InputFile& file, std::uint32_t record) {
  std::vector<RawCell> cells;
  split_record(file.record(record), file.dialect.separator, cells);
  std::vector<std::string> texts;
  texts.reserve(cells.size());
  std::string scratch;
  for (const RawCell cell : cells) texts.emplace_back(text_of(cell, scratch));
  return texts;
}

std::filesystem::path shared_folder() {
  const char* const given = std::getenv("ASSAY_SHARED");
  std::filesystem::path folder =
      given != nullptr ? std::filesystem::path(given) : std::filesystem::path(ASSAY_SOURCE_DIR) / ".." / "shared";
  return std::filesystem::is_directory(folder) ? folder : std::filesystem::path();
}

TemporaryFolder::TemporaryFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "assay-readers-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) std::abort();
  path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::string TemporaryFolder::write(std::string_view name, std::string_view text) const {
  const std::filesystem::path path = path_ / name;
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
  return path.string();
}

}  // namespace assay::testing
