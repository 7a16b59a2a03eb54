#include <algorithm>

#include "reference/reference.h"

namespace assay {
namespace {

bool is_listed(const std::vector<std::uint32_t>& pairs, unsigned from, unsigned to) {
  return from != 0 && to != 0 && std::binary_search(pairs.begin(), pairs.end(), from * 10000 + to);
}

}  // namespace

Known Reference::exposed_goods(std::string_view hs_digits, bool& is_exposed) const {
  is_exposed = false;
  if (hs_digits.empty()) return Known::blank;
  if (!std::all_of(hs_digits.begin(), hs_digits.end(), [](char c) { return c >= '0' && c <= '9'; }))
    return Known::unreadable;
  bool may_be = false;
  for (const std::string& prefix : exposed) {
    if (hs_digits.starts_with(prefix)) {
      is_exposed = true;
      return Known::yes;
    }
    may_be = may_be || prefix.starts_with(hs_digits);
  }
  return may_be || hs_digits.size() < 2 ? Known::ambiguous : Known::yes;
}

bool Reference::may_become(unsigned from, unsigned to) const {
  if (from == to) return true;
  if (from > 9999 || to > 9999) return false;
  const unsigned from_chapter = from / 100;
  const unsigned to_chapter = to / 100;
  return is_listed(transformations, from, to) || is_listed(transformations, from, to_chapter) ||
         is_listed(transformations, from_chapter, to) || is_listed(transformations, from_chapter, to_chapter);
}

}  // namespace assay
