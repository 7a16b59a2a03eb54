#pragma once

// Asks where the products of a graph that is written in a test come from, and says the answers in words.

#include <algorithm>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "graph/product_traces.h"
#include "searching.h"

namespace assay::test {

inline PathQuestion by_parts() {
  PathQuestion question = through_others();
  question.min_hops = 1;
  for (const Relation relation : {Relation::contains, Relation::consists_of, Relation::made_from,
                                  Relation::sourced_from, Relation::processed_at})
    question.follow.set(static_cast<std::size_t>(relation));
  return question;
}

/// The answers of one question over the products of a graph.
class Traced {
 public:
  explicit Traced(const TableTexts& texts, const PathQuestion& question = by_parts())
      : g_(texts),
        question_(question),
        closure_(g_.graph, doubtful_parties(g_.graph)),
        traces_(g_.graph, question_, closure_, [this]() -> const PathSearch& {
          if (!search_) search_ = std::make_unique<PathSearch>(g_.graph, question_, closure_);
          return *search_;
        }) {}

  [[nodiscard]] std::string verdict(std::string_view id) const {
    const ProductTrace& trace = traces_.of(product(id));
    if (trace.truth == Truth::yes) return "flagged";
    if (trace.truth == Truth::no) return "clear";
    const std::string cause = said(trace.cause), list = said(trace.list);
    return "open: " + cause + (cause.empty() || list.empty() ? "" : "; ") + list;
  }
  [[nodiscard]] std::string path(std::string_view id) const { return chain_of(traces_.proof(product(id))); }
  [[nodiscard]] std::vector<std::string> rests_on(std::string_view id) const {
    std::vector<std::string> cells;
    for (const Closing& cell : traces_.rests_on(product(id), 20)) cells.push_back(place(cell));
    return cells;
  }
  [[nodiscard]] std::vector<std::string> ids() const {
    std::vector<std::string> all;
    for (std::uint32_t p = 0; p < g_.graph.products.size(); ++p) all.push_back(product_entity(g_.graph, p).id);
    return all;
  }
  [[nodiscard]] bool has(std::string_view id) const {
    const std::vector<std::string> all = ids();
    return std::find(all.begin(), all.end(), id) != all.end();
  }
  [[nodiscard]] bool searched() const { return search_ != nullptr; }

 private:
  [[nodiscard]] std::uint32_t product(std::string_view id) const {
    for (std::uint32_t p = 0; p < g_.graph.products.size(); ++p)
      if (product_entity(g_.graph, p).id == id) return p;
    throw std::runtime_error("no product " + std::string(id));
  }
  [[nodiscard]] std::string said(const PathCause& cause) const {
    if (cause.kind == PathCause::Kind::none) return {};
    if (cause.kind == PathCause::Kind::frontier) return "frontier " + entity_of(g_.graph, cause.vertex).name;
    return std::string(to_string(cause.why)) + " " + std::string(info(cause.cell.field).name) + " at " +
           place(cause.cell);
  }
  [[nodiscard]] std::string place(CellRef cell) const {
    const CellPlace at = g_.tables.place(cell);
    return at.file + ":" + std::to_string(at.line);
  }

  GraphText g_;
  PathQuestion question_;
  Closure closure_;
  mutable std::unique_ptr<PathSearch> search_;
  ProductTraces traces_;
};

}  // namespace assay::test
