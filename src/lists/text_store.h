#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

namespace assay {

/// Texts in large blocks. What was added never moves, also when the store is moved.
class TextStore {
 public:
  TextStore() = default;
  TextStore(TextStore&&) noexcept = default;
  TextStore& operator=(TextStore&&) noexcept = default;
  TextStore(const TextStore&) = delete;
  TextStore& operator=(const TextStore&) = delete;
  ~TextStore() = default;

  /// A copy of the text that lives as long as the store. An empty text takes no room.
  std::string_view add(std::string_view text);
  /// Bytes of all blocks.
  [[nodiscard]] std::size_t capacity() const { return capacity_; }

 private:
  std::vector<std::unique_ptr<char[]>> blocks_;
  char* next_ = nullptr;
  std::size_t left_ = 0;
  std::size_t capacity_ = 0;
};

}  // namespace assay
