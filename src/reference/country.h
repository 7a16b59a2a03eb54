#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/known.h"

namespace assay {

/// An ISO 3166-1 alpha-2 code, or why there is none. Two bytes: columns of millions hold it.
class Country {
 public:
  constexpr Country() = default;
  constexpr explicit Country(Known why) : value_(static_cast<std::uint16_t>(why)) {}
  constexpr Country(char first, char second)
      : value_(static_cast<std::uint16_t>(static_cast<unsigned char>(first) << 8 |
                                          static_cast<unsigned char>(second))) {}

  [[nodiscard]] constexpr bool is_known() const { return value_ > 0xFF; }
  /// A number for keys and orders; equal for equal readings.
  [[nodiscard]] constexpr std::uint16_t raw() const { return value_; }
  [[nodiscard]] constexpr Known known() const { return is_known() ? Known::yes : static_cast<Known>(value_); }
  /// "KP"; empty when it is not known.
  [[nodiscard]] std::string code() const {
    if (!is_known()) return {};
    return {static_cast<char>(value_ >> 8), static_cast<char>(value_ & 0xFF)};
  }
  /// Whether it could be `other`: it is, or it is not known (`ambiguous` is the Korea that may be KP or KR only).
  [[nodiscard]] constexpr bool may_be(Country other) const;

  friend constexpr bool operator==(Country, Country) = default;

 private:
  std::uint16_t value_ = static_cast<std::uint16_t>(Known::blank);
};

constexpr Country north_korea{'K', 'P'};
constexpr Country south_korea{'K', 'R'};

constexpr bool Country::may_be(Country other) const {
  if (is_known()) return *this == other;
  if (known() == Known::ambiguous) return other == north_korea || other == south_korea;
  return true;
}

}  // namespace assay
