#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "reference/reference.h"
#include "rules/load.h"
#include "tables/kept_file.h"

namespace assay {

/// The pack that the program ships with.
std::vector<PackFile> shipped_pack();

/// The YAML and CSV files of a folder and its sub-folders, in order of name, hidden ones not. Throws Failure(io) when
/// the folder or one of them cannot be read, Failure(limit) when one is larger than 64 MiB.
std::vector<PackFile> read_pack(const std::string& folder);

/// The pack in which a rule file is judged: that of its folder if there is one; else the shipped pack, in which the
/// file stands beside the rules or in place of the one of its name. It has a pack.yaml of its own, so that a draft is
/// judged before it is counted and sealed. Throws as read_pack() does.
std::vector<PackFile> pack_around(const std::string& file);

/// The files of some packs, pack by pack.
using PackFiles = std::vector<std::vector<PackFile>>;

/// The packs in these folders, or the shipped one where none is named. Throws as read_pack() does.
PackFiles read_packs(const std::vector<std::string>& folders);

/// Adds the files of packs to what an audit keeps, and finds them there again, pack by pack.
void keep_packs(const PackFiles& packs, std::vector<KeptFile>& kept);
PackFiles kept_packs(const std::vector<KeptFile>& kept);

/// Loads the packs and runs the tests inside their rules. False when anything is wrong: every mistake and every
/// failed test is a diagnostic, and nothing may be used.
bool load_checked_packs(const PackFiles& packs, LoadedPacks& loaded, Diagnostics& diagnostics);

/// The tests inside the rules; each that fails is a diagnostic. True when all pass.
bool pass_canaries(const LoadedPacks& packs, Diagnostics& diagnostics);

}  // namespace assay
