#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "readers/aliases.h"

namespace assay {

/// The words of one field that say as much and rank alike, with commas between them.
struct HeaderWords {
  Field field{};
  Says says = Says::plain;
  std::uint8_t rank = 0;
  std::string_view words;
};

/// The words of the tables that trace goods and vessels: smelters, documents, vessel_events, products, lots and
/// production. Field by field.
std::span<const HeaderWords> words_of_traces();

}  // namespace assay
