#pragma once

#include <cstddef>
#include <memory_resource>
#include <vector>

namespace assay {

/// Memory that the system is asked to keep in large pages, where it is so much that a processor reading here and
/// there in it would mostly wait to be told where its pages are. Throws std::bad_alloc.
void* allocate_large(std::size_t bytes);
/// `bytes` as when it was allocated.
void free_large(void* memory, std::size_t bytes) noexcept;

template <class T>
struct LargePages {
  using value_type = T;

  LargePages() = default;
  template <class Other>
  constexpr LargePages(const LargePages<Other>& /*other*/) noexcept {}  // containers convert without being asked

  T* allocate(std::size_t count) { return static_cast<T*>(allocate_large(count * sizeof(T))); }
  void deallocate(T* memory, std::size_t count) noexcept { free_large(memory, count * sizeof(T)); }

  friend bool operator==(const LargePages& /*a*/, const LargePages& /*b*/) { return true; }
};

/// For arrays of megabytes that are read in no order. Small ones are as in any vector.
template <class T>
using LargeVector = std::vector<T, LargePages<T>>;

/// The same for what is made piece by piece: where a pool gets its memory from.
class LargePagesResource : public std::pmr::memory_resource {
  void* do_allocate(std::size_t bytes, std::size_t /*alignment*/) override { return allocate_large(bytes); }
  void do_deallocate(void* memory, std::size_t bytes, std::size_t /*alignment*/) override {
    free_large(memory, bytes);
  }
  [[nodiscard]] bool do_is_equal(const std::pmr::memory_resource& other) const noexcept override {
    return this == &other;
  }
};

}  // namespace assay
