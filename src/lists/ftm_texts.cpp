#include "lists/ftm_texts.h"

#include <array>

#include "base/identifier.h"
#include "base/text.h"
#include "lists/identifier_label.h"

namespace assay {
namespace {

struct Property {
  std::string_view name;
  FactKind kind;
};

constexpr auto properties = std::to_array<Property>({
    {"program", FactKind::programme},
    {"programId", FactKind::programme},
    {"country", FactKind::country},
    {"jurisdiction", FactKind::country},
    {"mainCountry", FactKind::country},
    {"nationality", FactKind::nationality},
    {"citizenship", FactKind::nationality},
    {"flag", FactKind::flag},
    {"pastFlags", FactKind::flag},
    {"birthDate", FactKind::birth_date},
    {"birthPlace", FactKind::birth_place},
    {"position", FactKind::position},
    {"imoNumber", FactKind::imo},
    {"leiCode", FactKind::lei},
    {"uscCode", FactKind::uscc},
    {"registrationNumber", FactKind::registration},
    {"ogrnCode", FactKind::registration},
    {"taxNumber", FactKind::tax},
    {"innCode", FactKind::tax},
    {"vatCode", FactKind::tax},
    {"passportNumber", FactKind::passport},
    {"idNumber", FactKind::national_id},
    {"socialSecurityNumber", FactKind::national_id},
    {"mmsi", FactKind::mmsi},
    {"callSign", FactKind::call_sign},
    {"swiftBic", FactKind::swift_bic},
    {"bikCode", FactKind::other_id},
    {"dunsCode", FactKind::other_id},
    {"okpoCode", FactKind::other_id},
    {"uniqueEntityId", FactKind::other_id},
    {"serialNumber", FactKind::other_id},
    {"publicKey", FactKind::other_id},
    {"address", FactKind::address},
    {"phone", FactKind::phone},
    {"email", FactKind::email},
    {"website", FactKind::website},
    {"notes", FactKind::remarks},
});

std::optional<AliasQuality> quality_of(std::string_view property) {
  if (property == "name" || property == "alias" || property == "previousName") return AliasQuality::strong;
  if (property == "weakAlias") return AliasQuality::weak;
  return std::nullopt;
}

}  // namespace

void add_untyped_identifier(Draft& draft, std::string_view value, std::string_view field) {
  value = trim(value);
  if (draft.kind == EntryKind::vessel && is_imo(value))
    add_identifier(draft, FactKind::imo, value.starts_with("IMO") ? trim(value.substr(3)) : value, field, {});
  else if (is_lei(value))
    draft.add_fact(FactKind::lei, value, field);
  else if (is_uscc(value))
    draft.add_fact(FactKind::uscc, value, field);
  else
    draft.add_fact(FactKind::other_id, value, field);
}

bool add_property(Draft& draft, std::string_view property, std::string_view value) {
  if (const auto quality = quality_of(property)) {
    draft.add_name(value, *quality, property);
    return true;
  }
  for (const Property& known : properties) {
    if (known.name != property) continue;
    if (known.kind == FactKind::imo && is_imo(value) && value.starts_with("IMO")) value = trim(value.substr(3));
    if (known.kind == FactKind::imo && draft.kind != EntryKind::vessel)
      draft.add_fact(FactKind::imo_company, value, known.name);
    else if (is_identifier(known.kind))
      add_identifier(draft, known.kind, value, known.name, {});
    else
      draft.add_fact(known.kind, value, known.name);
    return true;
  }
  return false;
}

}  // namespace assay
