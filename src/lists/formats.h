#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "lists/list_builder.h"
#include "lists/list_part.h"

namespace assay {

/// One format of a watch list: how it is told by its content, and how it is read. To add one: its reader in a file of
/// its own, its declaration here, and a line in lists.cpp.
struct ListFormat {
  std::string_view name;
  std::int32_t max_age_days = 0;  ///< how old a snapshot may be, where list.yaml does not say
  /// Which part of such a list begins with these bytes (no byte order mark); nothing when it is another format.
  std::optional<PartRole> (*sniff)(std::string_view head);
  /// Sets name and, where the list has one, date; adds the entries or refuses. Parts are in the order of PartRole.
  void (*read)(std::span<const ListPart> parts, ListBuilder& builder);
};

extern const ListFormat ofac_csv;
extern const ListFormat ofac_xml;
extern const ListFormat un_xml;
extern const ListFormat eu_csv;
extern const ListFormat us_csl_csv;
extern const ListFormat opensanctions_csv;
extern const ListFormat ftm_json;
extern const ListFormat own_csv;

/// What authorities publish changes within days; of the user's own list they know themselves how old it may be.
constexpr std::int32_t published_max_age = 7;
constexpr std::int32_t own_max_age = 30;

}  // namespace assay
