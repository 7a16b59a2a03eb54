#include "readers/encoding.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>

#include <fmt/format.h>
#include <simdjson.h>
#include <unicode/ucsdet.h>

namespace assay {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t sample_size = std::size_t{1} << 16;

struct Mark {
  std::string_view bytes;
  std::string_view name;
};

// The UTF-32LE mark begins with that of UTF-16LE, so it comes first.
constexpr std::array marks = {
    Mark{"\xFF\xFE\0\0"sv, "UTF-32LE"}, Mark{"\0\0\xFE\xFF"sv, "UTF-32BE"},    Mark{"\xFF\xFE"sv, "UTF-16LE"},
    Mark{"\xFE\xFF"sv, "UTF-16BE"},     Mark{"\x84\x31\x95\x33"sv, "GB18030"},
};

/// How many NUL bytes stand at offsets 0, 1, 2, 3 (mod 4).
std::array<std::size_t, 4> nulls_by_lane(std::string_view bytes) {
  std::array<std::size_t, 4> lanes{};
  for (std::size_t i = 0; i < bytes.size(); ++i)
    if (bytes[i] == '\0') ++lanes[i % 4];
  return lanes;
}

/// A guess below this misleads more than it helps: short rows in Shift_JIS come out as windows-1252, at 26.
constexpr int least_confidence = 60;

}  // namespace

bool is_utf8(std::string_view bytes) {
  return simdjson::validate_utf8(bytes.data(), bytes.size());
}

std::string wide_encoding(std::string_view bytes) {
  for (const Mark& mark : marks)
    if (bytes.starts_with(mark.bytes)) return std::string(mark.name);
  const std::string_view sample = bytes.substr(0, sample_size);
  const std::size_t lane = sample.size() / 4;  // bytes in each of the four lanes
  if (lane == 0) return {};
  const auto [a, b, c, d] = nulls_by_lane(sample);
  const auto most = [&](std::size_t nulls) { return nulls * 10 >= lane * 6; };
  const auto few = [&](std::size_t nulls) { return nulls * 10 <= lane * 3; };
  if (few(a) && most(b) && most(c) && most(d)) return "UTF-32LE";
  if (most(a) && most(b) && most(c) && few(d)) return "UTF-32BE";
  if (few(a) && most(b) && few(c) && most(d)) return "UTF-16LE";
  if (most(a) && few(b) && most(c) && few(d)) return "UTF-16BE";
  return {};
}

std::string likely_encoding(std::string_view bytes) {
  if (std::string wide = wide_encoding(bytes); !wide.empty()) return wide;
  const std::string_view sample = bytes.substr(0, sample_size);
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status), &ucsdet_close);
  ucsdet_setText(detector.get(), sample.data(), static_cast<std::int32_t>(sample.size()), &status);
  std::int32_t count = 0;
  const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &count, &status);
  if (U_FAILURE(status) != 0) return {};
  for (std::int32_t i = 0; i < count; ++i) {
    const std::string_view name = ucsdet_getName(matches[i], &status);
    const std::int32_t confidence = ucsdet_getConfidence(matches[i], &status);
    if (U_FAILURE(status) != 0) return {};
    if (name != "UTF-8" && !name.starts_with("UTF-16") && !name.starts_with("UTF-32") &&
        confidence >= least_confidence)
      return fmt::format("{} (confidence {})", name, confidence);
  }
  return {};
}

}  // namespace assay
