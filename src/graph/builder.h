#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/complaints.h"
#include "graph/graph.h"
#include "graph/text_pool.h"

namespace assay {

/// What a reference to a party says: whom it names. The text is an id of a suppliers row or a name.
class Parties {
 public:
  Parties(SupplyGraph& graph, Complaints& complaints) : graph_(graph), complaints_(complaints) {}

  /// Makes a vertex for each party that rows of suppliers name, and remembers their ids and names.
  void read_suppliers();
  /// Whom a cell names; no_vertex for a blank one. The first use of an unknown name makes an unresolved vertex.
  VertexId find(std::string_view text, CellRef cell);
  /// The canonical key of a vertex that this class made.
  [[nodiscard]] const std::string& key(VertexId vertex) const { return keys_[vertex]; }
  std::vector<std::string>& keys() { return keys_; }

  VertexId add(VertexKind kind, Standing standing, CellRef name, Country country, std::string key);

 private:
  struct Row;
  std::vector<Row> gather();
  std::vector<std::uint32_t> cluster(const std::vector<Row>& rows);
  void make_party(const std::vector<const Row*>& rows);
  VertexId resolve(std::string_view text, CellRef cell);

  SupplyGraph& graph_;
  Complaints& complaints_;
  std::vector<std::string> keys_;  ///< canonical, by vertex
  Judged<CountryReading> countries_;
  TextPool references_;
  std::vector<VertexId> resolved_;                                   ///< by number of references_
  std::unordered_map<std::string, std::vector<VertexId>> by_code_;   ///< trimmed text of supplier.id
  std::unordered_map<std::string, std::vector<VertexId>> by_name_;   ///< fold_name
  std::unordered_map<std::string, VertexId> by_text_;                ///< unresolved and ambiguous ones, folded
};

/// What the steps of build_graph share.
struct Builder {
  SupplyGraph& graph;
  Complaints complaints;
  Parties parties;
  Judged<CountryReading> countries;
  TextPool goods_texts;

  Builder(SupplyGraph& the_graph)
      : graph(the_graph), complaints(*the_graph.tables), parties(the_graph, complaints) {}

  /// The country that a cell states, with a complaint when it cannot be read.
  Country country(Rows& rows, Field field);
  /// A date that lies after the audit's is not known yet: unreadable, with a complaint.
  Date date(Rows& rows, Field field);
  /// Commodity texts, folded; 0 for a blank one.
  GoodsTextId goods_text(std::string_view text);
  /// The facility of a sites row; rows that say the same are one.
  VertexId facility(Rows& rows, std::string_view name, VertexId party, Country country);

  std::unordered_map<std::string, VertexId> facilities;                       ///< by canonical key
  std::unordered_map<std::string, std::vector<VertexId>> facilities_by_text;  ///< by folded name or id
};

/// Numbers of the tables of a kind, in order.
std::vector<std::uint16_t> tables_of(const Tables& tables, TableKind kind);

void read_sites(Builder& builder);
void read_shipments(Builder& builder);
void read_relations(Builder& builder);
/// After sites and shipments: a listed group a row, and the undisclosed rest of each facility.
void read_workers(Builder& builder);
void read_declarations(Builder& builder);
/// The facility that a text names, among those that a party operates or any; made when there is none.
VertexId find_facility(Builder& builder, std::string_view text, VertexId party, CellRef cell);

}  // namespace assay
