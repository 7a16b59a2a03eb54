#pragma once

#include <array>
#include <memory>
#include <vector>

#include "graph/closure.h"
#include "graph/deals.h"
#include "graph/lot_traces.h"
#include "graph/paths.h"
#include "graph/voyages.h"

namespace assay {

/// One branch of what a deal's own row, and what is known of its seller, say of the target.
struct LocalPart {
  unsigned hops = 1;
  Truth truth = Truth::no;
  PathCause cause;  ///< when unknown
};

/// A short list without memory of its own: it is filled a million times.
class LocalParts {
 public:
  void clear() { count_ = 0; }
  void push_back(const LocalPart& part) { parts_[count_++] = part; }
  [[nodiscard]] const LocalPart* begin() const { return parts_.data(); }
  [[nodiscard]] const LocalPart* end() const { return parts_.data() + count_; }

 private:
  std::array<LocalPart, 10> parts_;
  std::size_t count_ = 0;
};

/// All branches of a deal that are not `no`: origin, loading, transit, the vessel's record, lots, seller, its
/// country, its sites, and the frontier: inputs of the seller that nobody vouches for. Lots that documents trace to
/// where they come from decide: then nothing else of the seller's counts but its country.
class LocalTruth {
 public:
  LocalTruth(const SupplyGraph& graph, const PathQuestion& question, const Closure& closure, const Deals& deals);

  /// Fills `parts`: at most four of the row, five of the seller.
  void of(std::uint32_t deal, LocalParts& parts) const;
  /// The steps of a branch that surely holds, as `of` found it.
  [[nodiscard]] std::vector<PathStep> proof(std::uint32_t shipment, unsigned min_hops) const;
  /// The cell that vouches for the seller's inputs; none when nobody does.
  [[nodiscard]] Closing closing(std::uint32_t deal) const;
  /// Whether the papers of its lots say where all of the deal's goods come from.
  [[nodiscard]] bool decided_by_lots(std::uint32_t deal) const {
    return lots_ != nullptr && !deals_.is_stated(deal) && lots_->decides(deal);
  }
  /// The documents on which that rests, at most `limit`.
  [[nodiscard]] std::vector<Closing> lots_rest_on(std::uint32_t deal, std::size_t limit) const;

 private:
  void own_row(std::uint32_t deal, LocalParts& parts) const;
  void vessel(std::uint32_t deal, LocalParts& parts) const;
  /// Whether the question is about some places of the country only.
  [[nodiscard]] bool is_restricted() const { return !at_.empty() || !not_at_.empty(); }
  [[nodiscard]] Truth counts(const PlaceReading& place) const;
  [[nodiscard]] Truth counts(const PlacesValue& places, Country stated) const;
  [[nodiscard]] std::vector<PathStep> proof_of_voyage(std::uint32_t shipment, const Entity& self) const;
  void lots(std::uint32_t deal, LocalParts& parts) const;
  void seller(std::uint32_t deal, LocalParts& parts) const;
  void country_of(std::uint32_t deal, VertexId seller, LocalParts& parts) const;
  void sites_of(std::uint32_t deal, VertexId seller, LocalParts& parts) const;
  void smelters_of(std::uint32_t deal, VertexId seller, LocalParts& parts) const;
  [[nodiscard]] bool yields(std::uint32_t smelter, const Goods* goods) const;
  [[nodiscard]] bool follows(Relation relation) const {
    return question_.follow.test(static_cast<std::size_t>(relation));
  }

  const SupplyGraph& graph_;
  const PathQuestion& question_;
  const Closure& closure_;
  const Deals& deals_;
  bool aims_at_countries_, aims_at_places_, aims_at_facilities_;
  std::vector<std::uint32_t> at_, not_at_;  ///< lines of the places that the question names, sorted
  std::unique_ptr<Voyages> voyages_;        ///< null unless the question is about vessels
  /// A site that is, or may be, in the DPRK, and who operates it or (a name that fits several) may do so.
  struct DoubtfulSite {
    VertexId party = no_vertex;
    bool sure = true;
    std::uint32_t site = 0;
    friend auto operator<=>(const DoubtfulSite&, const DoubtfulSite&) = default;
  };
  [[nodiscard]] LocalPart doubt_of(std::uint32_t deal, const DoubtfulSite& at) const;

  std::unique_ptr<const LotBranches> lots_;      ///< null: nothing is asked of lots
  std::vector<DoubtfulSite> doubtful_sites_;     ///< sorted
  Bits has_doubtful_site_;                       ///< by vertex
  std::vector<DoubtfulSite> doubtful_smelters_;  ///< sorted; `site` is an entry of Smelters, `party` who declares it
};

}  // namespace assay
