#pragma once

#include <optional>

#include "lists/list_folder.h"
#include "lists/list_yaml.h"
#include "lists/lists.h"

namespace assay {

/// Sets the files with their digests, and the digest of the list.
void take_digests(std::span<const ListPart> parts, WatchList& list);

/// Decides on the date, and refuses what is not what list.yaml speaks of, or holds fewer than half the entries last
/// accepted.
void judge_list(const ListFolder& folder, const std::optional<ListManifest>& manifest, const ListOptions& options,
                WatchList& list, Diagnostics& diagnostics);

}  // namespace assay
