#include "base/large_vector.h"

#include <new>
#include <sys/mman.h>

namespace assay {
namespace {

constexpr std::size_t large_page = std::size_t{2} << 20;

/// What is less than half a page would leave most of it empty.
bool is_large(std::size_t bytes) {
  return bytes >= large_page / 2;
}

}  // namespace

void* allocate_large(std::size_t bytes) {
  if (!is_large(bytes)) return ::operator new(bytes);
  const std::size_t whole_pages = (bytes + large_page - 1) / large_page * large_page;
  void* const memory = ::operator new (whole_pages, std::align_val_t{large_page});
  ::madvise(memory, whole_pages, MADV_HUGEPAGE);  // advice only: where it is not taken, pages are small
  return memory;
}

void free_large(void* memory, std::size_t bytes) noexcept {
  if (is_large(bytes))
    ::operator delete (memory, std::align_val_t{large_page});
  else
    ::operator delete(memory);
}

}  // namespace assay
