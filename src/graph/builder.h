#pragma once

#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/complaints.h"
#include "graph/graph.h"
#include "graph/parties.h"
#include "graph/text_pool.h"

namespace assay {

/// Reads typed cells of a table, with a complaint for each that cannot be read. One for each thread.
class CellReader {
 public:
  CellReader(const SupplyGraph& graph, Complaints& complaints) : graph_(graph), complaints_(complaints) {}

  /// The country that a cell states; not_asked when the table has no such column.
  Country country(Rows& rows, Field field) {
    CellRef cell;
    return country(rows, field, {}, cell);
  }
  /// The same; a "Korea" is the one that a cell of `beside` decides for, and `decided_by` becomes that cell.
  Country country(Rows& rows, Field field, std::span<const Field> beside, CellRef& decided_by);
  /// A date that lies after the audit's is not known yet: unreadable.
  Date date(Rows& rows, Field field);
  /// A date that may lie after the audit's, such as the end of a holding.
  Date any_date(Rows& rows, Field field);

 private:
  const SupplyGraph& graph_;
  Complaints& complaints_;
  Judged<CountryReading> countries_;
};

/// Commodity texts, folded; 0 for a blank one.
class GoodsTexts {
 public:
  explicit GoodsTexts(GoodsPool& pool);
  GoodsTextId number(std::string_view text);

 private:
  GoodsPool& pool_;
  TextPool as_written_, folded_;
  std::vector<GoodsTextId> numbers_;  ///< by number of as_written_
};

/// The columns that say which vessel is meant.
struct VesselColumns {
  Field name, imo, flag;
  bool has_flag = true;
};

/// Gathers what rows call vessels. One for each thread.
class VesselNamings {
 public:
  VesselNamings(Complaints& complaints, CellReader& cells) : complaints_(complaints), cells_(cells) {}

  /// The number of what a row of this day gives, a place in `all`; no_vertex when it gives neither name nor number.
  std::uint32_t number(Rows& rows, const VesselColumns& columns, const Date& date);

  std::vector<VesselNaming> all;

 private:
  VesselNaming read(Rows& rows, const VesselColumns& columns, std::string_view name, std::string_view imo,
                    Country flag);
  static void point_at(VesselNaming& naming, Rows& rows, const VesselColumns& columns);
  void complain(CellRef cell, std::string_view imo);

  Complaints& complaints_;
  CellReader& cells_;
  TextPool texts_;
  std::unordered_map<std::uint64_t, std::uint32_t> pairs_;    ///< by numbers of name and IMO number
  std::unordered_map<std::uint64_t, std::uint32_t> numbers_;  ///< by pair and flag
};

/// Which vessels a text may mean.
struct VesselIndex {
  std::unordered_map<std::uint32_t, VertexId> by_imo;
  std::unordered_map<std::string, std::vector<VertexId>> by_key;
  std::unordered_map<std::string, VertexId> ambiguous;  ///< by key: the vertex of a name that fits several
};

struct FacilityKey {
  std::uint32_t text = 0;
  VertexId party = no_vertex;
  Country country;
  bool listed = true;
  friend bool operator==(const FacilityKey&, const FacilityKey&) = default;
};

struct FacilityHash {
  std::size_t operator()(const FacilityKey& key) const;
};

/// What the steps of build_graph share.
struct Builder {
  SupplyGraph& graph;
  Complaints complaints;
  Parties parties;
  CellReader cells;
  GoodsTexts goods_texts;
  std::unordered_map<FacilityKey, VertexId, FacilityHash> facilities;
  Named facilities_by_text;  ///< by Parties::key_text of the folded name or id
  VesselIndex vessels;

  explicit Builder(SupplyGraph& the_graph)
      : graph(the_graph),
        complaints(*the_graph.tables),
        parties(the_graph, complaints),
        cells(the_graph, complaints),
        goods_texts(the_graph.goods) {}
};

/// Numbers of the tables of a kind, in order.
std::vector<std::uint16_t> tables_of(const Tables& tables, TableKind kind);
/// Whether the file of a table also names suppliers: a flat file, of which a row may say less than its columns hold.
bool feeds_suppliers(const Tables& tables, std::uint16_t table);

void read_sites(Builder& builder);
/// After sites: a smelter of a site's name is not meant where the site may be.
void read_smelters(Builder& builder);
void read_documents(Builder& builder);
/// Whether the file of a table also lists goods that were sold, or suppliers: a flat file.
bool feeds_goods(const Tables& tables, std::uint16_t number);
void read_products(Builder& builder);
/// After sites, smelters, shipments and products: those name lots too.
void read_lots(Builder& builder);
/// The facility that a text names, among those that a party operates or any; made when there is none.
VertexId find_facility(Builder& builder, std::string_view text, VertexId party, CellRef cell);
/// Makes the vessels that shipments (whose `vessel` holds numbers of `namings` until then) and events name.
void read_vessels(Builder& builder, std::vector<VesselNaming> namings);
void read_vessel_events(Builder& builder, VesselNamings& namings);
/// The vertex of a name that fits several vessels.
VertexId ambiguous_vessel(Builder& builder, const std::string& key, CellRef cell);
/// The vessel that a text names or numbers; no_vertex when no row of shipments or events has such a one.
VertexId find_vessel(Builder& builder, std::string_view text, CellRef cell);
/// When vertices have their ranks.
void order_vessels(SupplyGraph& graph);
void order_vessel_events(SupplyGraph& graph);
/// After vessels: a relation may name one.
void read_relations(Builder& builder);
/// When the graph is whole: rows that contradict each other about shares, rings of ownership.
void check_ownership(const SupplyGraph& graph, Diagnostics& diagnostics);
/// After sites and shipments: a listed group a row, and the undisclosed rest of each facility.
void read_workers(Builder& builder);
void read_declarations(Builder& builder);

/// The columns of all shipments tables. Parties are still texts: the first half needs nothing of the other steps and
/// may run beside them, the second puts the parties in.
class ShipmentReader {
 public:
  explicit ShipmentReader(SupplyGraph& graph);
  void read();
  void resolve(Builder& builder);
  /// What rows call their vessels; Shipments::vessel holds numbers of these.
  std::vector<VesselNaming> take_vessels() { return std::move(vessels_.all); }

 private:
  void read_table(std::uint16_t number);
  Country loading_country(Rows& rows, Country stated);
  void find_conflicts();

  SupplyGraph& graph_;
  Complaints complaints_;
  CellReader cells_;
  GoodsPool goods_;
  GoodsTexts goods_texts_;
  VesselNamings vessels_;
  TextPool parties_;
  std::vector<CellRef> party_cells_;      ///< the first cell of each text
  std::vector<std::uint32_t> id_hashes_;  ///< by shipment; 0 for a row without an id
};

}  // namespace assay
