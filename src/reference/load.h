#pragma once

#include <optional>
#include <string_view>

#include "reference/pack_table.h"
#include "reference/reference.h"

namespace assay {

/// Two capital ASCII letters; a diagnostic and nothing for all else.
std::optional<Country> read_country_code(const PackTable& table, const PackCell& cell, Diagnostics& diagnostics);

/// Each adds its tables to the reference. Countries come first: places name them.
void load_countries(const PackFile& file, Reference& reference, Diagnostics& diagnostics);
void load_korea(const PackFile& file, Reference& reference, Diagnostics& diagnostics);
void load_places(const PackFile& file, Reference& reference, Diagnostics& diagnostics);
void load_border_zone(const PackFile& file, Reference& reference, Diagnostics& diagnostics);
void load_exposure(const PackFile& file, Reference& reference, Diagnostics& diagnostics);
void load_transformations(const PackFile& file, Reference& reference, Diagnostics& diagnostics);
/// The measures with their exceptions, after the places; without the table of exceptions there are none.
void load_law(const PackFile& measures, const PackFile* exceptions, Reference& reference, Diagnostics& diagnostics);
/// Words that say in a description whether a measure names the goods, after the measures: their rows stay in
/// Reference::tables.
void check_goods_words(const PackFile& file, const Measures& law, Diagnostics& diagnostics);
/// The parties of public record, where the pack has them: their rows stay in Reference::tables.
void check_public_record(const PackFile& file, Diagnostics& diagnostics);
/// After places and the border zone: fills zone_words.
void gather_zone_words(Reference& reference);
/// Reads every manifest among the files, one a pack, and checks the digests of the tables that they vouch for.
void load_manifests(const std::vector<PackFile>& files, Reference& reference, Diagnostics& diagnostics);

}  // namespace assay
