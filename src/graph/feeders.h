#pragma once

#include <bit>
#include <cstdint>
#include <vector>

namespace assay {

/// For each deal the one that feeds it, if any. Few of a large network are fed, so only those take room: which they
/// are is a bit a deal, and a feeder stands at the place that the bits before it count.
class Feeders {
 public:
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  Feeders() = default;
  /// By deal; `none` for one that nobody feeds.
  explicit Feeders(const std::vector<std::uint32_t>& by_deal)
      : fed_((by_deal.size() + 63) / 64), before_(fed_.size()) {
    for (std::size_t deal = 0; deal < by_deal.size(); ++deal)
      if (by_deal[deal] != none) fed_[deal / 64] |= bit(deal);
    std::uint32_t count = 0;
    for (std::size_t word = 0; word < fed_.size(); ++word) {
      before_[word] = count;
      count += static_cast<std::uint32_t>(std::popcount(fed_[word]));
    }
    feeders_.reserve(count);
    for (const std::uint32_t feeder : by_deal)
      if (feeder != none) feeders_.push_back(feeder);
  }

  [[nodiscard]] bool feeds(std::uint32_t deal) const {
    return !feeders_.empty() && (fed_[deal / 64] & bit(deal)) != 0;
  }
  /// Of one that is fed.
  [[nodiscard]] std::uint32_t operator[](std::uint32_t deal) const { return feeders_[place(deal)]; }
  /// Another feeder of one that is fed.
  void put(std::uint32_t deal, std::uint32_t feeder) { feeders_[place(deal)] = feeder; }

 private:
  static std::uint64_t bit(std::size_t deal) { return std::uint64_t{1} << (deal % 64); }
  [[nodiscard]] std::size_t place(std::uint32_t deal) const {
    const std::uint64_t lower = fed_[deal / 64] & (bit(deal) - 1);
    return before_[deal / 64] + static_cast<std::size_t>(std::popcount(lower));
  }

  std::vector<std::uint64_t> fed_;
  std::vector<std::uint32_t> before_;  ///< by word of fed_: how many stand before it
  std::vector<std::uint32_t> feeders_;
};

}  // namespace assay
