#pragma once

// Tables written in a test, read as an audit reads them and built into a graph, and words for what is in it.

#include <algorithm>
#include <initializer_list>
#include <numeric>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "audit/packs.h"
#include "base/text.h"
#include "graph/graph.h"
#include "readers/read.h"
#include "rules/load.h"

namespace assay::test {

/// The shipped pack, loaded once a process.
inline const LoadedPacks& shipped_packs() {
  static const LoadedPacks packs = [] {
    LoadedPacks loaded;
    Diagnostics diagnostics;
    if (load_packs({shipped_pack()}, loaded, diagnostics)) return loaded;
    throw std::runtime_error("the shipped pack is refused: " + format_diagnostic(diagnostics.at(0)));
  }();
  return packs;
}

/// A text whose lines were moved in to stand well in the source: without blanks in front of them, and without the
/// empty first line.
inline std::string flush_left(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    while (!line.empty() && line.front() == ' ') line.remove_prefix(1);
    if (!line.empty()) out += std::string(line) + "\n";
  }
  return out;
}

inline Day day(std::string_view text) {
  const Date date = parse_date(text);
  if (date.known != Known::yes) throw std::invalid_argument("no date: " + std::string(text));
  return date.first;
}

/// Tables by name, each with its CSV text; lines may be moved in.
struct TableTexts {
  std::vector<std::pair<std::string, std::string>> list;
  TableTexts(std::initializer_list<std::pair<std::string, std::string>> texts) : list(texts) {}
};

/// A graph with the tables that it refers to. Vertices and shipments are asked for by name; a name that nothing has
/// throws.
struct GraphText {
  Diagnostics diagnostics;
  Tables tables;
  SupplyGraph graph;

  explicit GraphText(const TableTexts& texts, std::string_view as_of = "2020-01-01") {
    std::vector<std::pair<std::string, std::string>> files;
    for (const auto& [table, text] : texts.list) files.emplace_back(table + ".csv", flush_left(text));
    ReadResult read = read_texts(files, diagnostics);
    if (read.refused) throw std::invalid_argument("refused: " + format_diagnostic(diagnostics.at(0)));
    tables = std::move(read.tables);
    graph = build_graph(tables, shipped_packs().reference, day(as_of), diagnostics);
  }
  GraphText(const GraphText&) = delete;
  GraphText& operator=(const GraphText&) = delete;
  GraphText(GraphText&&) = delete;
  GraphText& operator=(GraphText&&) = delete;
  ~GraphText() = default;

  [[nodiscard]] std::uint32_t shipment(std::string_view id) const {
    for (std::uint32_t s = 0; s < graph.shipments.size(); ++s)
      if (shipment_entity(graph, s).id == id) return s;
    throw std::out_of_range("no shipment is " + std::string(id));
  }

  /// The first vertex of this kind and name, in canonical order.
  [[nodiscard]] VertexId vertex(VertexKind kind, std::string_view name) const {
    for (const VertexId v : by_rank())
      if (graph.vertices.kind[v] == kind && entity_of(graph, v).name == name) return v;
    throw std::out_of_range("nobody is " + std::string(name));
  }
  [[nodiscard]] VertexId company(std::string_view name) const { return vertex(VertexKind::company, name); }
  [[nodiscard]] VertexId facility(std::string_view name) const { return vertex(VertexKind::facility, name); }

  [[nodiscard]] std::vector<VertexId> by_rank() const {
    std::vector<VertexId> order(graph.vertices.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(),
              [this](VertexId a, VertexId b) { return graph.vertices.rank[a] < graph.vertices.rank[b]; });
    return order;
  }

  /// "listed CN:Ferry Trading", "unresolved ?:Hill Mine", "ambiguous ?:Ferry Trading", "nobody".
  [[nodiscard]] std::string show(VertexId vertex) const {
    if (vertex == no_vertex) return "nobody";
    constexpr std::string_view standings[] = {"listed", "unresolved", "ambiguous", "implied"};
    return std::string(standings[static_cast<std::size_t>(graph.vertices.standing[vertex])]) + " " +
           entity_of(graph, vertex).id;
  }

  /// All companies in canonical order, as show() says them.
  [[nodiscard]] std::vector<std::string> companies() const {
    std::vector<std::string> all;
    for (const VertexId v : by_rank())
      if (graph.vertices.kind[v] == VertexKind::company) all.push_back(show(v));
    return all;
  }

  [[nodiscard]] std::string seller(std::string_view id) const { return show(graph.shipments.seller[shipment(id)]); }
  [[nodiscard]] std::string buyer(std::string_view id) const { return show(graph.shipments.buyer[shipment(id)]); }

  /// Diagnostics whose message holds the words, as "file:line:column".
  [[nodiscard]] std::vector<std::string> complaints(std::string_view words) const {
    std::vector<std::string> places;
    for (const Diagnostic& d : diagnostics)
      if (d.message.find(words) != std::string::npos)
        places.push_back(d.at.file + ":" + std::to_string(d.at.line) + ":" + std::to_string(d.at.column));
    return places;
  }
};

}  // namespace assay::test
