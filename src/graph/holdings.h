#pragma once

#include <span>
#include <vector>

#include "base/bits.h"
#include "base/truth.h"
#include "graph/components.h"
#include "graph/graph.h"

namespace assay {

/// All that is said of one owner and one asset, at whatever time.
struct Stake {
  VertexId asset = no_vertex;
  VertexId owner = no_vertex;  ///< no_vertex: somebody whom no cell names
  bool maybe = false;          ///< the asset is a name that may mean another party
  std::uint32_t first = 0;     ///< its shares are first … end - 1 of Holdings::shares()
  std::uint32_t end = 0;
};

/// A time of which ownership is asked: a day, or the days that a date may mean.
struct Period {
  Day first = 0;
  Day last = 0;
  friend auto operator<=>(const Period&, const Period&) = default;
};

/// What an owner holds of an asset in a period.
struct Holding {
  Parts low = 0;      ///< surely at least
  Parts high = 0;     ///< at most
  Parts settled = 0;  ///< surely at least, and its beginning and end are given too: so nobody else can hold it
  bool some = false;  ///< surely something, though nobody may know how much
  [[nodiscard]] bool possible() const { return high > 0 || some; }
};

/// Who owns whom, in the order in which it can be worked out. Equal rows count once; of unequal ones of a time the
/// least and the most are kept.
class Holdings {
 public:
  explicit Holdings(const SupplyGraph& graph);

  [[nodiscard]] const SupplyGraph& graph() const { return graph_; }
  /// The stakes in an asset, their owners in canonical order.
  [[nodiscard]] std::span<const Stake> of(VertexId asset) const;
  /// Numbers of the stakes that an owner has.
  [[nodiscard]] std::span<const std::uint32_t> held_by(VertexId owner) const { return by_owner_.numbers(owner); }
  [[nodiscard]] const Stake& stake(std::uint32_t number) const { return stakes_[number]; }
  [[nodiscard]] std::uint32_t number(const Stake& stake) const {
    return static_cast<std::uint32_t>(&stake - stakes_.data());
  }
  [[nodiscard]] std::size_t size() const { return stakes_.size(); }
  /// Places in SupplyGraph::shares, in an order that comes from what the rows say.
  [[nodiscard]] std::span<const std::uint32_t> shares(const Stake& stake) const {
    return std::span(shares_).subspan(stake.first, stake.end - stake.first);
  }
  /// Names that fit several parties, one of them this one.
  [[nodiscard]] std::span<const VertexId> names_of(VertexId party) const;
  /// Owners stand before what they own, parties before the names that may mean them.
  [[nodiscard]] const Components& components() const { return components_; }

  /// Whether a share was held throughout a period. A row without a beginning speaks of the day of the audit.
  [[nodiscard]] Truth in_force(const Share& share, Period period) const;
  [[nodiscard]] Holding holding(const Stake& stake, Period period) const;
  /// Rows whose asset no cell names: it may be anyone.
  [[nodiscard]] const std::vector<std::uint32_t>& strays() const { return strays_; }
  /// Taken for a person, whose own owners nobody needs to disclose: see ultimate_owners().
  [[nodiscard]] bool is_ultimate(VertexId vertex) const { return ultimate_.test(vertex); }
  /// Whether rows state an owner of the party, or that it owns another. Of a party of which they state neither a
  /// declaration that its owners are complete says nothing: complete are those that are stated.
  [[nodiscard]] bool is_stated(VertexId party) const;
  /// The same period for all that no row and no declaration tells apart.
  [[nodiscard]] Period canonical(Period period) const;

 private:
  void gather();
  void note_days();

  const SupplyGraph& graph_;
  std::vector<Stake> stakes_;  ///< by asset
  std::vector<std::uint32_t> shares_;
  std::vector<std::uint32_t> strays_;
  Topology by_owner_;
  std::vector<std::pair<VertexId, VertexId>> names_;  ///< party, name: sorted
  std::vector<VertexId> name_of_;                     ///< the names of `names_`, for spans
  Components components_;
  Bits ultimate_;
  std::vector<Day> days_;  ///< days on which something begins, or has ended; sorted
};

/// The cells of a row that name the owner and what is owned. Where a row's word is no relation, source and target.
CellRef owner_cell(const SupplyGraph& graph, const Share& share);
CellRef asset_cell(const SupplyGraph& graph, const Share& share);

}  // namespace assay
