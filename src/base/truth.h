#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "base/bits.h"

namespace assay {

/// What a condition says of one subject. Strong Kleene logic: no < unknown < yes.
enum class Truth : std::uint8_t { no, unknown, yes };

constexpr Truth both(Truth a, Truth b) {
  return std::min(a, b);
}
constexpr Truth either(Truth a, Truth b) {
  return std::max(a, b);
}
constexpr Truth negate(Truth a) {
  return static_cast<Truth>(2 - static_cast<int>(a));
}

/// What a rule says of one subject.
enum class Verdict : std::uint8_t { clear, insufficient, flagged };
std::string_view to_string(Verdict verdict);

/// What a condition says of all subjects at once: those of which it surely holds, and those of which it may.
/// sure is a subset of possible; unknown = possible but not sure. This pair gives Kleene's logic and the open world.
struct Answer {
  Bits sure;
  Bits possible;

  explicit Answer(std::size_t subjects = 0, bool value = false) : sure(subjects, value), possible(subjects, value) {}

  [[nodiscard]] Truth at(std::size_t subject) const {
    if (sure.test(subject)) return Truth::yes;
    return possible.test(subject) ? Truth::unknown : Truth::no;
  }
  void put(std::size_t subject, Truth truth) {
    if (truth == Truth::yes) sure.set(subject);
    if (truth != Truth::no) possible.set(subject);
  }

  Answer& operator&=(const Answer& other) {
    sure &= other.sure;
    possible &= other.possible;
    return *this;
  }
  Answer& operator|=(const Answer& other) {
    sure |= other.sure;
    possible |= other.possible;
    return *this;
  }
  /// not {sure, possible} = {not possible, not sure}
  Answer& flip() {
    std::swap(sure, possible);
    sure.flip();
    possible.flip();
    return *this;
  }

  friend bool operator==(const Answer&, const Answer&) = default;
};

}  // namespace assay
