#pragma once

#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "base/bits.h"
#include "base/truth.h"
#include "graph/deals.h"

namespace assay {

/// One deal (or holding) as rings see it: it leads from one party to another.
struct RingArc {
  VertexId from = no_vertex;  ///< no_vertex: nobody says who; it may be anyone
  VertexId to = no_vertex;
  Day first = 0, last = 0;  ///< the days that its date may mean
  std::string_view code;    ///< of the goods, as far as it is known; must outlive the search
  bool sure = true;         ///< false: it may not exist, or not as stated
};

struct RingQuestion {
  unsigned min_length = 3, max_length = 6;  ///< arcs, and so parties; at least 2
  bool in_order = true;                     ///< each arc on the day of the one before it, or later
  Day within = 90;                          ///< days from the first arc to the last; counts only in order
  std::size_t code_digits = 0;              ///< that many digits of all codes are the same; 0: codes do not count
};

struct Ring {
  Truth truth = Truth::no;
  std::vector<std::uint32_t> arcs;  ///< in order of time; of a no, and of a search that was given up, none
  bool cut = false;                 ///< given up at `most_steps`: what was not found may be there all the same
};

/// Rings of arcs between different parties. A ring is surely there when all its arcs are, their parties are known
/// and not ambiguous, and any two of them surely stand in order, within the time and for the same goods; it may be
/// there when none of that is ruled out. Found is the shortest, of equals the first in the order of the arcs.
class RingSearch {
 public:
  /// Arcs looked at from one arc for rings of one length.
  static constexpr std::size_t most_steps = 4096;

  /// The arcs stand in order of their first day, of equals in an order that comes from what they say.
  RingSearch(const SupplyGraph& graph, std::vector<RingArc> arcs, RingQuestion question);

  [[nodiscard]] const RingArc& arc(std::uint32_t number) const { return arcs_[number]; }
  [[nodiscard]] std::size_t digits() const { return question_.code_digits; }
  [[nodiscard]] Ring through_arc(std::uint32_t arc) const;
  /// Through a party.
  [[nodiscard]] Ring through(VertexId party) const;
  /// Whether the dates of two arcs of a ring, the earlier one first, fit; and whether their codes do.
  [[nodiscard]] Truth dates_fit(std::uint32_t earlier, std::uint32_t later) const;
  [[nodiscard]] Truth codes_fit(std::uint32_t a, std::uint32_t b) const;
  /// Whether an arc leads to where another begins.
  [[nodiscard]] Truth link(std::uint32_t from, std::uint32_t to) const;

 private:
  struct Walk;
  [[nodiscard]] Ring find(const std::vector<std::uint32_t>& starts, VertexId party) const;
  [[nodiscard]] bool extend(Walk& walk) const;
  [[nodiscard]] bool try_all(Walk& walk, std::span<const std::uint32_t> numbers) const;
  [[nodiscard]] bool try_next(Walk& walk, std::uint32_t next) const;
  [[nodiscard]] bool fits(const Walk& walk, std::uint32_t next, bool wrapped) const;
  [[nodiscard]] bool closes(const Walk& walk) const;
  [[nodiscard]] VertexId certain(VertexId to, VertexId from) const;
  [[nodiscard]] bool may_be(VertexId a, VertexId b) const;
  [[nodiscard]] Bits in_components(Truth wanted) const;

  Deals deals_;
  std::vector<RingArc> arcs_;
  RingQuestion question_;
  VertexId parties_ = 0;
  std::array<Bits, 2> live_;             ///< arcs whose ends lead to each other: surely, possibly
  std::vector<std::uint32_t> on_rings_;  ///< those that possibly do
  Topology by_from_;  ///< their numbers by the party they leave; no_vertex is behind the last party
  Day longest_ = 0;   ///< days that the date of an arc may mean, when it means some at all
};

}  // namespace assay
