#include "graph/text_pool.h"

#include <algorithm>
#include <cstring>

namespace assay {
namespace {

constexpr std::size_t chunk_size = std::size_t{1} << 14;

}  // namespace

/// The slot where the text stands, or the free one where it would.
std::size_t TextPool::slot_of(std::string_view text, std::uint64_t hash) const {
  const auto low = static_cast<std::uint16_t>(hash);
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash >> 32 & mask;
  while (slots_[at] != 0 && (entries_[slots_[at] - 1].hash != low || (*this)[slots_[at] - 1] != text))
    at = (at + 1) & mask;
  return at;
}

std::uint32_t TextPool::intern(std::string_view text) {
  if (slots_.size() < 2 * (entries_.size() + 1)) grow();
  const std::uint64_t hash = hash_text(text);
  std::uint32_t& slot = slots_[slot_of(text, hash)];
  if (slot == 0) {
    entries_.push_back(keep(text, hash));
    slot = static_cast<std::uint32_t>(entries_.size());
  }
  return slot - 1;
}

std::uint32_t TextPool::find(std::string_view text) const {
  if (slots_.empty()) return none;
  return slots_[slot_of(text, hash_text(text))] - 1;  // a free slot is 0: none
}

void TextPool::grow() {
  std::vector<std::uint32_t> slots(std::max<std::size_t>(16, slots_.size() * 2), 0);
  const std::size_t mask = slots.size() - 1;
  for (std::uint32_t number = 0; number < entries_.size(); ++number) {
    std::size_t at = hash_text((*this)[number]) >> 32 & mask;
    while (slots[at] != 0) at = (at + 1) & mask;
    slots[at] = number + 1;
  }
  slots_ = std::move(slots);
}

TextPool::Entry TextPool::keep(std::string_view text, std::uint64_t hash) {
  if (text.size() > chunk_left_ || chunks_.empty()) {
    chunk_left_ = std::max(text.size(), chunk_size);
    chunk_next_ = 0;
    chunks_.push_back(std::make_unique<char[]>(chunk_left_));
  }
  if (!text.empty()) std::memcpy(chunks_.back().get() + chunk_next_, text.data(), text.size());
  const Entry entry{static_cast<std::uint32_t>(chunks_.size() - 1), static_cast<std::uint32_t>(text.size()),
                    static_cast<std::uint16_t>(chunk_next_), static_cast<std::uint16_t>(hash)};
  chunk_next_ += text.size();
  chunk_left_ -= text.size();
  return entry;
}

}  // namespace assay
