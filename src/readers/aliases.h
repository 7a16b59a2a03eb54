#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "tables/field.h"

namespace assay {

/// How much a header word says by itself.
enum class Says : std::uint8_t {
  plain,   ///< names the field in any file: "supplier name", "country of origin"
  bare,    ///< belongs to whatever the file is about: "name", "country", "type"
  number,  ///< "id": belongs to a bare "name" in the same file, else to a shipment
  owners,  ///< plain, and says that the relation is ownership: "owner", "owned"
};

/// One word for a field, as normalise_header() leaves it but for blanks, which are for the reader's eyes.
struct Alias {
  Field field{};
  std::string_view text;
  Says says = Says::plain;
  /// Of two columns for one field the lower rank is read, and the other one named in a note; equal ranks are an
  /// error.
  std::uint8_t rank = 0;
};

/// All of them, field by field.
std::span<const Alias> all_aliases();

/// The aliases whose text is the normalised header, in the order of all_aliases().
std::vector<const Alias*> aliases_of(std::string_view normalised);

/// The alias text one slip away from a normalised header that is none itself; empty when there is none, or when the
/// header is so short that a likeness means nothing.
std::string_view almost_alias(std::string_view normalised);

}  // namespace assay
