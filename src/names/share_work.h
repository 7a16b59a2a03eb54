#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace assay {

/// Calls work(begin, end, thread) for pieces that together are 0 to `count`, on `threads` threads (at least one; the
/// caller's is the first, number 0). Which thread gets which piece is left to chance, so what `work` writes must
/// depend on the piece only. The first exception is thrown on when all have ended; no new pieces are begun then.
template <class Work>
void share_work(std::size_t count, std::size_t piece, std::size_t threads, Work work) {
  std::atomic<std::size_t> next = 0;
  std::exception_ptr trouble;
  std::mutex guard;
  const auto run = [&](std::size_t thread) {
    try {
      for (std::size_t begin = next.fetch_add(piece); begin < count; begin = next.fetch_add(piece))
        work(begin, std::min(begin + piece, count), thread);
    } catch (...) {
      next = count;
      const std::lock_guard lock(guard);
      if (trouble == nullptr) trouble = std::current_exception();
    }
  };
  {
    std::vector<std::jthread> others;
    const std::size_t useful = std::min(threads, count / std::max<std::size_t>(piece, 1) + 1);
    for (std::size_t thread = 1; thread < useful; ++thread) others.emplace_back(run, thread);
    run(0);
  }
  if (trouble != nullptr) std::rethrow_exception(trouble);
}

}  // namespace assay
