#include "names/hash_lists.h"

#include <algorithm>
#include <bit>
#include <tuple>

namespace assay {
namespace {

constexpr unsigned low_bits = 32;

std::uint32_t low_of(std::uint64_t hash) {
  return static_cast<std::uint32_t>(hash);
}

}  // namespace

HashLists::HashLists(std::vector<Entry> entries) {
  if (entries.empty()) return;
  const unsigned size_bits = static_cast<unsigned>(std::bit_width(entries.size()));
  bucket_shift_ = 64 - std::clamp(size_bits, 1U, low_bits);
  filter_shift_ = 64 - std::clamp(size_bits, 3U, low_bits + 2) + 2;
  const auto order = [this](const Entry& e) { return std::tuple(e.hash >> bucket_shift_, low_of(e.hash), e.number); };
  std::sort(entries.begin(), entries.end(), [&](const Entry& a, const Entry& b) { return order(a) < order(b); });
  entries.erase(std::unique(entries.begin(), entries.end(),
                            [&](const Entry& a, const Entry& b) { return order(a) == order(b); }),
                entries.end());
  starts_.assign((std::size_t{1} << (64 - bucket_shift_)) + 1, 0);
  filter_.assign(std::size_t{1} << (64 - filter_shift_), 0);
  low_.reserve(entries.size());
  numbers_.reserve(entries.size());
  for (const Entry& entry : entries) {
    ++starts_[(entry.hash >> bucket_shift_) + 1];
    low_.push_back(low_of(entry.hash));
    numbers_.push_back(entry.number);
    filter_[entry.hash >> filter_shift_] |= filter_bits(entry.hash);
  }
  for (std::size_t b = 1; b < starts_.size(); ++b) starts_[b] += starts_[b - 1];
}

std::span<const std::uint32_t> HashLists::find(std::uint64_t hash) const {
  std::size_t at = starts_[hash >> bucket_shift_];
  const std::size_t end = starts_[(hash >> bucket_shift_) + 1];
  while (at < end && low_[at] < low_of(hash)) ++at;
  std::size_t behind = at;
  while (behind < end && low_[behind] == low_of(hash)) ++behind;
  return std::span(numbers_).subspan(at, behind - at);
}

}  // namespace assay
