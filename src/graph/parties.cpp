#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

#include <fmt/format.h>

#include "base/identifier.h"
#include "base/text.h"
#include "graph/builder.h"
#include "names/fold.h"

namespace assay {

/// A row of suppliers, as far as identity needs it.
struct Parties::Row {
  CellRef name;
  CellRef country_cell;
  Country country;
  Zone zone = Zone::unknown;
  std::string folded;                      ///< fold_name of the name; empty when blank
  std::string code;                        ///< supplier.id
  std::array<std::string, 3> identifiers;  ///< "uscc:…", "lei:…", "reg:CN:…"; empty where not given
};

namespace {

struct UnionFind {
  std::vector<std::uint32_t> parent;
  explicit UnionFind(std::size_t size) : parent(size) { std::iota(parent.begin(), parent.end(), 0U); }
  std::uint32_t find(std::uint32_t i) {
    while (parent[i] != i) i = parent[i] = parent[parent[i]];
    return i;
  }
  void join(std::uint32_t a, std::uint32_t b) { parent[std::max(find(a), find(b))] = std::min(find(a), find(b)); }
};

constexpr std::array identifier_fields = {Field::supplier_uscc, Field::supplier_lei, Field::supplier_registration_no};

std::string identifier(std::string_view kind, std::string_view text) {
  text = trim(text);
  if (is_blank_word(text) || is_none_word(text)) return {};
  return std::string(kind) + fold(text);
}

/// The border zone by all that the row says of where the party is; a blank among several stays a question.
Zone zone_of(Rows& rows, const Reference& reference, Country country) {
  bool asked = false;
  Zone zone = Zone::no;
  for (const Field field : {Field::supplier_address, Field::supplier_city, Field::supplier_region}) {
    if (!rows.has(field)) continue;
    asked = true;
    zone = std::max(zone, reference.zone(rows.text(field), country));
  }
  if (!asked) zone = reference.zone({}, country);
  if (zone != Zone::yes && reference.zone(rows.text(Field::supplier_name), country) == Zone::yes) zone = Zone::yes;
  return zone;
}

/// How bad a stated country is: the worse one counts when two rows of one party differ.
int weight(Country country) {
  if (country == north_korea) return 3;
  if (country.known() == Known::ambiguous) return 2;
  return country.is_known() ? 0 : 1;
}

}  // namespace

std::vector<std::uint16_t> tables_of(const Tables& tables, TableKind kind) {
  std::vector<std::uint16_t> numbers;
  for (std::size_t i = 0; i < tables.tables.size(); ++i)
    if (tables.tables[i].kind == kind) numbers.push_back(static_cast<std::uint16_t>(i));
  return numbers;
}

VertexId Parties::add(VertexKind kind, Standing standing, CellRef name, Country country, std::string key) {
  Vertices& v = graph_.vertices;
  const auto vertex = static_cast<VertexId>(v.size());
  v.kind.push_back(kind);
  v.standing.push_back(standing);
  v.identifier.push_back({});
  v.name.push_back(name);
  v.country.push_back(country);
  v.country_cell.push_back({});
  v.zone.push_back(Zone::unknown);
  v.party.push_back(kind == VertexKind::company ? vertex : no_vertex);
  keys_.push_back(std::move(key));
  return vertex;
}

std::vector<Parties::Row> Parties::gather() {
  std::vector<Row> result;
  for (const std::uint16_t number : tables_of(*graph_.tables, TableKind::suppliers)) {
    Rows rows(*graph_.tables, number);
    while (rows.next()) {
      Row row;
      row.name = rows.cell(Field::supplier_name);
      const std::string_view name = trim(rows.text(Field::supplier_name));
      if (!is_blank_word(name)) row.folded = fold_name(name);
      row.code = trim(rows.text(Field::supplier_id));
      if (is_blank_word(row.code)) row.code.clear();
      if (row.folded.empty() && row.code.empty()) {
        complaints_.add(Level::warning, row.name, "names nobody", "this row names no supplier",
                        "fill in supplier.name; its other cells are not used");
        continue;
      }
      if (row.folded.empty()) row.name = rows.cell(Field::supplier_id);
      if (rows.has(Field::supplier_country)) {
        row.country_cell = rows.cell(Field::supplier_country);
        const CountryReading& reading = countries_(rows.text(Field::supplier_country),
                                                   [this](std::string_view text) { return graph_.reference->country(text); });
        row.country = reading.country;
        if (reading.country.known() == Known::unreadable || reading.country.known() == Known::ambiguous)
          complaints_.add(Level::warning, row.country_cell, "names no country that is known for certain",
                          fmt::format("\"{}\" names no country that is known for certain",
                                      shorten(rows.text(Field::supplier_country), 40)),
                          "write the ISO 3166 code: KP or KR, CN, …");
      } else {
        row.country = Country(Known::not_asked);
      }
      row.zone = zone_of(rows, *graph_.reference, row.country);
      row.identifiers[0] = identifier("uscc:", rows.text(Field::supplier_uscc));
      row.identifiers[1] = identifier("lei:", rows.text(Field::supplier_lei));
      const std::string registration = identifier("", rows.text(Field::supplier_registration_no));
      if (!registration.empty()) row.identifiers[2] = "reg:" + row.country.code() + ":" + registration;
      result.push_back(std::move(row));
    }
  }
  return result;
}

/// Rows that are one party get one number: the same identifier, or the same known country and name without two
/// values of an identifier among them (rows without any stay apart then, as a party of their own).
std::vector<std::uint32_t> Parties::cluster(const std::vector<Row>& rows) {
  UnionFind sets(rows.size());
  std::unordered_map<std::string_view, std::uint32_t> first_with;
  for (std::uint32_t i = 0; i < rows.size(); ++i)
    for (const std::string& id : rows[i].identifiers)
      if (!id.empty()) sets.join(i, first_with.emplace(id, i).first->second);

  std::map<std::pair<std::string_view, std::string>, std::vector<std::uint32_t>> namesakes;
  {
    std::unordered_map<std::string, std::uint32_t> once;  // most names stand in one row only
    const auto key = [&rows](std::uint32_t i) { return rows[i].country.code() + rows[i].folded; };
    for (std::uint32_t i = 0; i < rows.size(); ++i) {
      if (!rows[i].country.is_known() || rows[i].folded.empty()) continue;
      const auto [found, is_new] = once.emplace(key(i), i);
      if (is_new) continue;
      auto& list = namesakes[{rows[i].folded, rows[i].country.code()}];
      if (list.empty()) list.push_back(found->second);
      list.push_back(i);
    }
  }
  for (const auto& [name, list] : namesakes) {
    std::array<std::string_view, 3> value;
    bool conflict = false;
    for (const std::uint32_t i : list)
      for (std::size_t k = 0; k < 3; ++k) {
        const std::string& id = rows[i].identifiers[k];
        if (id.empty()) continue;
        conflict = conflict || (!value[k].empty() && value[k] != id);
        value[k] = id;
      }
    std::uint32_t anonymous = no_vertex;
    for (const std::uint32_t i : list) {
      const bool has_any = std::any_of(rows[i].identifiers.begin(), rows[i].identifiers.end(),
                                       [](const std::string& id) { return !id.empty(); });
      if (!conflict) {
        sets.join(i, list.front());
      } else if (!has_any) {
        if (anonymous == no_vertex) anonymous = i;
        sets.join(i, anonymous);
      }
    }
    if (conflict)
      complaints_.add(Level::warning, rows[list.back()].name, "data conflict: one name, two identifiers",
                      fmt::format("data conflict: rows of one name and country ({}) have different identifiers, so they "
                                  "are kept apart",
                                  shorten(name.first, 60)));
  }
  std::vector<std::uint32_t> party(rows.size());
  for (std::uint32_t i = 0; i < rows.size(); ++i) party[i] = sets.find(i);
  return party;
}

void Parties::make_party(const std::vector<const Row*>& rows) {
  const Row* named = rows.front();
  const Row* worst = rows.front();
  Zone zone = Zone::no;
  std::string key;
  CellRef identifier_cell;
  for (const Row* row : rows) {
    if (row->folded < named->folded || named->folded.empty()) named = row;
    if (std::tuple(-weight(row->country), row->country.code()) < std::tuple(-weight(worst->country), worst->country.code()))
      worst = row;
    zone = std::max(zone, row->zone);
    for (std::size_t k = 0; k < row->identifiers.size(); ++k) {
      const std::string& id = row->identifiers[k];
      if (id.empty() || (!key.empty() && id >= key)) continue;
      key = id;
      identifier_cell = {row->name.table, identifier_fields[k], row->name.record};
    }
  }
  if (key.empty()) key = worst->country.code() + "|" + (named->folded.empty() ? "#" + named->code : named->folded);
  const VertexId vertex = add(VertexKind::company, Standing::listed, named->name, worst->country, std::move(key));
  graph_.vertices.identifier[vertex] = identifier_cell;
  graph_.vertices.country_cell[vertex] = worst->country_cell;
  graph_.vertices.zone[vertex] = zone;
  for (const Row* row : rows) {
    if (row->country != worst->country)
      complaints_.add(Level::warning, row->country_cell, "data conflict: two countries",
                      "data conflict: another row of this party states another country; the worse one counts");
    for (const auto& [map, text] : {std::pair{&by_code_, &row->code}, {&by_name_, &row->folded}}) {
      if (text->empty()) continue;
      std::vector<VertexId>& list = (*map)[*text];
      if (list.empty() || list.back() != vertex) list.push_back(vertex);
    }
  }
}

void Parties::read_suppliers() {
  const std::vector<Row> rows = gather();
  const std::vector<std::uint32_t> party = cluster(rows);
  std::vector<std::uint32_t> order(rows.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return party[a] < party[b]; });
  std::vector<const Row*> members;
  for (std::size_t i = 0; i < order.size(); ++i) {
    members.push_back(&rows[order[i]]);
    if (i + 1 < order.size() && party[order[i + 1]] == party[order[i]]) continue;
    make_party(members);
    members.clear();
  }
  for (const auto* map : {&by_code_, &by_name_})
    for (const auto& [text, list] : *map)
      if (list.size() > 1)
        complaints_.add(Level::warning, graph_.vertices.name[list.front()], "data conflict: one text, several parties",
                        fmt::format("data conflict: \"{}\" is the {} of {} different parties; whoever refers to it may "
                                    "mean any of them",
                                    shorten(text, 60), map == &by_code_ ? "id" : "name", list.size()),
                        "give each party its registration number, or refer to it by an id of its own");
}

VertexId Parties::find(std::string_view text, CellRef cell) {
  const std::uint32_t number = references_.intern(text);
  if (number == resolved_.size()) resolved_.push_back(resolve(text, cell));
  return resolved_[number];
}

VertexId Parties::resolve(std::string_view text, CellRef cell) {
  const std::string_view trimmed = trim(text);
  if (is_blank_word(trimmed)) return no_vertex;
  std::string folded = fold_name(trimmed);
  std::vector<VertexId> found;
  if (const auto code = by_code_.find(std::string(trimmed)); code != by_code_.end()) found = code->second;
  if (const auto name = by_name_.find(folded); name != by_name_.end())
    found.insert(found.end(), name->second.begin(), name->second.end());
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  if (found.size() == 1) return found.front();
  if (folded.empty()) folded = trimmed;
  std::string key = (found.empty() ? "?|" : "*|") + folded;
  if (!found.empty()) key += "|" + std::string(trimmed);  // an id and a name may be written alike and mean others
  const auto [at, is_new] = by_text_.emplace(key, no_vertex);
  if (is_new) {
    at->second = add(VertexKind::company, found.empty() ? Standing::unresolved : Standing::ambiguous, cell,
                     Country(Known::not_asked), std::move(key));
    if (!found.empty()) graph_.candidates.emplace_back(at->second, std::move(found));
  } else if (graph_.tables->text(cell) < graph_.tables->text(graph_.vertices.name[at->second])) {
    graph_.vertices.name[at->second] = cell;  // of several spellings the least, whatever the order of rows
  }
  return at->second;
}

}  // namespace assay
