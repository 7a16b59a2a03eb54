#include "screening/screening.h"

#include <algorithm>
#include <array>

#include "names/fold.h"

namespace assay {
namespace {

/// What programmes on the DPRK are called: OFAC (DPRK2, DPRK-NKSPEA), UN (DPRK), EU (PRK), and resolution 1718.
constexpr std::array<std::string_view, 5> programme_words = {"prk", "nkspea", "1718", "2017/1509", "north korea"};

}  // namespace

Truth Hit::truth() const {
  if (cleared != Clearing::none) return Truth::no;
  if (by != HitBy::name) return score >= flag_threshold ? Truth::yes : Truth::unknown;
  const Band band = band_of(score);
  return band == Band::flag ? Truth::yes : band == Band::ask ? Truth::unknown : Truth::no;
}

std::span<const Hit> Screening::hits_of(VertexId vertex) const {
  const auto first = std::lower_bound(hits.begin(), hits.end(), vertex,
                                      [](const Hit& hit, VertexId wanted) { return hit.vertex < wanted; });
  const auto last = std::upper_bound(first, hits.end(), vertex,
                                     [](VertexId wanted, const Hit& hit) { return wanted < hit.vertex; });
  return {first, last};
}

std::string_view Screening::text_of(const Hit& hit) const {
  const WatchList& list = lists[hit.list];
  return hit.by == HitBy::name ? list.names[hit.where].as_written : list.facts[hit.where].text;
}

std::string_view Screening::field_of(const Hit& hit) const {
  const WatchList& list = lists[hit.list];
  return list.field(hit.by == HitBy::name ? list.names[hit.where].field : list.facts[hit.where].field);
}

bool is_built_in(const WatchList& list) {
  return list.format == "pack";
}

bool concerns_dprk(const Reference& reference, const WatchList& list, const ListEntry& entry) {
  for (const ListFact& fact : list.facts_of(entry)) {
    if (fact.kind == FactKind::programme) {
      const std::string programme = fold(fact.text);
      for (const std::string_view word : programme_words)
        if (programme.find(word) != std::string::npos) return true;
    }
    if (fact.kind == FactKind::remarks || fact.kind == FactKind::reason) {
      // OFAC names what others risk who deal with an entry of another programme: "North Korea Sanctions Regulations".
      const std::string remarks = fold(fact.text);
      if (remarks.find("north korea") != std::string::npos || remarks.find("dprk") != std::string::npos) return true;
    }
    const bool country = fact.kind == FactKind::country || fact.kind == FactKind::nationality;
    if (country && reference.country(fact.text).country == north_korea) return true;
  }
  return false;
}

}  // namespace assay
