#pragma once

#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/complaints.h"
#include "graph/graph.h"
#include "graph/text_pool.h"

namespace assay {

/// Vertices by a text's number: mostly one, seldom several.
class Named {
 public:
  void add(std::uint32_t text, VertexId vertex);
  /// Appends the vertices of a text.
  void find(std::uint32_t text, std::vector<VertexId>& out) const;
  [[nodiscard]] const std::unordered_map<std::uint32_t, std::vector<VertexId>>& ambiguous() const { return more_; }

 private:
  std::vector<VertexId> first_;
  std::unordered_map<std::uint32_t, std::vector<VertexId>> more_;  ///< all of them, where there are several
};

/// Of several cells that name a vertex, the one to show: the least text, then file and column, whatever the order of
/// rows.
bool comes_first(const Tables& tables, CellRef a, CellRef b);

/// What a vertex is ordered by: an identifier, else a country and a folded name. Texts are numbers of a pool.
struct VertexKey {
  enum class Form : std::uint8_t { identifier, name, code, unresolved, ambiguous, facility, implied };
  Form form = Form::name;
  Country country;
  std::uint32_t text = 0;
};

/// Who the parties are, and whom a reference to a party means: the text is an id of a suppliers row or a name.
class Parties {
 public:
  Parties(SupplyGraph& graph, Complaints& complaints) : graph_(graph), complaints_(complaints) {}

  /// Makes a vertex for each party that rows of suppliers name, and remembers their ids and names.
  void read_suppliers();
  /// Whom a cell names; no_vertex for a blank one. The first use of an unknown name makes an unresolved vertex.
  VertexId find(std::string_view text, CellRef cell);
  /// Whether a text names a party that a row lists, or one that was found before.
  [[nodiscard]] bool knows(std::string_view text) const;
  VertexId add(VertexKind kind, Standing standing, CellRef name, Country country, VertexKey key);
  /// A number for a text of a key.
  std::uint32_t key_text(std::string_view text) { return texts_.intern(text); }
  /// Fills the ranks of all vertices: the canonical order, whatever the order of rows.
  void rank();

 private:
  struct Row;
  Row read_row(Rows& rows);
  std::vector<Row> gather();
  std::vector<std::uint32_t> cluster(const std::vector<Row>& rows);
  void keep_apart(const std::vector<Row>& rows, const std::vector<std::uint32_t>& namesakes, struct UnionFind& sets);
  void make_party(const std::vector<const Row*>& rows);
  void complain_of_ambiguity(const Named& named, std::string_view what);
  VertexId resolve(std::string_view text, CellRef cell);

  SupplyGraph& graph_;
  Complaints& complaints_;
  TextPool texts_;               ///< folded names, identifiers
  TextPool references_;          ///< as written, and ids of suppliers
  std::vector<VertexKey> keys_;  ///< by vertex
  Judged<CountryReading> countries_;
  Named by_code_;                                       ///< by number of references_
  Named by_name_;                                       ///< by number of texts_
  std::vector<VertexId> resolved_;                      ///< by number of references_; not_resolved at first
  std::unordered_map<std::uint64_t, VertexId> others_;  ///< unresolved and ambiguous ones, by form and text
};

}  // namespace assay
