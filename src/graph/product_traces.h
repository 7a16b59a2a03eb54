#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

#include "base/truth.h"
#include "graph/closure.h"
#include "graph/graph.h"
#include "graph/lot_traces.h"
#include "graph/paths.h"
#include "graph/product_purchases.h"

namespace assay {

/// Where one thing in a product comes from. The nearest that its row names decides: lots; else another product, which
/// has an answer of its own; else who supplied it.
struct PartTrace {
  enum class By : std::uint8_t { nothing, lots, product, purchase };
  By by = By::nothing;
  Truth truth = Truth::unknown;  ///< of its own row; of a part that is a product: whether it is as clean as that
  unsigned hops = 0;             ///< yes: from the product to the target
  PathCause cause;               ///< unknown: why; none: the product that it is tells why
  std::uint32_t product = 0xFFFFFFFF;  ///< by product: which
  LotBranch lots;                      ///< by lots
  Purchase purchase;                   ///< by purchase
};

struct ProductTrace {
  /// yes: something in it leads to the target, however small. no: all that is in it is listed, and leads elsewhere.
  Truth truth = Truth::unknown;
  unsigned hops = 0;                ///< yes: steps from the product to the target
  std::uint32_t part = 0xFFFFFFFF;  ///< yes: the part that leads there
  PathCause cause;  ///< unknown: the nearest reason in one of its parts; none when only `list` is open
  PathCause list;   ///< unknown: why its parts may not be all; none when they are
};

/// The traces of all products, for one question that follows `contains`. Its parts are all when each row states a
/// share above 0 and the shares are 100 per cent together, to the last figure: what a tolerance forgives could be the
/// row that is missing; nor may a row lack its number where its table has a column for it. A part must say its lot,
/// or that it has none. A product that is in itself, through others, is never closed.
/// O(parts + lots), and for each supplier of parts its sales times the different goods that it supplies.
class ProductTraces {
 public:
  /// `paths`: the question's answers for shipments, see Purchases.
  ProductTraces(const SupplyGraph& graph, const PathQuestion& question, const Closure& closure,
                std::function<const PathSearch&()> paths);

  [[nodiscard]] const ProductTrace& of(std::uint32_t product) const { return traces_[product]; }
  /// By product.
  [[nodiscard]] Answer answer() const;
  /// The shortest way to the target, ties by the order of parts. Empty unless the trace says yes.
  [[nodiscard]] std::vector<PathStep> proof(std::uint32_t product) const;
  /// What closes its parts and theirs, nearest first, at most `limit`.
  [[nodiscard]] std::vector<Closing> rests_on(std::uint32_t product, std::size_t limit) const;

 private:
  void look_at(std::uint32_t part);
  void ask_for_better(std::uint32_t part, LotBranch& branch) const;
  void look_at_product(std::uint32_t part, PartTrace& trace) const;
  void look_at_purchase(std::uint32_t part, PartTrace& trace) const;
  [[nodiscard]] PathCause open_list(std::uint32_t product) const;
  void carry_yes();
  void carry_no();
  void carry_unknown();
  template <class Visit>
  void for_each_part(std::uint32_t product, Visit visit) const {
    const Products& products = graph_.products;
    for (std::uint32_t part = products.first_part[product]; part < products.first_part[product + 1]; ++part)
      visit(part, parts_[part]);
  }

  const SupplyGraph& graph_;
  const Closure& closure_;
  std::unique_ptr<const LotTraces> lots_;  ///< null when there are no products
  std::unique_ptr<const Purchases> purchases_;
  std::vector<PartTrace> parts_;
  std::vector<ProductTrace> traces_;
  std::vector<std::vector<std::uint32_t>> used_in_;  ///< by product: the parts that are it
};

}  // namespace assay
