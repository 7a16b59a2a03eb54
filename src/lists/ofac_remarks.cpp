#include "lists/ofac_remarks.h"

#include <array>

#include "base/text.h"
#include "lists/identifier_label.h"

namespace assay {
namespace {

struct Beginning {
  std::string_view text;
  FactKind kind;
};

constexpr auto beginnings = std::to_array<Beginning>({
    {"DOB ", FactKind::birth_date},
    {"POB ", FactKind::birth_place},
    {"nationality ", FactKind::nationality},
    {"citizen ", FactKind::nationality},
    {"Nationality of Registration ", FactKind::country},
    {"Vessel Flag ", FactKind::flag},
    {"Former Vessel Flag ", FactKind::flag},
    {"Vessel Type ", FactKind::vessel_type},
    {"Linked To: ", FactKind::linked_to},
});

/// The text in single quotes behind a.k.a. or f.k.a.; the name itself may hold apostrophes.
std::string_view quoted_alias(std::string_view part) {
  if (!part.starts_with("a.k.a. '") && !part.starts_with("f.k.a. '") && !part.starts_with("n.k.a. '")) return {};
  const std::size_t from = part.find('\'') + 1;
  const std::size_t to = part.rfind('\'');
  return to > from ? part.substr(from, to - from) : std::string_view{};
}

/// "A123 (Iran) issued 1 Jan 2001 expires …" → A123, of Iran.
void add_labelled(Draft& draft, FactKind kind, std::string_view value, std::string_view field) {
  std::string_view country;
  const std::size_t open = value.rfind(" (");
  if (open != std::string_view::npos) {
    country = value.substr(open + 2);
    country = country.substr(0, country.find(')'));
    value = value.substr(0, open);
  }
  for (const std::string_view word : {" issued ", " expires "}) value = value.substr(0, value.find(word));
  add_identifier(draft, kind, value, field, country);
}

void read_part(std::string_view part, std::string_view field, Draft& draft) {
  if (part.starts_with("alt. ")) part.remove_prefix(5);
  if (const std::string_view alias = quoted_alias(part); !alias.empty())
    return draft.add_name(alias, AliasQuality::weak, field);
  for (const Beginning& one : beginnings)
    if (part.starts_with(one.text)) return draft.add_fact(one.kind, part.substr(one.text.size()), field);
  std::string_view value;
  if (const auto kind = kind_by_label(part, value)) add_labelled(draft, *kind, value, field);
}

}  // namespace

void read_ofac_remarks(std::string_view remarks, std::string_view field, Draft& draft) {
  remarks = trim(remarks);
  draft.add_fact(FactKind::remarks, remarks, field);
  if (remarks.ends_with('.')) remarks.remove_suffix(1);
  while (!remarks.empty()) {
    const std::size_t end = remarks.find("; ");
    read_part(trim(remarks.substr(0, end)), field, draft);
    remarks = end == std::string_view::npos ? std::string_view{} : remarks.substr(end + 2);
  }
}

}  // namespace assay
