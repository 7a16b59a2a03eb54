#pragma once

#include <map>
#include <tuple>
#include <vector>

#include "graph/closure.h"
#include "graph/holdings.h"

namespace assay {

/// How shares are counted.
enum class OwnershipRule : std::uint8_t {
  ofac_50,     ///< who is held at the threshold or above by owners of concern is one itself (OFAC FAQ 398 to 402)
  eu_over_50,  ///< the same, above the threshold
  multiply,    ///< shares along a chain are multiplied and summed; at the threshold or above
  any_share,   ///< any share above nothing that owners of concern hold; who they are: as in ofac_50
};

struct OwnershipQuestion {
  OwnershipRule rule = OwnershipRule::ofac_50;
  Parts threshold = whole_share / 2;  ///< above nothing
};

/// What owners of concern hold of an asset: at least, at most.
struct Owned {
  Parts low = 0;
  Parts high = 0;
  bool some = false;  ///< surely something, though nobody may know how much
  friend bool operator==(const Owned&, const Owned&) = default;
};

/// A step of a proof.
struct OwnershipStep {
  enum class Kind : std::uint8_t {
    stake,    ///< an owner holds a share of the asset
    sum,      ///< what several owners hold of the asset, added up
    concern,  ///< the asset is an owner of concern by itself: the end of a chain
  };
  Kind kind = Kind::stake;
  VertexId asset = no_vertex;
  std::vector<std::uint32_t> stakes;  ///< one of a stake, those that a sum adds up
  Owned sum;                          ///< of a sum
};

/// Why it is not known whether owners of concern hold enough.
struct OwnershipCause {
  enum class Kind : std::uint8_t { cell, owners, concern };
  Kind kind = Kind::cell;
  CellRef cell;                 ///< blank, unreadable, ambiguous …
  Known why = Known::blank;     ///< of the cell; not_asked when no column holds it
  VertexId vertex = no_vertex;  ///< owners: who does not disclose them; concern: of whom it is not known
};

/// What closes the questions that a no leaves behind.
struct OwnershipGrounds {
  std::vector<Closing> declarations;  ///< that the owners of a party upstream are complete
  std::vector<VertexId> persons;      ///< owners taken for persons: see ultimate_owners()
};

/// Who is held by owners of concern, worked out twice: surely (what is not disclosed is held by nobody) and possibly
/// (it is held by them, a share that is not known is as large as can be, a name that fits several means any of them).
///
/// The cascade is a least fixpoint over whole numbers: owners before what they own, and within a ring of ownership
/// one by one as they fall. So a ring that nobody of concern holds into concerns nobody. Linear in stakes.
class Ownership {
 public:
  /// `concern`: by vertex, who is an owner of concern by itself, surely or possibly. All must outlive this.
  Ownership(const Holdings& holdings, const Closure& closure, Answer concern, OwnershipQuestion question);

  /// What is held of a party in a period. Of a name that fits several parties: what holds for all of them.
  [[nodiscard]] Owned owned(VertexId asset, Period period) const;
  [[nodiscard]] Truth at(VertexId asset, Period period) const;
  /// The stakes that make it a yes, from the asset up to the owners of concern, each once. At most `most_steps`.
  [[nodiscard]] std::vector<OwnershipStep> proof(VertexId asset, Period period) const;
  /// What would have to be known, nearest first; at most `most_causes`. Empty unless the answer is unknown.
  [[nodiscard]] std::vector<OwnershipCause> causes(VertexId asset, Period period) const;
  /// What a no rests on; nearest first, at most `limit` of each.
  [[nodiscard]] OwnershipGrounds rests_on(VertexId asset, Period period, std::size_t limit) const;

  [[nodiscard]] const Holdings& holdings() const { return holdings_; }

  static constexpr std::size_t most_steps = 64;
  static constexpr std::size_t most_causes = 8;

 private:
  /// What is known of a vertex when a period has been worked out.
  struct Standpoint {
    Owned owned;
    bool sure = false;      ///< an owner of concern
    bool possible = false;  ///< it may be one
  };
  using Standpoints = std::vector<Standpoint>;
  class Solver;

  [[nodiscard]] Truth judge(Owned owned) const;
  /// Valid for the asset and all that is upstream of it, until the next call.
  const Standpoints& standpoints(VertexId asset, Period period) const;
  [[nodiscard]] std::vector<VertexId> upstream_of(VertexId asset) const;
  [[nodiscard]] bool is_open(VertexId asset, Period period) const;
  class Inquiry;

  const Holdings& holdings_;
  const Closure& closure_;
  Answer concern_;
  OwnershipQuestion question_;
  Period today_;
  mutable Standpoints of_today_;  ///< of all vertices; empty until asked for
  mutable Standpoints scratch_;   ///< of the vertices that were worked out last
  mutable std::map<std::tuple<VertexId, Day, Day>, Owned> known_;
  mutable Bits reached_;  ///< all clear between calls
};

}  // namespace assay
