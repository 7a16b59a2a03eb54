#include "base/today.h"

#include <chrono>

namespace assay {

Day today() {
  const auto days = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  return static_cast<Day>(days.time_since_epoch().count());
}

}  // namespace assay
