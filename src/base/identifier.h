#pragma once

#include <string_view>

namespace assay {

/// Whether an identifier is well formed and its check digit holds. Blanks around it and the case of its letters do
/// not count.
/// USCC: 18 characters, GB 32100-2015 (weights 3^i mod 31). LEI: 20 characters, ISO 17442 (ISO 7064 mod 97-10).
/// IMO number: seven digits, an optional "IMO" before them, weights 7 to 2.
bool is_uscc(std::string_view text);
bool is_lei(std::string_view text);
bool is_imo(std::string_view text);

}  // namespace assay
