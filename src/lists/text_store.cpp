#include "lists/text_store.h"

#include <algorithm>
#include <cstring>

namespace assay {

std::string_view TextStore::add(std::string_view text) {
  constexpr std::size_t block = std::size_t{256} << 10;
  if (text.empty()) return {};
  if (text.size() > left_) {
    const std::size_t size = std::max(block, text.size());
    blocks_.push_back(std::make_unique_for_overwrite<char[]>(size));
    next_ = blocks_.back().get();
    left_ = size;
    capacity_ += size;
  }
  std::memcpy(next_, text.data(), text.size());
  const std::string_view kept(next_, text.size());
  next_ += text.size();
  left_ -= text.size();
  return kept;
}

}  // namespace assay
