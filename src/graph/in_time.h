#pragma once

#include "base/date.h"
#include "base/truth.h"

namespace assay {

/// The days that a date may mean.
struct Days {
  Day first = 0, last = 0;
};

/// Whether something happened on the day of something earlier or after it, and at most so many days later. The days
/// are the finest that data know: what happened on one day stands in either order.
constexpr Truth in_time(Days earlier, Days later, Day within) {
  if (earlier.first > later.last || later.first - earlier.last > within) return Truth::no;
  return earlier.last <= later.first && later.last - earlier.first <= within ? Truth::yes : Truth::unknown;
}

}  // namespace assay
