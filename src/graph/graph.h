#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/bits.h"
#include "base/date.h"
#include "base/diagnostic.h"
#include "base/known.h"
#include "graph/columns.h"
#include "graph/documents.h"
#include "graph/goods.h"
#include "graph/lots.h"
#include "graph/products.h"
#include "graph/topology.h"
#include "graph/vessels.h"
#include "graph/vocabulary.h"
#include "reference/country.h"
#include "reference/reference.h"
#include "tables/tables.h"

namespace assay {

/// What stands behind a vertex.
enum class Standing : std::uint8_t {
  listed,      ///< a row of suppliers or sites names it
  unresolved,  ///< only referred to; nothing else is known of it
  ambiguous,   ///< a name that fits several listed parties; it stands for whichever of them is meant
  implied,     ///< must exist, though no table names it (a company's facility)
};

/// Parties, facilities and vessels (of which `country` is the flag), a column an attribute. Frozen after building.
struct Vertices {
  std::vector<VertexKind> kind;
  std::vector<Standing> standing;
  std::vector<CellRef> identifier;    ///< its USCC, LEI, registration number or IMO number; none when it has none
  std::vector<CellRef> name;          ///< the cell that names it (for an implied one: that implies it)
  std::vector<Country> country;       ///< worst of those stated: KP before ambiguous before unknown before others
  std::vector<CellRef> country_cell;  ///< the cell that says so (of a "Korea" that another cell of the row decides,
                                      ///< that one: see korea_sign.h); none when no row has one
  std::vector<Zone> zone;             ///< whether it lies in the border zone
  std::vector<VertexId> party;        ///< of a facility: who operates it; of a company: itself; no_vertex if unknown
  std::vector<std::uint32_t> rank;    ///< place in the canonical order (identifier, else country + folded name)

  [[nodiscard]] std::size_t size() const { return kind.size(); }
};

/// One goods row of an input: an edge, and a subject. Order of the inputs; `rank` order is made where it is needed.
struct Shipments {
  std::vector<VertexId> seller;  ///< no_vertex when the cell says nothing
  std::vector<VertexId> buyer;
  Dates date;
  std::vector<GoodsId> goods;
  std::vector<Country> origin;
  std::vector<Country> load_country;
  /// As the row states it; where it leaves that out, the country of its port of discharge.
  std::vector<Country> discharge_country;
  Bits discharge_by_port;  ///< those of which the port's cell says so, or would
  PlacesColumn load_port;
  PlacesColumn transit;
  std::vector<VertexId> vessel;    ///< no_vertex when the row names none; empty when no table has a column for it
  std::vector<std::uint64_t> key;  ///< from what the row says: breaks ties, names a row without an id
  std::vector<std::uint32_t>
      first_of_table;                 ///< row number of the first shipment of each shipments table, and the end
  std::vector<std::uint16_t> tables;  ///< the number of that table in Tables
  std::vector<std::vector<std::uint32_t>>
      records;  ///< by table: the record of each row; empty when row n is record n
  /// Rows without an id that say the same as n earlier ones: (shipment, n), sorted.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> repeats;

  [[nodiscard]] std::size_t size() const { return seller.size(); }
  [[nodiscard]] CellRef cell(std::uint32_t shipment, Field field) const;
  /// The cell that says in which country the goods were unloaded, or would.
  [[nodiscard]] CellRef discharge_cell(std::uint32_t shipment) const {
    return cell(shipment, discharge_by_port.test(shipment) ? Field::shipment_discharge_port
                                                           : Field::shipment_discharge_country);
  }
  /// The shipment that a record of a shipments table is.
  [[nodiscard]] std::uint32_t at(std::uint16_t table, std::uint32_t record) const;
};

/// A site, with what its own row says of it.
struct Sites {
  std::vector<VertexId> facility;
  std::vector<VertexId> operator_;  ///< no_vertex when the cell says nothing
  std::vector<GoodsTextId> commodity;
  std::vector<bool> mine;    ///< type says mine or quarry
  std::vector<bool> scrap;   ///< type says that scrap is gathered there
  std::vector<CellRef> row;  ///< its site.name (or id) cell
};

/// Smelters and refiners as parties declare them, one entry a row. Several rows may be one facility.
struct Smelters {
  std::vector<VertexId> facility;
  std::vector<VertexId> declared_by;       ///< no_vertex when the cell says nothing
  std::vector<CellRef> row;                ///< the cell that names it
  std::vector<std::uint32_t> by_facility;  ///< entries in the order of facilities
};

/// Groups of workers: those that a row lists, and for each facility the undisclosed rest of its workforce.
struct WorkerGroups {
  std::vector<VertexId> facility;  ///< no_vertex when the row names none
  std::vector<VertexId> employer;  ///< whom to ask: employer, else the facility's operator; no_vertex if unknown
  std::vector<VertexId> provider;  ///< labour provider; no_vertex for none, own staff, or not said
  std::vector<Country> nationality;
  std::vector<Date> from, to;
  std::vector<CellRef> row;   ///< the row's cell that names the site or employer; the implying cell of a rest
  std::vector<bool> implied;  ///< the undisclosed rest

  [[nodiscard]] std::size_t size() const { return facility.size(); }
};

/// A row of suppliers and the party that it names: a party may have several.
struct PartyRow {
  VertexId party = no_vertex;
  CellRef name;  ///< its supplier.name cell (supplier.id where that is blank)
};

struct Declarations {
  std::vector<VertexId> party;  ///< no_vertex when blank; an ambiguous party closes nothing
  std::vector<Statement> statement;
  std::vector<GoodsTextId> goods;
  std::vector<Date> from, to, date;
  std::vector<Grade> grade;
  std::vector<bool> usable;  ///< every cell that it needs says something: only such a declaration closes anything
  std::vector<CellRef> row;  ///< its party cell

  [[nodiscard]] std::size_t size() const { return party.size(); }
};

/// A relation between vertices as a row or a column states it. Edges of `relations` refer to it by number.
struct Fact {
  VertexId from = no_vertex;  ///< no_vertex: the cell says nothing, it may be anyone
  VertexId to = no_vertex;
  Relation relation{};
  bool sure = true;  ///< false: the word, an end or the time is not known for certain
  CellRef cell;      ///< the cell that says so
};

/// Parts per million of a whole: 500000 is 50 %. Whole numbers, so that sums are exact.
using Parts = std::int32_t;
constexpr Parts whole_share = 1'000'000;

/// What a row says beside the ends of an owned_by: how much is held, and when.
struct Share {
  std::uint32_t fact = 0;             ///< its number in SupplyGraph::facts
  Parts low = 0, high = whole_share;  ///< not known: nothing to the whole
  Known known = Known::not_asked;
  Date from, to;  ///< as the cells say; a `to` may lie after the audit
  CellRef cell;   ///< the share's; the fact's where the table has no such column
};

/// A supplied_by that a row of relations states: a deal of which neither goods nor (mostly) time are known.
struct StatedDeal {
  VertexId seller = no_vertex;
  VertexId buyer = no_vertex;
  Day first = earliest_day;
  Day last = latest_day;
  CellRef cell;  ///< the word that says so
};

/// Who depends on whom. Built from tables, then never changed. Numbers (VertexId, shipment, group) mean nothing
/// outside this graph; whatever is shown or compared goes by canonical key.
struct SupplyGraph {
  const Tables* tables = nullptr;
  const Reference* reference = nullptr;
  Day as_of = 0;

  Vertices vertices;
  std::vector<PartyRow> party_rows;  ///< by party, then as the rows stand
  Shipments shipments;
  Sites sites;
  Smelters smelters;
  Documents documents;
  Vessels vessels;
  VesselEvents vessel_events;
  Lots lots;
  Products products;
  WorkerGroups worker_groups;
  Declarations declarations;
  std::vector<Fact> facts;
  std::vector<Share> shares;  ///< one for each owned_by of `facts`, in their order
  std::vector<StatedDeal> stated_deals;
  GoodsPool goods;
  PlacesPool places;

  /// Of parties in the border zone the cell of a place that says so (place_in_zone in border_zone.h), sorted by
  /// party.
  std::vector<std::pair<VertexId, CellRef>> places_in_zone;
  /// For an ambiguous vertex: the listed parties it may be. Sorted by vertex.
  std::vector<std::pair<VertexId, std::vector<VertexId>>> candidates;
  /// buyer → seller, an edge a shipment (its number is the shipment's). Shipments whose buyer is unknown are in none.
  Topology deals;
  /// from → to, an edge a fact (its number is the fact's). Facts with an unknown end are in none.
  Topology relations;

  [[nodiscard]] std::span<const VertexId> candidates_of(VertexId vertex) const;
  /// Numbers of subjects of a kind are below this. Not every number of a company or a facility is a subject.
  [[nodiscard]] std::size_t subjects(SubjectKind kind) const;
  /// Whether rules are asked of it. Companies, facilities and vessels are numbers of vertices: those of the kind that
  /// a row names, and those that are only referred to; not those that are implied, nor a name that fits several.
  [[nodiscard]] bool is_subject(SubjectKind kind, std::uint32_t number) const;
};

/// Whether a row of smelters names the vertex.
bool is_smelter(const SupplyGraph& graph, VertexId vertex);
/// The entries of `smelters` that declare a facility, by the rank of who does.
std::vector<std::uint32_t> declarations_of_smelter(const SupplyGraph& graph, VertexId smelter);

/// How a vertex or subject is shown: kind, id, name. `id` is an identifier that survives re-sorting of the inputs.
struct Entity {
  VertexKind kind{};
  std::string id;
  std::string name;
  friend bool operator==(const Entity&, const Entity&) = default;
};

Entity entity_of(const SupplyGraph& graph, VertexId vertex);
Entity shipment_entity(const SupplyGraph& graph, std::uint32_t shipment);
Entity worker_group_entity(const SupplyGraph& graph, std::uint32_t group);
Entity lot_entity(const SupplyGraph& graph, std::uint32_t lot);
Entity product_entity(const SupplyGraph& graph, std::uint32_t product);
Entity country_entity(Country country);
Entity subject_entity(const SupplyGraph& graph, SubjectKind kind, std::uint32_t subject);

/// The order in which subjects are listed: shipments by date, then id; lots and products by number; others by
/// canonical rank. Not by row.
bool subject_before(const SupplyGraph& graph, SubjectKind kind, std::uint32_t a, std::uint32_t b);

/// Builds and freezes. `tables` and `reference` must outlive the graph. Diagnostics: cells that cannot be read, data
/// conflicts (same id, unequal rows), merges of rows into one party, dates after as_of (which are unknown then).
SupplyGraph build_graph(const Tables& tables, const Reference& reference, Day as_of, Diagnostics& diagnostics);

}  // namespace assay
