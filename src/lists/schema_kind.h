#pragma once

#include <optional>
#include <string_view>

#include "lists/watch_list.h"

namespace assay {

/// What a schema of FollowTheMoney stands for: Company, Organization, LegalEntity, PublicBody → company; Person;
/// Vessel; Airplane → aircraft; Thing, Asset, CryptoWallet … → other. Nothing for schemas of what has no name to
/// screen: links (Ownership, Directorship), documents, addresses, positions.
std::optional<EntryKind> kind_of_schema(std::string_view schema);

}  // namespace assay
