#pragma once

#include <optional>
#include <string_view>

#include "lists/draft.h"

namespace assay {

/// What a label of the US Treasury names: "Vessel Registration Identification" → imo, "Tax ID No." → tax. Nothing for
/// a label that names no identifier and no contact ("Gender", "Secondary sanctions risk:").
std::optional<FactKind> kind_of_label(std::string_view label);

/// The same for a text that begins with its label ("Registration Number 103 (Russia)"); `value` becomes the rest.
std::optional<FactKind> kind_by_label(std::string_view text, std::string_view& value);

/// Adds an identifier under the kind that its value bears out: "IMO 8713471" is the number of a ship or, where the
/// entry is none, of a company; an LEI, USCC or IMO number whose check digit fails is another identifier.
void add_identifier(Draft& draft, FactKind kind, std::string_view value, std::string_view field,
                    std::string_view country);

}  // namespace assay
