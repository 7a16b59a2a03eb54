#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "reference/reference.h"

namespace assay {

/// What a cell says of where a place lies, before it is weighed.
struct PlaceEvidence {
  /// For each name or code found: the countries that have a place of it.
  std::vector<std::vector<Country>> places;
  /// Countries, and provinces of one country, named in the cell; `ambiguous` for "Korea". Each once.
  std::vector<Country> hints;
  std::vector<std::uint32_t> rows;  ///< numbers of the places of the first name found
  bool dprk_code = false;           ///< a LOCODE of the DPRK: stronger than a country beside it
  bool loose = false;               ///< there are words besides that say neither place nor kind of place
  bool strange = false;             ///< the cell names several places, and one of them is not known

  [[nodiscard]] bool empty() const { return places.empty() && hints.empty() && !dprk_code; }
};

PlaceEvidence gather_evidence(const Reference& reference, std::string_view text);

}  // namespace assay
