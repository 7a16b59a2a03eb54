#include "graph/parties.h"

#include <algorithm>
#include <numeric>
#include <tuple>

#include <fmt/format.h>

#include "base/identifier.h"
#include "base/text.h"
#include "graph/border_zone.h"
#include "graph/builder.h"
#include "graph/korea_sign.h"
#include "names/fold.h"
#include "tables/row_content.h"

namespace assay {

struct UnionFind {
  std::vector<std::uint32_t> parent;
  explicit UnionFind(std::size_t size) : parent(size) { std::iota(parent.begin(), parent.end(), 0U); }
  std::uint32_t find(std::uint32_t i) {
    while (parent[i] != i) i = parent[i] = parent[parent[i]];
    return i;
  }
  void join(std::uint32_t a, std::uint32_t b) {
    const std::uint32_t x = find(a);
    const std::uint32_t y = find(b);
    parent[std::max(x, y)] = std::min(x, y);
  }
};

/// A row of suppliers, as far as identity needs it. Texts are numbers; TextPool::none where the cell says nothing.
struct Parties::Row {
  CellRef name;
  Country country;
  Zone zone = Zone::unknown;
  bool has_country = false;
  CellRef country_cell;                   ///< the cell that says it
  std::uint32_t folded = TextPool::none;  ///< fold_name of the name
  std::uint32_t code = TextPool::none;    ///< supplier.id
  std::array<std::uint32_t, 3> identifiers = {TextPool::none, TextPool::none, TextPool::none};

  [[nodiscard]] CellRef cell(Field field) const { return {name.table, field, name.record}; }
  [[nodiscard]] bool is_anonymous() const {
    return std::all_of(identifiers.begin(), identifiers.end(), [](std::uint32_t id) { return id == TextPool::none; });
  }
};

namespace {

constexpr std::array signs_of_korea = {Field::supplier_phone, Field::supplier_email,  Field::supplier_website,
                                       Field::supplier_city,  Field::supplier_region, Field::supplier_address};
constexpr std::array identifier_fields = {Field::supplier_uscc, Field::supplier_lei, Field::supplier_registration_no};

/// What is wrong with an identifier as written; empty when nothing is. A spreadsheet writes long numbers as 9.12E+17.
std::string_view fault_of(std::size_t kind, std::string_view text) {
  if (kind == 0 && !is_uscc(text))
    return "no unified social credit code: it has 18 characters, the last a check digit";
  if (kind == 1 && !is_lei(text)) return "no LEI: it has 20 characters, the last two check digits";
  const std::size_t power = text.find_first_of("eE");
  const auto digits = [](std::string_view part) {
    return !part.empty() && part.find_first_not_of("0123456789.,") == std::string_view::npos;
  };
  const bool mangled = power != std::string_view::npos && text.find_first_of(".,") < power &&
                       text.size() > power + 1 && text[power + 1] == '+' && digits(text.substr(0, power)) &&
                       digits(text.substr(power + 2));
  return mangled ? "no registration number any more: a spreadsheet has rounded it" : "";
}

/// Folded, and told apart by kind (a registration number also by country); empty where the cell says nothing.
std::string identifier(std::size_t kind, std::string_view text, Country country) {
  text = trim(text);
  if (is_blank_word(text) || is_none_word(text)) return {};
  if (kind == 2 && !country.is_known()) return {};  // whose register it is in, nobody knows
  constexpr std::array<std::string_view, 3> prefixes = {"uscc:", "lei:", "reg:"};
  return std::string(prefixes[kind]) + (kind == 2 ? country.code() + ":" : "") + fold(text);
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

bool feeds_suppliers(const Tables& tables, std::uint16_t table) {
  return std::any_of(tables.tables.begin(), tables.tables.end(), [&](const Table& other) {
    return other.kind == TableKind::suppliers && other.file == tables.tables[table].file;
  });
}

bool comes_first(const Tables& tables, CellRef a, CellRef b) {
  const auto key = [&tables](CellRef cell) { return std::tuple(tables.text(cell), cell.table, cell.field); };
  return key(a) < key(b);
}

void Named::add(std::uint32_t text, VertexId vertex) {
  if (first_.size() <= text) first_.resize(text + 1, no_vertex);
  if (first_[text] == no_vertex) {
    first_[text] = vertex;
    return;
  }
  if (first_[text] == vertex) return;
  std::vector<VertexId>& list = more_[text];
  if (list.empty()) list.push_back(first_[text]);
  if (std::find(list.begin(), list.end(), vertex) == list.end()) list.push_back(vertex);
}

void Named::find(std::uint32_t text, std::vector<VertexId>& out) const {
  if (text >= first_.size() || first_[text] == no_vertex) return;
  if (const auto several = more_.find(text); several != more_.end())
    out.insert(out.end(), several->second.begin(), several->second.end());
  else
    out.push_back(first_[text]);
}

VertexId Parties::add(VertexKind kind, Standing standing, CellRef name, Country country, VertexKey key) {
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
  keys_.push_back(key);
  return vertex;
}

Parties::Row Parties::read_row(Rows& rows) {
  Row row;
  row.name = rows.cell(Field::supplier_name);
  if (const std::string_view name = trim(rows.text(Field::supplier_name)); !is_blank_word(name))
    row.folded = texts_.intern(fold_name(name));
  if (const std::string_view code = trim(rows.text(Field::supplier_id)); !is_blank_word(code))
    row.code = references_.intern(code);
  if (row.folded == TextPool::none && row.code != TextPool::none) row.name = rows.cell(Field::supplier_id);
  row.has_country = rows.has(Field::supplier_country);
  row.country = Country(Known::not_asked);
  if (row.has_country) {
    const std::string_view text = rows.text(Field::supplier_country);
    row.country = countries_(text, [this](std::string_view t) { return graph_.reference->country(t); }).country;
    row.country_cell = rows.cell(Field::supplier_country);
    row.country = resolve_korea(rows, Field::supplier_country, signs_of_korea, row.country, *graph_.reference,
                                complaints_, row.country_cell);
    if (row.country.known() == Known::unreadable || row.country.known() == Known::ambiguous)
      complaints_.add(Level::warning, rows.cell(Field::supplier_country),
                      "names no country that is known for certain",
                      fmt::format("\"{}\" names no country that is known for certain", shorten(text, 40)),
                      "write the ISO 3166 code: KP or KR, CN, …");
  }
  row.zone = zone_of_party(rows, *graph_.reference, row.country);
  for (std::size_t kind = 0; kind < identifier_fields.size(); ++kind) {
    if (!rows.has(identifier_fields[kind])) continue;
    const std::string_view text = trim(rows.text(identifier_fields[kind]));
    if (is_blank_word(text) || is_none_word(text)) continue;
    if (const std::string_view fault = fault_of(kind, text); !fault.empty()) {
      complaints_.add(Level::warning, rows.cell(identifier_fields[kind]), fault,
                      fmt::format("\"{}\" is {}; it identifies nobody", shorten(text, 40), fault),
                      "copy it from the register, and export the column as text");
      continue;
    }
    const std::string id = identifier(kind, text, row.country);
    if (!id.empty()) row.identifiers[kind] = texts_.intern(id);
  }
  return row;
}

std::vector<Parties::Row> Parties::gather() {
  std::vector<Row> result;
  for (const std::uint16_t number : tables_of(*graph_.tables, TableKind::suppliers)) {
    Rows rows(*graph_.tables, number);
    result.reserve(result.size() + graph_.tables->file_of(graph_.tables->tables[number]).rows());
    while (rows.next()) {
      const Row row = read_row(rows);
      if (row.folded != TextPool::none || row.code != TextPool::none)
        result.push_back(row);
      else
        complaints_.add(Level::warning, row.name, "names nobody", "this row names no supplier",
                        "fill in supplier.name; its other cells are not used");
    }
  }
  return result;
}

/// All cells of a row, however they are quoted.
std::string texts_of(const Tables& tables, CellRef cell) {
  const InputFile& file = tables.file_of(tables.tables[cell.table]);
  std::vector<RawCell> cells;
  split_record(file.record(cell.record), file.dialect.separator, cells);
  std::string all;
  std::string scratch;
  for (const RawCell one : cells) {
    const std::string_view text = text_of(one, scratch);
    all += fmt::format("{}:{}", text.size(), text);
  }
  return all;
}

/// Rows that are one party get one number: the same identifier, the same known country and name without two values of
/// an identifier among them, or the same row once more.
std::vector<std::uint32_t> Parties::cluster(const std::vector<Row>& rows) {
  UnionFind sets(rows.size());
  std::vector<std::uint32_t> first_with(texts_.size(), TextPool::none);
  for (std::uint32_t i = 0; i < rows.size(); ++i)
    for (const std::uint32_t id : rows[i].identifiers) {
      if (id == TextPool::none) continue;
      if (first_with[id] == TextPool::none) first_with[id] = i;
      sets.join(i, first_with[id]);
    }
  std::vector<std::pair<std::uint64_t, std::uint32_t>> named;  // name and country, row
  std::unordered_map<std::string, std::uint32_t> records;      // of rows that only all their cells can show to be one
  for (std::uint32_t i = 0; i < rows.size(); ++i) {
    if (rows[i].country.is_known() && rows[i].folded != TextPool::none) {
      named.emplace_back(std::uint64_t{rows[i].folded} << 16 | rows[i].country.raw(), i);
      continue;
    }
    sets.join(i, records.emplace(texts_of(*graph_.tables, rows[i].name), i).first->second);
  }
  std::sort(named.begin(), named.end());
  std::vector<std::uint32_t> namesakes;
  for (std::size_t i = 0; i < named.size(); ++i) {
    namesakes.push_back(named[i].second);
    if (i + 1 < named.size() && named[i + 1].first == named[i].first) continue;
    if (namesakes.size() > 1) keep_apart(rows, namesakes, sets);
    namesakes.clear();
  }
  std::vector<std::uint32_t> party(rows.size());
  for (std::uint32_t i = 0; i < rows.size(); ++i) party[i] = sets.find(i);
  return party;
}

/// Joins rows of one name and country, unless identifiers say that they are several: then rows without any are a
/// party of their own.
void Parties::keep_apart(const std::vector<Row>& rows, const std::vector<std::uint32_t>& namesakes, UnionFind& sets) {
  std::array<std::uint32_t, 3> value = {TextPool::none, TextPool::none, TextPool::none};
  bool conflict = false;
  for (const std::uint32_t i : namesakes)
    for (std::size_t kind = 0; kind < value.size(); ++kind) {
      const std::uint32_t id = rows[i].identifiers[kind];
      if (id == TextPool::none) continue;
      conflict = conflict || (value[kind] != TextPool::none && value[kind] != id);
      value[kind] = id;
    }
  std::uint32_t anonymous = TextPool::none;
  for (const std::uint32_t i : namesakes) {
    if (!conflict) {
      sets.join(i, namesakes.front());
    } else if (rows[i].is_anonymous()) {
      if (anonymous == TextPool::none) anonymous = i;
      sets.join(i, anonymous);
    }
  }
  if (conflict)
    complaints_.add(
        Level::warning, rows[namesakes.back()].name, "data conflict: one name, two identifiers",
        "data conflict: another row of this name and country has another identifier, so they are kept apart");
}

void Parties::make_party(const std::vector<const Row*>& rows) {
  const Row* named = rows.front();
  const Row* worst = rows.front();
  Zone zone = Zone::no;
  std::uint32_t identifier = TextPool::none;
  CellRef identifier_cell;
  const auto before = [this](std::uint32_t a, std::uint32_t b) {
    return a != TextPool::none && (b == TextPool::none || texts_[a] < texts_[b]);
  };
  // Of rows that say the same in other letters the least is shown: ties do not go by row.
  const auto shown_before = [this](CellRef a, CellRef b) {
    const Tables& tables = *graph_.tables;
    if (a == b || comes_first(tables, b, a)) return false;
    return comes_first(tables, a, b) || row_content(tables, a) < row_content(tables, b);
  };
  for (const Row* row : rows) {
    if (before(row->folded, named->folded) || (row->folded == named->folded && shown_before(row->name, named->name)))
      named = row;
    const auto badness = [](const Row* r) { return std::tuple(-weight(r->country), r->country.raw()); };
    if (badness(row) < badness(worst) ||
        (badness(row) == badness(worst) && shown_before(row->country_cell, worst->country_cell)))
      worst = row;
    zone = std::max(zone, row->zone);
    for (std::size_t kind = 0; kind < identifier_fields.size(); ++kind) {
      const std::uint32_t id = row->identifiers[kind];
      const CellRef cell = row->cell(identifier_fields[kind]);
      if (!before(id, identifier) &&
          (id == TextPool::none || id != identifier || !shown_before(cell, identifier_cell)))
        continue;
      identifier = id;
      identifier_cell = cell;
    }
  }
  VertexKey key{VertexKey::Form::identifier, worst->country, identifier};
  if (identifier == TextPool::none) key = {VertexKey::Form::name, worst->country, named->folded};
  if (key.text == TextPool::none)
    key = {VertexKey::Form::code, worst->country, texts_.intern(references_[named->code])};
  const VertexId vertex = add(VertexKind::company, Standing::listed, named->name, worst->country, key);
  graph_.vertices.identifier[vertex] = identifier_cell;
  if (worst->has_country) graph_.vertices.country_cell[vertex] = worst->country_cell;
  graph_.vertices.zone[vertex] = zone;
  for (const Row* row : rows) {
    graph_.party_rows.push_back({vertex, row->name});
    if (row->country != worst->country)
      complaints_.add(Level::warning, row->cell(Field::supplier_country), "data conflict: two countries",
                      "data conflict: another row of this party states another country; the worse one counts");
    if (row->code != TextPool::none) by_code_.add(row->code, vertex);
    if (row->folded != TextPool::none) by_name_.add(row->folded, vertex);
  }
}

void Parties::complain_of_ambiguity(const Named& named, std::string_view what) {
  for (const auto& [text, list] : named.ambiguous())
    complaints_.add(
        Level::warning, graph_.vertices.name[*std::min_element(list.begin(), list.end())],
        "data conflict: one text, several parties",
        fmt::format("data conflict: {} different parties have this {}; whoever refers to it may mean any of "
                    "them",
                    list.size(), what),
        "give each party its registration number, or refer to it by an id of its own");
}

void Parties::read_suppliers() {
  const std::vector<Row> rows = gather();
  const std::vector<std::uint32_t> party = cluster(rows);
  std::vector<std::uint32_t> order(rows.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return party[a] < party[b]; });
  std::vector<const Row*> members;
  graph_.party_rows.reserve(rows.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    members.push_back(&rows[order[i]]);
    if (i + 1 < order.size() && party[order[i + 1]] == party[order[i]]) continue;
    make_party(members);
    members.clear();
  }
  complain_of_ambiguity(by_code_, "id");
  complain_of_ambiguity(by_name_, "name");
}

}  // namespace assay
