#include <algorithm>

#include "rules/state.h"

namespace assay {

std::vector<std::uint32_t> EvaluationState::sales_of(VertexId seller, std::size_t limit) const {
  const Shipments& s = graph.shipments;
  constexpr unsigned worth_an_index = 64;
  std::vector<std::uint32_t> sales;
  if (first_sale_.empty() && ++sales_asked_ < worth_an_index) {  // a report for people asks for a few
    for (std::uint32_t i = 0; i < s.size(); ++i)
      if (s.seller[i] == seller) sales.push_back(i);
  } else {
    index_sales();
    sales.assign(sales_.begin() + first_sale_[seller], sales_.begin() + first_sale_[seller + 1]);
  }
  const auto middle = sales.begin() + static_cast<std::ptrdiff_t>(std::min(limit, sales.size()));
  std::partial_sort(sales.begin(), middle, sales.end(), [this](std::uint32_t a, std::uint32_t b) {
    return subject_before(graph, SubjectKind::shipment, a, b);
  });
  sales.erase(middle, sales.end());
  return sales;
}

void EvaluationState::index_sales() const {  // a counting sort by seller
  if (!first_sale_.empty()) return;
  const Shipments& s = graph.shipments;
  first_sale_.assign(graph.vertices.size() + 1, 0);
  for (const VertexId one : s.seller)
    if (one != no_vertex) ++first_sale_[one + 1];
  for (std::size_t v = 0; v < graph.vertices.size(); ++v) first_sale_[v + 1] += first_sale_[v];
  sales_.resize(first_sale_.back());
  std::vector<std::uint32_t> next(first_sale_.begin(), first_sale_.end() - 1);
  for (std::uint32_t i = 0; i < s.size(); ++i)
    if (s.seller[i] != no_vertex) sales_[next[s.seller[i]]++] = i;
}

}  // namespace assay
