#pragma once

#include <optional>
#include <string_view>

#include "lists/draft.h"

namespace assay {

/// An identifier that comes without its kind: what is an LEI, a USCC or, of a ship, an IMO number by its check digit
/// is taken for that; all else is another identifier.
void add_untyped_identifier(Draft& draft, std::string_view value, std::string_view field);

/// Adds the value of a property of FollowTheMoney. False for properties that are not read.
bool add_property(Draft& draft, std::string_view property, std::string_view value);

}  // namespace assay
