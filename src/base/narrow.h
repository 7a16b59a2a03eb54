#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace assay {

/// The text with its full-width forms (U+FF01 to U+FF5E, U+3000) as ASCII and the minus sign U+2212 as a hyphen;
/// the text itself where it has none, else a view into `room`. Nothing when it does not fit: no date and no number
/// is that long.
std::optional<std::string_view> narrow(std::string_view text, std::span<char> room);

}  // namespace assay
