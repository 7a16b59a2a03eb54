#include "names/word_table.h"

#include <algorithm>
#include <utility>

namespace assay {
namespace {

constexpr std::size_t least_slots = 64;

template <class T>
std::span<const T> kept(std::span<const T> values, std::pmr::memory_resource& pool) {
  T* const copy = std::pmr::polymorphic_allocator<T>(&pool).allocate(values.size());
  std::uninitialized_copy(values.begin(), values.end(), copy);
  return {copy, values.size()};
}

}  // namespace

const MemoWord* keep_word(std::uint64_t hash, std::string_view identity, const KnownWord& known,
                          std::pmr::memory_resource& pool) {
  MemoWord* const word = std::pmr::polymorphic_allocator<>(&pool).new_object<MemoWord>(MemoWord{hash, {}, known});
  word->known.partners = kept(known.partners, pool);
  const std::span<const char> bytes = kept(std::span<const char>(identity), pool);
  word->identity = {bytes.data(), bytes.size()};
  return word;
}

const MemoWord* WordTable::find(std::uint64_t hash, std::string_view identity) const {
  if (slots_.empty()) return nullptr;
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask; slots_[at].word != nullptr; at = (at + 1) & mask)
    if (slots_[at].hash == hash && slots_[at].word->identity == identity) return slots_[at].word;
  return nullptr;
}

void WordTable::put(Slot slot) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = slot.hash & mask;
  while (slots_[at].word != nullptr) at = (at + 1) & mask;
  slots_[at] = slot;
}

void WordTable::put(const MemoWord* word) {
  if (2 * (size_ + 1) > slots_.size()) {
    const LargeVector<Slot> before =
        std::exchange(slots_, LargeVector<Slot>(std::max(least_slots, 2 * slots_.size())));
    for (const Slot& slot : before)
      if (slot.word != nullptr) put(slot);
  }
  put({word->hash, word});
  ++size_;
}

}  // namespace assay
