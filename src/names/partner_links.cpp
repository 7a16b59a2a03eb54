#include "names/partner_links.h"

#include <bit>

namespace assay {

void PartnerLinks::add(const Link& link, bool run) {
  (run ? runs_ : words_) |= std::uint64_t{1} << (mixed(link.word) >> 58);
  std::size_t slot = slot_of(link.word);
  while (slots_[slot] != 0 && links_[slots_[slot] - 1].word != link.word) slot = (slot + 1) & (slots_.size() - 1);
  links_.push_back(link);
  links_.back().next = slots_[slot];
  slots_[slot] = static_cast<std::uint32_t>(links_.size());
}

void PartnerLinks::make(std::span<const QueryItem> items, std::uint32_t first_run) {
  links_.clear();
  words_ = 0;
  runs_ = 0;
  std::size_t count = 0;
  for (const QueryItem& item : items) count += item.word->partners.size();
  slots_.assign(std::bit_ceil(count * 2 + 1), 0);
  for (const QueryItem& item : items)
    for (const Partner& partner : item.word->partners)
      add({partner.word, 0, partner.similarity, item.first, item.count}, partner.word >= first_run);
}

}  // namespace assay
