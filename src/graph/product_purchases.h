#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "base/truth.h"
#include "graph/closure.h"
#include "graph/graph.h"
#include "graph/paths.h"

namespace assay {

/// What a supplier sold that is, or may be, some goods.
struct Sold {
  std::uint32_t traced = 0xFFFFFFFF;   ///< the first sale that surely is them and leads to the target; none without
  bool open = false;                   ///< some sale may be them and lead there
  bool goods_open = false;             ///< of the first of these it is only not known whether it is them
  PathCause cause;                     ///< of the first of these: why it may lead there; none when goods_open
  bool vouched = false;                ///< a sale surely is them, and the supplier's inputs are vouched for from then
                                       ///< until the day of the audit
  std::vector<std::uint32_t> sales{};  ///< that lead elsewhere, at most 20
};

/// What is known of a part of a product by who supplied it.
struct Purchase {
  /// yes: the supplier is of the target, or sold the same goods that lead there. Which consignment is in the product
  /// nobody says, so that holds of the company, not of the goods. no: only where the row itself says that it has
  /// neither parts nor a lot; then all that the supplier sold of such goods, and it did sell some, must lead
  /// elsewhere, and its inputs must be vouched for until the day of the audit.
  Truth truth = Truth::unknown;
  unsigned hops = 0;           ///< yes: from the product to the target, as far as the sale's own path is known
  PathCause cause;             ///< unknown; none when no supplier is named
  const Sold* sold = nullptr;  ///< what that rests on; null when the supplier itself decides. Kept by Purchases
};

/// What a part is by its row, to lay beside what its supplier sold.
struct PartGoods {
  std::string text;  ///< folded
  unsigned heading = no_heading;
};

/// The purchases of all parts, for one question. Sales of a supplier are those of shipments, whoever bought them.
class Purchases {
 public:
  /// `paths`: the answers of the question for shipments; called only when a supplier of products sold any.
  Purchases(const SupplyGraph& graph, const PathQuestion& question, const Closure& closure,
            std::function<const PathSearch&()> paths);

  [[nodiscard]] Purchase of(std::uint32_t part) const;
  /// From the supplied goods (see product_traces.h) to the target.
  [[nodiscard]] std::vector<PathStep> proof(std::uint32_t part, const Purchase& purchase) const;
  [[nodiscard]] std::vector<Closing> rests_on(const Purchase& purchase, std::size_t limit) const;

 private:
  [[nodiscard]] bool follows(Relation relation) const {
    return question_.follow.test(static_cast<std::size_t>(relation));
  }
  [[nodiscard]] bool is_of_target(VertexId supplier) const;
  const Sold& sold_by(VertexId supplier, const PartGoods& goods) const;
  [[nodiscard]] Sold look_at_sales(VertexId supplier, const PartGoods& goods) const;
  void take_sales(std::uint32_t part, Purchase& purchase) const;
  void take_as_a_whole(std::uint32_t part, Purchase& purchase) const;

  const SupplyGraph& graph_;
  PathQuestion question_;
  const Closure& closure_;
  std::function<const PathSearch&()> paths_;
  std::vector<std::pair<VertexId, std::uint32_t>> sales_;  ///< of suppliers of products; in canonical order
  /// By supplier, words and heading: many parts are the same goods of one supplier.
  mutable std::map<std::tuple<VertexId, std::string, unsigned>, Sold> sold_;
};

/// The part's own words, which may be an HS code; of a product that is bought as a whole (it names no part) its
/// commodity and code.
PartGoods goods_of_part(const SupplyGraph& graph, std::uint32_t part);
/// yes: the same words, or the same HS heading. no: other words and another heading, all of them known.
Truth same_goods(const SupplyGraph& graph, const PartGoods& part, std::uint32_t shipment);

/// The goods that a part is, as a proof shows them: "copper wire of Ferry Trading".
Entity bought_entity(const SupplyGraph& graph, std::uint32_t part);

}  // namespace assay
