#include "reference/load.h"

#include <algorithm>
#include <array>

namespace assay {
namespace {

using Loader = void (*)(const PackFile&, Reference&, Diagnostics&);

struct NamedLoader {
  std::string_view file;
  Loader load;
};

/// Korea before the other countries: its texts are decided there, and a second opinion is a mistake.
constexpr auto loaders = std::to_array<NamedLoader>({
    {"data/korea.csv", load_korea},
    {"data/countries.csv", load_countries},
    {"data/places.csv", load_places},
    {"data/border_zone.csv", load_border_zone},
    {"data/exposure.csv", load_exposure},
    {"data/transformations.csv", load_transformations},
});

/// Tables that are typed have been judged by their own loaders; the plain reading has nothing to add.
bool has_loader(std::string_view file) {
  return file == "data/measures.csv" || file == "data/exceptions.csv" || file == "data/goods_words.csv" ||
         file == "data/public_record.csv" ||
         std::any_of(loaders.begin(), loaders.end(), [file](const NamedLoader& one) { return one.file == file; });
}

const PackFile* last_of(const std::vector<PackFile>& files, std::string_view name) {
  const PackFile* found = nullptr;
  for (const PackFile& file : files)
    if (file.name == name) found = &file;
  return found;
}

void complain_of_absence(std::string_view name, Diagnostics& diagnostics) {
  Diagnostic diagnostic;
  diagnostic.level = Level::error;
  diagnostic.at.file = std::string(name);
  diagnostic.message = "the pack has no such table";
  diagnostic.hint = "without it countries, places or goods would be read as unknown";
  diagnostics.push_back(std::move(diagnostic));
}

}  // namespace

std::optional<Country> read_country_code(const PackTable& table, const PackCell& cell, Diagnostics& diagnostics) {
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (cell.text.size() == 2 && is_capital(cell.text[0]) && is_capital(cell.text[1]))
    return Country(cell.text[0], cell.text[1]);
  diagnostics.push_back(table.complain(cell, "this is no ISO 3166-1 code", "two capital letters, as in KP"));
  return std::nullopt;
}

Reference load_reference(const std::vector<PackFile>& files, Diagnostics& diagnostics) {
  Reference reference;
  for (const NamedLoader& loader : loaders) {
    if (const PackFile* file = last_of(files, loader.file))
      loader.load(*file, reference, diagnostics);
    else
      complain_of_absence(loader.file, diagnostics);
  }
  gather_zone_words(reference);
  if (const PackFile* measures = last_of(files, "data/measures.csv"))
    load_law(*measures, last_of(files, "data/exceptions.csv"), reference, diagnostics);
  if (const PackFile* words = last_of(files, "data/goods_words.csv"))
    check_goods_words(*words, reference.measures, diagnostics);
  if (const PackFile* record = last_of(files, "data/public_record.csv")) check_public_record(*record, diagnostics);
  Diagnostics of_tables;
  reference.tables = read_data_tables(files, of_tables);
  std::erase_if(of_tables, [](const Diagnostic& diagnostic) { return has_loader(diagnostic.at.file); });
  diagnostics.insert(diagnostics.end(), of_tables.begin(), of_tables.end());
  if (last_of(files, "data/manifest.csv") == nullptr) complain_of_absence("data/manifest.csv", diagnostics);
  load_manifests(files, reference, diagnostics);
  sort_diagnostics(diagnostics);
  return reference;
}

}  // namespace assay
