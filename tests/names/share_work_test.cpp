#include "names/share_work.h"

#include <stdexcept>
#include <vector>

#include <gtest/gtest.h>

namespace assay {
namespace {

TEST(ShareWork, DoesEachPieceOnceWhateverTheNumberOfThreads) {
  for (const std::size_t threads : {0UL, 1UL, 2UL, 8UL})
    for (const std::size_t count : {0UL, 1UL, 7UL, 1000UL}) {
      std::vector<int> done(count, 0);
      share_work(count, 7, threads, [&](std::size_t begin, std::size_t end, std::size_t thread) {
        EXPECT_LT(thread, std::max<std::size_t>(threads, 1));
        for (std::size_t i = begin; i < end; ++i) ++done[i];
      });
      EXPECT_EQ(done, std::vector<int>(count, 1)) << threads << " threads";
    }
}

TEST(ShareWork, ThrowsWhatItsWorkThrows) {
  for (const std::size_t threads : {1UL, 8UL})
    EXPECT_THROW(share_work(100, 1, threads,
                            [](std::size_t begin, std::size_t, std::size_t) {
                              if (begin == 50) throw std::runtime_error("no");
                            }),
                 std::runtime_error);
}

}  // namespace
}  // namespace assay
