#pragma once

// Asks the question of the rule on indirect origin over a graph written in a test, and says the answers in words.

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "graph/closure.h"
#include "graph/paths.h"
#include "support/graph_text.h"

namespace assay::test {

inline PathQuestion question_of(std::initializer_list<Relation> follow, std::initializer_list<VertexKind> to,
                                unsigned min_hops) {
  PathQuestion question;
  for (const Relation relation : follow) question.follow.set(static_cast<std::size_t>(relation));
  for (const VertexKind kind : to) question.target_kinds.set(static_cast<std::size_t>(kind));
  question.min_hops = min_hops;
  question.max_hops = 1'000'000;
  return question;
}

/// Can what was bought be traced, through others, to the DPRK?
inline PathQuestion through_others() {
  return question_of(
      {Relation::sold_by, Relation::supplied_by, Relation::declares_origin, Relation::located_in, Relation::works_at},
      {VertexKind::country, VertexKind::place, VertexKind::facility}, 3);
}

/// Does the row itself, or who sold it, say that it is from there?
inline PathQuestion directly() {
  return question_of({Relation::sold_by, Relation::declares_origin, Relation::located_in, Relation::works_at},
                     {VertexKind::country, VertexKind::facility}, 1);
}

/// Was it loaded there, or carried through?
inline PathQuestion touching() {
  return question_of({Relation::loaded_at, Relation::passed_through}, {VertexKind::country, VertexKind::place}, 1);
}

/// "S2 > Ferry Trading > S1 > KP"; each step checked to begin where the last one ended, and to have a cell.
inline std::string chain_of(const std::vector<PathStep>& steps) {
  std::string text;
  Entity last;
  for (const PathStep& step : steps) {
    if (text.empty())
      text = step.from.name;
    else
      EXPECT_EQ(step.from, last);
    EXPECT_TRUE(step.cell.exists());
    text += " > " + step.to.name;
    last = step.to;
  }
  return text;
}

/// The answers of one question over one graph.
class Searched {
 public:
  explicit Searched(const GraphText& g, const PathQuestion& question = through_others())
      : g_(g), closure_(g.graph, doubtful_parties(g.graph)), search_(g.graph, question, closure_) {}

  [[nodiscard]] const PathSearch& search() const { return search_; }

  /// "flagged", "open: why", "clear".
  [[nodiscard]] std::string verdict(std::string_view id) const {
    const std::uint32_t shipment = g_.shipment(id);
    switch (search_.answer().at(shipment)) {
      case Truth::yes:
        return "flagged";
      case Truth::unknown:
        return "open: " + cause(shipment);
      default:
        return "clear";
    }
  }

  [[nodiscard]] std::string path(std::string_view id) const { return chain_of(search_.proof(g_.shipment(id))); }

  /// The cells on which a clear answer rests, as "file:line".
  [[nodiscard]] std::vector<std::string> rests_on(std::string_view id) const {
    std::vector<std::string> cells;
    for (const Closing& cell : search_.rests_on(g_.shipment(id), 20)) cells.push_back(place(cell));
    return cells;
  }

 private:
  /// "blank shipment.date at shipments.csv:2", "frontier Ferry Trading".
  [[nodiscard]] std::string cause(std::uint32_t shipment) const {
    const PathCause cause = search_.cause(shipment);
    if (cause.kind == PathCause::Kind::none) return "no cause";
    if (cause.kind == PathCause::Kind::frontier) return "frontier " + entity_of(g_.graph, cause.vertex).name;
    std::string text = std::string(to_string(cause.why)) + " " + std::string(info(cause.cell.field).name);
    if (cause.why != Known::not_asked) text += " at " + place(cause.cell);
    return text;
  }

  [[nodiscard]] std::string place(CellRef cell) const {
    const CellPlace at = g_.tables.place(cell);
    return at.file + ":" + std::to_string(at.line);
  }

  const GraphText& g_;
  Closure closure_;
  PathSearch search_;
};

}  // namespace assay::test
