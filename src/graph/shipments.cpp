#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/hash.h"
#include "base/text.h"
#include "graph/builder.h"
#include "graph/korea_sign.h"

namespace assay {
namespace {

/// What a goods row's HS code and commodity say together, one number for each pair of texts.
class GoodsReader {
 public:
  GoodsReader(const Reference& reference, GoodsPool& pool, GoodsTexts& texts, Complaints& complaints)
      : reference_(reference), pool_(pool), goods_texts_(texts), complaints_(complaints) {}

  GoodsId read(Rows& rows) {
    const std::string_view hs = rows.text(Field::shipment_hs_code);
    const std::uint32_t code = codes_.intern(hs);
    const std::uint32_t text = texts_.intern(rows.text(Field::shipment_commodity));
    const std::uint64_t pair =
        std::uint64_t{code} << 33 | std::uint64_t{text} << 1 | (rows.has(Field::shipment_hs_code) ? 1 : 0);
    const auto [at, is_new] = pairs_.emplace(pair, static_cast<GoodsId>(pool_.goods.size()));
    if (is_new) pool_.goods.push_back(judge(rows));
    if (pool_.goods[at->second].hs.known == Known::unreadable)
      complaints_.add(Level::warning, rows.cell(Field::shipment_hs_code), "is no HS code",
                      fmt::format("\"{}\" is no HS code: it has 2, 4, 6, 8 or 10 digits", shorten(hs, 40)),
                      "export the column as text; a spreadsheet drops leading zeros and long digits");
    return at->second;
  }

 private:
  Goods judge(Rows& rows) {
    Goods goods;
    goods.hs = rows.has(Field::shipment_hs_code) ? parse_hs(rows.text(Field::shipment_hs_code))
                                                 : HsCode{{}, Known::not_asked};
    goods.heading = heading_of(goods.hs);
    goods.text = goods_texts_.number(rows.text(Field::shipment_commodity));
    goods.exposed_known = reference_.exposed_goods(goods.hs.digits, goods.exposed) == Known::yes;
    return goods;
  }

  const Reference& reference_;
  GoodsPool& pool_;
  GoodsTexts& goods_texts_;
  Complaints& complaints_;
  TextPool codes_, texts_;
  std::unordered_map<std::uint64_t, GoodsId> pairs_;
};

/// Ports and transits, one number for each text (and the country that the row gives beside it).
class PlacesReader {
 public:
  PlacesReader(const Reference& reference, PlacesPool& pool) : reference_(reference), pool_(pool) {}

  PlacesId port(std::string_view text, Country stated) {
    return number(text, stated, [this](std::string_view port, Country country) {
      PlacesValue value;
      port = trim(port);
      if (is_blank_word(port)) return value;
      value.known = Known::yes;
      if (!is_none_word(port)) add(value, port, country);
      return value;
    });
  }

  PlacesId transit(std::string_view text) {
    return number(text, Country('*', '*'), [this](std::string_view places, Country) {
      PlacesValue value;
      places = trim(places);
      if (is_blank_word(places)) return value;
      value.known = Known::yes;
      if (is_none_word(places)) return value;
      for (const std::string_view place : split(places, ">;/|、，→")) add(value, place, Country(Known::not_asked));
      return value;
    });
  }

  PlacesId not_asked() {
    if (not_asked_ == no_vertex) {
      not_asked_ = static_cast<PlacesId>(pool_.values.size());
      PlacesValue value;
      value.known = Known::not_asked;
      value.maybe_dprk = true;
      pool_.values.push_back(value);
    }
    return not_asked_;
  }

 private:
  template <class Judge>
  PlacesId number(std::string_view text, Country stated, Judge judge) {
    const std::uint64_t key = std::uint64_t{texts_.intern(text)} << 16 | stated.raw();
    const auto [at, is_new] = numbers_.emplace(key, static_cast<PlacesId>(pool_.values.size()));
    if (is_new) {
      PlacesValue value = judge(text, stated);
      if (value.known != Known::yes) value.maybe_dprk = true;
      pool_.values.push_back(std::move(value));
    }
    return at->second;
  }

  void add(PlacesValue& value, std::string_view text, Country stated) {
    PlaceReading place = reference_.place(text, stated);
    if (place.country == north_korea) value.surely_dprk = true;
    if (place.country.may_be(north_korea)) value.maybe_dprk = true;
    if (!place.country.is_known()) value.known = place.country.known();
    value.places.push_back(std::move(place));
  }

  const Reference& reference_;
  PlacesPool& pool_;
  TextPool texts_;
  std::unordered_map<std::uint64_t, PlacesId> numbers_;
  PlacesId not_asked_ = no_vertex;
};

/// In which country goods were unloaded: as the row states it. Where it leaves that out, or says only "Korea", the
/// port of discharge decides, if it is known where that lies. It overrules no country that is stated.
class DischargeReader {
 public:
  DischargeReader(CellReader& cells, const Reference& reference, Complaints& complaints)
      : cells_(cells), reference_(reference), complaints_(complaints) {}

  void read(Rows& rows, Shipments& s) {
    const Country stated = cells_.country(rows, Field::shipment_discharge_country);
    s.discharge_country.push_back(stated);
    if (!rows.has(Field::shipment_discharge_port) || stated.known() == Known::unreadable) return;
    const bool korea = stated.known() == Known::ambiguous;
    const Country at = (korea ? in_korea_ : alone_)(rows.text(Field::shipment_discharge_port),
                                                    [&](std::string_view port) { return where(port, korea); });
    if (stated.is_known()) {
      if (at.is_known() && at != stated) complain(rows, stated, at);
    } else if (at.is_known() || stated.known() == Known::not_asked) {
      s.discharge_by_port.set(s.discharge_country.size() - 1);
      s.discharge_country.back() = at;
    }
  }

 private:
  [[nodiscard]] Country where(std::string_view port, bool korea) const {
    if (is_none_word(trim(port))) return Country(Known::blank);
    return reference_.place(port, Country(korea ? Known::ambiguous : Known::not_asked)).country;
  }

  void complain(Rows& rows, Country stated, Country at) {
    complaints_.add(Level::warning, rows.cell(Field::shipment_discharge_country), "is not where the port lies",
                    fmt::format("the row states {} as the country of unloading, and its port of discharge lies in {}",
                                stated.code(), at.code()),
                    "the country that is stated counts; correct one of the two cells");
  }

  CellReader& cells_;
  const Reference& reference_;
  Complaints& complaints_;
  Judged<Country> alone_, in_korea_;  ///< by text of the port
};

/// A number from what the row says, not from where it stands: breaks ties, and names rows that have no id. Every cell
/// that says something counts, so rows with one number say the same; a column that is not there says as much as an
/// empty one.
class ContentKey {
 public:
  explicit ContentKey(const Table& table) {
    for (const FieldInfo& one : all_fields())
      if (one.table == TableKind::shipments && table.has(one.field))
        fields_.emplace_back(one.field, hash_text(one.name));
  }

  std::uint64_t operator()(Rows& rows) const {
    std::uint64_t key = 0;
    for (const auto& [field, name] : fields_)
      if (const std::string_view text = rows.text(field); !text.empty()) key = hash_text(text, key ^ name);
    return key;
  }

 private:
  std::vector<std::pair<Field, std::uint64_t>> fields_;  ///< each with a number from its name
};

constexpr VesselColumns vessel_columns = {Field::shipment_vessel, Field::shipment_imo, Field::shipment_flag};

bool names_vessels(const Tables& tables) {
  return tables.has(Field::shipment_vessel) || tables.has(Field::shipment_imo);
}

void reserve(Shipments& s, std::size_t rows) {
  s.seller.reserve(rows);
  s.buyer.reserve(rows);
  s.date.reserve(rows);
  s.goods.reserve(rows);
  s.origin.reserve(rows);
  s.load_country.reserve(rows);
  s.discharge_country.reserve(rows);
  s.load_port.reserve(rows);
  s.transit.reserve(rows);
  s.key.reserve(rows);
}

}  // namespace

/// "Korea" beside a port that only the south has is the south. A port of the north speaks for itself.
Country ShipmentReader::loading_country(Rows& rows, Country stated) {
  constexpr std::array beside = {Field::shipment_load_port};
  if (stated.known() != Known::ambiguous ||
      !is_plain_korea(rows.text(Field::shipment_load_country), *graph_.reference))
    return stated;
  return korea_sign(rows, beside, *graph_.reference).country == south_korea ? south_korea : stated;
}

ShipmentReader::ShipmentReader(SupplyGraph& graph)
    : graph_(graph),
      complaints_(*graph.tables),
      cells_(graph, complaints_),
      goods_texts_(goods_),
      vessels_(complaints_, cells_) {}

void ShipmentReader::read() {
  Shipments& s = graph_.shipments;
  const std::vector<std::uint16_t> numbers = tables_of(*graph_.tables, TableKind::shipments);
  std::size_t rows = 0;
  for (const std::uint16_t number : numbers) rows += graph_.tables->file_of(graph_.tables->tables[number]).rows();
  reserve(s, rows);
  if (names_vessels(*graph_.tables)) s.vessel.reserve(rows);
  s.discharge_by_port = Bits(rows);
  id_hashes_.reserve(rows);
  for (const std::uint16_t number : numbers) {
    s.tables.push_back(number);
    s.first_of_table.push_back(static_cast<std::uint32_t>(s.size()));
    read_table(number);
  }
  s.first_of_table.push_back(static_cast<std::uint32_t>(s.size()));
  find_conflicts();
  std::sort(s.repeats.begin(), s.repeats.end());
}

void ShipmentReader::read_table(std::uint16_t number) {
  Shipments& s = graph_.shipments;
  GoodsReader goods(*graph_.reference, goods_, goods_texts_, complaints_);
  PlacesReader places(*graph_.reference, graph_.places);
  DischargeReader discharge(cells_, *graph_.reference, complaints_);
  const ContentKey content_key(graph_.tables->tables[number]);
  Rows rows(*graph_.tables, number);
  const auto party = [&](Field field) {
    const std::uint32_t text = parties_.intern(rows.text(field));
    if (text == party_cells_.size()) party_cells_.push_back(rows.cell(field));
    // The first column that says it, not the first row.
    if (CellRef& named = party_cells_[text]; named.table == number && field < named.field) named = rows.cell(field);
    return text;
  };
  const bool with_vessels = names_vessels(*graph_.tables);
  const bool has_gaps = !graph_.tables->file_of(graph_.tables->tables[number]).excluded.empty();
  s.records.emplace_back();
  while (rows.next()) {
    if (has_gaps) s.records.back().push_back(rows.record());
    s.seller.push_back(party(Field::shipment_supplier));
    s.buyer.push_back(party(Field::shipment_buyer));
    s.date.push_back(cells_.date(rows, Field::shipment_date));
    s.goods.push_back(goods.read(rows));
    s.origin.push_back(cells_.country(rows, Field::shipment_origin_country));
    const Country stated = cells_.country(rows, Field::shipment_load_country);
    s.load_port.push_back(rows.has(Field::shipment_load_port)
                              ? places.port(rows.text(Field::shipment_load_port), stated)
                              : places.not_asked());
    s.load_country.push_back(loading_country(rows, stated));
    s.transit.push_back(rows.has(Field::shipment_transit) ? places.transit(rows.text(Field::shipment_transit))
                                                          : places.not_asked());
    if (with_vessels) s.vessel.push_back(vessels_.number(rows, vessel_columns, s.date[s.date.size() - 1]));
    discharge.read(rows, s);
    s.key.push_back(content_key(rows));
    const std::string_view id = trim(rows.text(Field::shipment_id));
    id_hashes_.push_back(is_blank_word(id) ? 0 : static_cast<std::uint32_t>(hash_text(id)) | 1);
  }
}

/// Two rows of one id in one table that say different things: both are evaluated, and the user is told. Rows without
/// an id that say the same, in whichever table, are numbered.
void ShipmentReader::find_conflicts() {
  Shipments& s = graph_.shipments;
  const std::vector<std::uint32_t> id_hashes = std::move(id_hashes_);
  std::size_t size = 64;
  while (size < 2 * id_hashes.size()) size *= 2;
  std::vector<std::uint32_t> slots(size, 0);  // place in id_hashes + 1
  const auto id_of = [&](std::uint32_t i) { return graph_.tables->text(s.cell(i, Field::shipment_id)); };
  std::unordered_map<std::uint32_t, std::uint32_t> repeats;
  for (std::uint32_t i = 0; i < id_hashes.size(); ++i) {
    const std::uint64_t key = id_hashes[i] != 0 ? id_hashes[i] : s.key[i];
    for (std::size_t at = key * 0x9E3779B97F4A7C15 >> 32 & (size - 1);; at = (at + 1) & (size - 1)) {
      if (slots[at] == 0) {
        slots[at] = i + 1;
        break;
      }
      const std::uint32_t other = slots[at] - 1;
      if (id_hashes[other] != id_hashes[i]) continue;
      const bool same_row = s.key[other] == s.key[i];
      if (id_hashes[i] == 0) {
        if (!same_row) continue;
        s.repeats.emplace_back(i, ++repeats[other]);
        break;
      }
      if (s.cell(other, Field::shipment_id).table != s.cell(i, Field::shipment_id).table) continue;
      if (same_row) break;
      if (trim(id_of(other)) != trim(id_of(i))) continue;  // two ids with one hash
      complaints_.add(Level::warning, s.cell(i, Field::shipment_id), "data conflict: one id, unequal rows",
                      "data conflict: another row of this id says something else; both are evaluated and the worse "
                      "counts");
      break;
    }
  }
}

void ShipmentReader::resolve(Builder& builder) {
  Shipments& s = graph_.shipments;
  std::vector<VertexId> vertices(parties_.size());
  for (std::uint32_t text = 0; text < vertices.size(); ++text)
    vertices[text] = builder.parties.find(parties_[text], party_cells_[text]);
  for (std::vector<VertexId>* column : {&s.seller, &s.buyer})
    for (VertexId& party : *column) party = vertices[party];
  for (Goods& goods : goods_.goods) goods.text = builder.goods_texts.number(goods_.texts[goods.text]);
  graph_.goods.goods = std::move(goods_.goods);
  complaints_.hand_over(builder.complaints);
}

CellRef Shipments::cell(std::uint32_t shipment, Field field) const {
  std::size_t table = 0;
  while (first_of_table[table + 1] <= shipment) ++table;  // there are few
  const std::uint32_t row = shipment - first_of_table[table];
  return {tables[table], field, records[table].empty() ? row : records[table][row]};
}

std::uint32_t Shipments::at(std::uint16_t table, std::uint32_t record) const {
  const auto t = static_cast<std::size_t>(std::find(tables.begin(), tables.end(), table) - tables.begin());
  const std::vector<std::uint32_t>& of_table = records[t];
  const auto row =
      of_table.empty()
          ? record
          : static_cast<std::uint32_t>(std::lower_bound(of_table.begin(), of_table.end(), record) - of_table.begin());
  return first_of_table[t] + row;
}

}  // namespace assay
