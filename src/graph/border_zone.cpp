#include "graph/border_zone.h"

#include <string>

#include "reference/zone.h"

namespace assay {

Zone zone_of_cell(Rows& rows, Field field, std::span<const Field> places, const Reference& reference,
                  Country country) {
  const Zone zone = reference.zone(rows.text(field), country);
  if (zone != Zone::yes) return zone;
  std::string beside;
  for (const Field place : places) {
    if (place == field || !rows.has(place)) continue;
    beside += ", ";
    beside += rows.text(place);
  }
  return zone_beside(reference, rows.text(field), country, beside);
}

}  // namespace assay
