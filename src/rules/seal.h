#pragma once

#include <string>
#include <vector>

#include "reference/reference.h"
#include "rules/yaml.h"

namespace assay {

/// A file of a pack and its SHA-256 in hex.
struct SealedFile {
  const PackFile* file = nullptr;
  std::string digest;
};

/// Checks the `digests` of pack.yaml (file: SHA-256 in hex) against the pack's files: every file but pack.yaml itself
/// has an entry, and every entry its file, byte for byte. Then no file of the pack can be cut, changed, lost or
/// slipped in without a word; the entries stand before `rules`, which pack.yaml must have, so that pack.yaml itself
/// cannot be cut between them. Each break is a diagnostic at its entry. Returns the files that are there and not
/// vouched for, in order of name. scripts/seal-pack writes the entries.
std::vector<std::string> check_seal(const YamlDocument& pack, const YamlNode& digests,
                                    const std::vector<SealedFile>& files, Diagnostics& diagnostics);

}  // namespace assay
