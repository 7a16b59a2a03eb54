#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "base/hash.h"

namespace assay {

/// Gives equal texts equal numbers, counted from 0 in order of first sight. A column's few distinct texts are judged
/// once each, not once a row.
class TextPool {
 public:
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  std::uint32_t intern(std::string_view text);
  /// The number of a text that was interned; none for one that was not.
  [[nodiscard]] std::uint32_t find(std::string_view text) const;
  [[nodiscard]] std::size_t size() const { return entries_.size(); }
  [[nodiscard]] std::string_view operator[](std::uint32_t number) const {
    const Entry& entry = entries_[number];
    return {chunks_[entry.chunk].get() + entry.offset, entry.size};
  }

 private:
  /// A text lies in a chunk of up to 16 KiB (a longer one in a chunk of its own).
  struct Entry {
    std::uint32_t chunk = 0;
    std::uint32_t size = 0;
    std::uint16_t offset = 0;
    std::uint16_t hash = 0;
  };

  [[nodiscard]] std::size_t slot_of(std::string_view text, std::uint64_t hash) const;
  void grow();
  Entry keep(std::string_view text, std::uint64_t hash);

  std::vector<Entry> entries_;
  std::vector<std::uint32_t> slots_;  ///< number + 1, 0 for a free one; a power of two
  std::vector<std::unique_ptr<char[]>> chunks_;
  std::size_t chunk_left_ = 0;
  std::size_t chunk_next_ = 0;
};

/// What a judge says of each distinct text, asked once each. Judge: Value(std::string_view).
template <class Value>
class Judged {
 public:
  template <class Judge>
  const Value& operator()(std::string_view text, Judge judge) {
    const std::uint32_t number = pool_.intern(text);
    if (number == values_.size()) values_.push_back(judge(text));
    return values_[number];
  }

 private:
  TextPool pool_;
  std::vector<Value> values_;
};

}  // namespace assay
