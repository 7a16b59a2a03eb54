#include "graph/text_pool.h"

#include <algorithm>
#include <cstring>

namespace assay {

/// The slot where the text stands, or the free one where it would.
std::size_t TextPool::slot_of(std::string_view text, std::uint64_t hash) const {
  const auto low = static_cast<std::uint32_t>(hash);
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash >> 32 & mask;
  while (slots_[at] != 0 && (hashes_[slots_[at] - 1] != low || texts_[slots_[at] - 1] != text)) at = (at + 1) & mask;
  return at;
}

std::uint32_t TextPool::intern(std::string_view text) {
  if (slots_.size() < 2 * (texts_.size() + 1)) grow();
  const std::uint64_t hash = hash_text(text);
  std::uint32_t& slot = slots_[slot_of(text, hash)];
  if (slot == 0) {
    texts_.push_back(keep(text));
    hashes_.push_back(static_cast<std::uint32_t>(hash));
    slot = static_cast<std::uint32_t>(texts_.size());
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
  for (std::uint32_t number = 0; number < texts_.size(); ++number) {
    std::size_t at = hash_text(texts_[number]) >> 32 & mask;
    while (slots[at] != 0) at = (at + 1) & mask;
    slots[at] = number + 1;
  }
  slots_ = std::move(slots);
}

std::string_view TextPool::keep(std::string_view text) {
  if (text.size() > chunk_left_) {
    chunk_left_ = std::max<std::size_t>(text.size(), std::size_t{1} << 14);
    chunks_.push_back(std::make_unique<char[]>(chunk_left_));
    chunk_next_ = chunks_.back().get();
  }
  if (!text.empty()) std::memcpy(chunk_next_, text.data(), text.size());
  const std::string_view kept(chunk_next_, text.size());
  chunk_next_ += text.size();
  chunk_left_ -= text.size();
  return kept;
}

}  // namespace assay
