#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace assay {

using Digest = std::array<std::uint8_t, 32>;

/// SHA-256, as `sha256sum` prints it.
Digest sha256(std::string_view bytes);
std::string to_hex(const Digest& digest);

/// Writes the parts length-prefixed, so that ("ab","c") and ("a","bc") differ; hex, first `characters` of it.
std::string fingerprint(std::span<const std::string_view> parts, std::size_t characters = 16);

}  // namespace assay
