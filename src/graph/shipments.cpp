#include <algorithm>

#include <fmt/format.h>

#include "base/hash.h"
#include "base/text.h"
#include "graph/builder.h"

namespace assay {
namespace {

/// What a goods row's HS code and commodity say together, one number for each pair of texts.
class GoodsReader {
 public:
  explicit GoodsReader(Builder& builder) : builder_(builder) {}

  GoodsId read(Rows& rows) {
    const std::string_view hs = rows.text(Field::shipment_hs_code);
    const std::uint32_t code = codes_.intern(hs);
    const std::uint32_t text = texts_.intern(rows.text(Field::shipment_commodity));
    const auto [at, is_new] =
        pairs_.emplace(std::uint64_t{code} << 32 | text, static_cast<GoodsId>(builder_.graph.goods.goods.size()));
    if (is_new) builder_.graph.goods.goods.push_back(judge(rows));
    const Goods& goods = builder_.graph.goods.goods[at->second];
    if (goods.hs.known == Known::unreadable && rows.has(Field::shipment_hs_code))
      builder_.complaints.add(Level::warning, rows.cell(Field::shipment_hs_code), "is no HS code",
                              fmt::format("\"{}\" is no HS code: it has 2, 4, 6, 8 or 10 digits", shorten(hs, 40)),
                              "export the column as text; a spreadsheet drops leading zeros and long digits");
    return at->second;
  }

 private:
  Goods judge(Rows& rows) {
    Goods goods;
    goods.hs = rows.has(Field::shipment_hs_code) ? parse_hs(rows.text(Field::shipment_hs_code))
                                                 : HsCode{{}, Known::not_asked};
    if (goods.hs.digits.size() >= 4)
      goods.heading = static_cast<unsigned>((goods.hs.digits[0] - '0') * 1000 + (goods.hs.digits[1] - '0') * 100 +
                                            (goods.hs.digits[2] - '0') * 10 + (goods.hs.digits[3] - '0'));
    goods.text = builder_.goods_text(rows.text(Field::shipment_commodity));
    goods.exposed_known =
        builder_.graph.reference->exposed_goods(goods.hs.digits, goods.exposed) == Known::yes;
    return goods;
  }

  Builder& builder_;
  TextPool codes_, texts_;
  std::unordered_map<std::uint64_t, GoodsId> pairs_;
};

/// Ports and transits, one number for each text (and the country that the row gives beside it).
class PlacesReader {
 public:
  explicit PlacesReader(Builder& builder) : builder_(builder) {}

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
      for (const std::string_view place : split(places, ">;/|、，")) add(value, place, Country(Known::not_asked));
      return value;
    });
  }

  PlacesId not_asked() {
    if (not_asked_ == no_vertex) {
      not_asked_ = static_cast<PlacesId>(builder_.graph.places.values.size());
      PlacesValue value;
      value.known = Known::not_asked;
      value.maybe_dprk = true;
      builder_.graph.places.values.push_back(value);
    }
    return not_asked_;
  }

 private:
  template <class Judge>
  PlacesId number(std::string_view text, Country stated, Judge judge) {
    const std::uint64_t key = std::uint64_t{texts_.intern(text)} << 16 | raw(stated);
    const auto [at, is_new] = numbers_.emplace(key, static_cast<PlacesId>(builder_.graph.places.values.size()));
    if (is_new) {
      PlacesValue value = judge(text, stated);
      if (value.known != Known::yes) value.maybe_dprk = true;
      builder_.graph.places.values.push_back(std::move(value));
    }
    return at->second;
  }

  static std::uint64_t raw(Country country) {
    if (!country.is_known()) return static_cast<std::uint64_t>(country.known());
    const std::string code = country.code();
    return static_cast<std::uint64_t>(static_cast<unsigned char>(code[0]) << 8 | static_cast<unsigned char>(code[1]));
  }

  void add(PlacesValue& value, std::string_view text, Country stated) {
    PlaceReading place = builder_.graph.reference->place(text, stated);
    if (place.country == north_korea) value.surely_dprk = true;
    if (place.country.may_be(north_korea)) value.maybe_dprk = true;
    if (!place.country.is_known()) value.known = place.country.known();
    value.places.push_back(std::move(place));
  }

  Builder& builder_;
  TextPool texts_;
  std::unordered_map<std::uint64_t, PlacesId> numbers_;
  PlacesId not_asked_ = no_vertex;
};

/// A number from what the row says, not from where it stands: breaks ties, and names rows that have no id.
std::uint64_t content_key(Rows& rows) {
  std::uint64_t key = 0;
  for (const Field field : {Field::shipment_id, Field::shipment_supplier, Field::shipment_buyer, Field::shipment_date,
                            Field::shipment_hs_code, Field::shipment_commodity, Field::shipment_origin_country,
                            Field::shipment_load_port})
    key = hash_text(rows.text(field), key);
  return key;
}

void reserve(Shipments& s, std::size_t rows) {
  s.seller.reserve(rows);
  s.buyer.reserve(rows);
  s.date.reserve(rows);
  s.goods.reserve(rows);
  s.origin.reserve(rows);
  s.load_country.reserve(rows);
  s.load_port.reserve(rows);
  s.transit.reserve(rows);
  s.record.reserve(rows);
  s.key.reserve(rows);
}

}  // namespace

void read_shipments(Builder& builder) {
  SupplyGraph& graph = builder.graph;
  Shipments& s = graph.shipments;
  GoodsReader goods(builder);
  PlacesReader places(builder);
  const std::vector<std::uint16_t> numbers = tables_of(*graph.tables, TableKind::shipments);
  std::size_t rows_in_all = 0;
  for (const std::uint16_t number : numbers)
    rows_in_all += graph.tables->file_of(graph.tables->tables[number]).rows();
  reserve(s, rows_in_all);
  graph.goods.goods.reserve(64);
  for (const std::uint16_t number : numbers) {
    Rows rows(*graph.tables, number);
    s.tables.push_back(number);
    s.first_of_table.push_back(static_cast<std::uint32_t>(s.size()));
    while (rows.next()) {
      s.record.push_back(rows.record());
      s.seller.push_back(builder.parties.find(rows.text(Field::shipment_supplier), rows.cell(Field::shipment_supplier)));
      s.buyer.push_back(builder.parties.find(rows.text(Field::shipment_buyer), rows.cell(Field::shipment_buyer)));
      s.date.push_back(builder.date(rows, Field::shipment_date));
      s.goods.push_back(goods.read(rows));
      s.origin.push_back(builder.country(rows, Field::shipment_origin_country));
      const Country stated = builder.country(rows, Field::shipment_load_country);
      s.load_country.push_back(stated);
      s.load_port.push_back(rows.has(Field::shipment_load_port)
                                ? places.port(rows.text(Field::shipment_load_port), stated)
                                : places.not_asked());
      s.transit.push_back(rows.has(Field::shipment_transit) ? places.transit(rows.text(Field::shipment_transit))
                                                            : places.not_asked());
      s.key.push_back(content_key(rows));
    }
  }
  s.first_of_table.push_back(static_cast<std::uint32_t>(s.size()));
}

CellRef Shipments::cell(std::uint32_t shipment, Field field) const {
  const auto after = std::upper_bound(first_of_table.begin(), first_of_table.end(), shipment);
  const auto table = static_cast<std::size_t>(after - first_of_table.begin()) - 1;
  return {tables[table], field, record[shipment]};
}

}  // namespace assay
