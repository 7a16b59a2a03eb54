#pragma once

#include "lists/watch_list.h"

namespace assay {

/// Orders names by entry and facts by entry and kind, each as they were found among equals, and tells the entries
/// where theirs are; facts that an entry has twice are there once. Takes four bytes a name or fact for a while, and
/// no second copy of them.
void put_in_order(WatchList& list);

}  // namespace assay
