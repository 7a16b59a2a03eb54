#pragma once

#include <string_view>

#include "reference/reference.h"

namespace assay {

/// Reference::zone() of one text, in the light of what other texts say of the same place: `beside` decides for a name
/// that lies in other provinces too ("Linjiang" beside "Jiangxi"), and for no other name; without it nothing changes.
Zone zone_beside(const Reference& reference, std::string_view text, Country country, std::string_view beside);

}  // namespace assay
