#include <algorithm>
#include <charconv>
#include <list>
#include <map>
#include <utility>

#include "base/digest.h"
#include "reference/load.h"

namespace assay {
namespace {

/// 0 after a diagnostic.
std::int32_t read_days(const PackTable& table, const PackCell& cell, Diagnostics& diagnostics) {
  std::int32_t days = 0;
  const char* const end = cell.text.data() + cell.text.size();
  const auto [stop, error] = std::from_chars(cell.text.data(), end, days);
  if (error == std::errc() && stop == end && days > 0) return days;
  diagnostics.push_back(table.complain(cell, "this is no number of days", "a whole number above 0"));
  return 0;
}

constexpr std::string_view manifest_name = "data/manifest.csv";

const PackFile* last_of(const std::vector<PackFile>& files, const std::string& name) {
  const auto file = std::find_if(files.rbegin(), files.rend(), [&](const PackFile& f) { return f.name == name; });
  return file == files.rend() ? nullptr : &*file;
}

bool is_table(const PackFile& file) {
  return file.name.starts_with("data/") && file.name.ends_with(".csv") && file.name != manifest_name;
}

/// The manifest vouches for the tables: one that was changed without it is not the one that it speaks of.
void check_digest(const PackTable& table, const PackCell& name, const PackCell& digest,
                  const std::vector<PackFile>& files, Diagnostics& diagnostics) {
  const PackFile* file = last_of(files, "data/" + name.text);
  if (file == nullptr) {
    diagnostics.push_back(table.complain(name, "the pack has no such file"));
    return;
  }
  const std::string found = to_hex(sha256(file->bytes));
  if (found != digest.text)
    diagnostics.push_back(table.complain(digest, "the file has another digest: it was changed",
                                         "after a review write " + found + " here"));
}

enum Column : std::size_t { name, source, date, licence, digest, max_age_days };

ReferenceSource read_source(const PackTable& table, const PackRow& row, Diagnostics& diagnostics) {
  ReferenceSource entry;
  entry.file = row[name].text;
  entry.source = row[source].text;
  entry.date = parse_date(row[date].text);
  entry.licence = row[licence].text;
  entry.sha256 = row[digest].text;
  if (entry.date.known != Known::yes)
    diagnostics.push_back(table.complain(row[date], "this is no date", "write it as 2026-08-01"));
  entry.max_age_days = read_days(table, row[max_age_days], diagnostics);
  return entry;
}

}  // namespace

void load_manifests(const std::vector<PackFile>& files, Reference& reference, Diagnostics& diagnostics) {
  std::map<std::string, std::pair<const PackTable*, PackRow>> rows;  // of two packs the later vouches
  std::list<PackTable> tables;
  for (const PackFile& file : files) {
    if (file.name != manifest_name) continue;
    const PackTable& table = tables.emplace_back(
        read_pack_table(file, {"file", "source", "date", "licence", "sha256", "max_age_days"}, diagnostics));
    for (const PackRow& row : table.rows) rows.insert_or_assign(row[name].text, std::make_pair(&table, row));
  }
  for (const auto& [file, vouched] : rows) {
    const auto& [table, row] = vouched;
    reference.sources.push_back(read_source(*table, row, diagnostics));
    check_digest(*table, row[name], row[digest], files, diagnostics);
  }
  for (const PackFile& file : files)
    if (is_table(file) && !tables.empty() && !rows.contains(file.name.substr(5)))
      diagnostics.push_back(tables.back().complain({}, file.name + " has no row in the manifest"));
}

}  // namespace assay
