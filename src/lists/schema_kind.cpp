#include "lists/schema_kind.h"

#include <array>

namespace assay {

std::optional<EntryKind> kind_of_schema(std::string_view schema) {
  struct KnownSchema {
    std::string_view schema;
    EntryKind kind;
  };
  static constexpr auto known = std::to_array<KnownSchema>({
      {"Company", EntryKind::company},
      {"Organization", EntryKind::company},
      {"PublicBody", EntryKind::company},
      {"Person", EntryKind::person},
      {"Vessel", EntryKind::vessel},
      {"Airplane", EntryKind::aircraft},
      {"LegalEntity", EntryKind::company},
      {"Vehicle", EntryKind::other},
      {"Asset", EntryKind::other},
      {"Thing", EntryKind::other},
      {"CryptoWallet", EntryKind::other},
      {"Security", EntryKind::other},
      {"RealEstate", EntryKind::other},
  });
  for (const KnownSchema& one : known)
    if (one.schema == schema) return one.kind;
  return std::nullopt;
}

}  // namespace assay
