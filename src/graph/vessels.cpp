#include "graph/vessels.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "base/identifier.h"
#include "base/text.h"
#include "graph/builder.h"
#include "names/fold.h"

namespace assay {
namespace {

bool says_nothing(std::string_view text) {
  return is_blank_word(text) || is_none_word(text);
}

/// The digits of an IMO number that is_imo() holds for.
std::uint32_t digits_of(std::string_view text) {
  std::uint32_t number = 0;
  for (const char c : text.substr(text.size() - 7)) number = number * 10 + static_cast<std::uint32_t>(c - '0');
  return number;
}

bool has_seven_digits(std::string_view text) {
  const auto digits = std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  return digits == 7 && text.find_first_of(".,+") == std::string_view::npos;
}

/// How bad a flag is: the worst of those that are stated counts.
int weight(Country flag) {
  if (flag == north_korea) return 3;
  if (flag.known() == Known::ambiguous) return 2;
  return flag.is_known() ? 1 : flag.known() == Known::not_asked ? -1 : 0;
}

/// Makes the vertices of vessels from namings.
class VesselMaker {
 public:
  VesselMaker(Builder& builder, std::vector<VesselNaming>& namings) : builder_(builder), namings_(namings) {}

  void make() {
    std::map<std::uint32_t, std::vector<std::uint32_t>> numbered;
    std::map<std::string, std::vector<std::uint32_t>> unnumbered;
    for (std::uint32_t i = 0; i < namings_.size(); ++i) {
      if (namings_[i].imo != 0)
        numbered[namings_[i].imo].push_back(i);
      else
        unnumbered[namings_[i].key].push_back(i);
    }
    for (const auto& [imo, members] : numbered) {
      const VertexId vessel = add({VertexKey::Form::identifier, Country(Known::not_asked),
                                   builder_.parties.key_text(fmt::format("vessel:{}", imo))},
                                  members);
      builder_.vessels.by_imo.emplace(imo, vessel);
    }
    for (const auto& [key, members] : unnumbered) make_of_name(key, members);
  }

 private:
  /// Rows that give no number, of one name.
  void make_of_name(const std::string& key, const std::vector<std::uint32_t>& members) {
    std::vector<VertexId> fits;
    if (const auto found = builder_.vessels.by_key.find(key); found != builder_.vessels.by_key.end() && !key.empty())
      fits = found->second;
    std::map<std::uint16_t, std::vector<std::uint32_t>> strangers;  // by a flag that no vessel with a number has
    std::vector<std::uint32_t> without_flag, flagged;
    for (const std::uint32_t i : members) {
      const Country flag = namings_[i].flag;
      const auto may_have = [&](VertexId vessel) {
        return flags_[vessel].empty() || flags_[vessel].contains(flag.raw());
      };
      if (!flag.is_known())
        without_flag.push_back(i);
      else if (std::any_of(fits.begin(), fits.end(), may_have))
        flagged.push_back(i);
      else
        strangers[flag.raw()].push_back(i);
    }
    if (fits.empty() && strangers.size() == 1) {
      std::vector<std::uint32_t>& only = strangers.begin()->second;
      only.insert(only.end(), without_flag.begin(), without_flag.end());
      without_flag.clear();
    }
    for (const auto& [flag, group] : strangers) add_by_name(key, fmt::format("|{:04x}", flag), group);
    if (fits.empty() && strangers.empty() && !without_flag.empty()) {
      add_by_name(key, "|", without_flag);
      without_flag.clear();
    }
    for (const std::uint32_t i : flagged) attach(i, key, namings_[i].flag);
    for (const std::uint32_t i : without_flag) attach(i, key, Country(Known::blank));
  }

  /// To the one vessel of the name (whose flag does not differ), or to whichever of them is meant.
  void attach(std::uint32_t naming, const std::string& key, Country flag) {
    std::vector<VertexId> fits = builder_.vessels.by_key[key];
    if (flag.is_known())
      std::erase_if(fits, [&](VertexId v) { return !flags_[v].empty() && !flags_[v].contains(flag.raw()); });
    namings_[naming].vessel =
        fits.size() == 1 ? fits.front() : ambiguous_vessel(builder_, key, namings_[naming].name);
  }

  void add_by_name(const std::string& key, const std::string& flag, const std::vector<std::uint32_t>& members) {
    add({VertexKey::Form::name, Country(Known::not_asked), builder_.parties.key_text("vessel:" + key + flag)},
        members);
  }

  VertexId add(VertexKey key, const std::vector<std::uint32_t>& members) {
    const Tables& tables = *builder_.graph.tables;
    CellRef name, imo, flag_cell;
    Country flag(Known::not_asked);
    for (const std::uint32_t i : members) {
      const VesselNaming& naming = namings_[i];
      if (!naming.key.empty() && (!name.exists() || comes_first(tables, naming.name, name))) name = naming.name;
      if (naming.imo != 0 && (!imo.exists() || comes_first(tables, naming.imo_cell, imo))) imo = naming.imo_cell;
      if (naming.flag_cell.exists() &&
          std::tuple(-weight(naming.flag), naming.flag.raw()) < std::tuple(-weight(flag), flag.raw())) {
        flag = naming.flag;
        flag_cell = naming.flag_cell;
      }
    }
    Vertices& v = builder_.graph.vertices;
    const VertexId vessel =
        builder_.parties.add(VertexKind::vessel, Standing::listed, name.exists() ? name : imo, flag, key);
    v.identifier[vessel] = imo;
    v.country_cell[vessel] = flag_cell;
    v.zone[vessel] = Zone::no;
    for (const std::uint32_t i : members) {
      namings_[i].vessel = vessel;
      if (namings_[i].flag.is_known()) flags_[vessel].insert(namings_[i].flag.raw());
      if (namings_[i].key.empty()) continue;
      std::vector<VertexId>& same = builder_.vessels.by_key[namings_[i].key];
      if (std::find(same.begin(), same.end(), vessel) == same.end()) same.push_back(vessel);
    }
    return vessel;
  }

  Builder& builder_;
  std::vector<VesselNaming>& namings_;
  std::map<VertexId, std::set<std::uint16_t>> flags_;
};

}  // namespace

std::string vessel_key(std::string_view name) {
  std::string folded = fold(trim(name));
  for (const std::string_view type : {"mv ", "m/v ", "mt ", "m/t ", "ms ", "ss "})
    if (folded.size() > type.size() && folded.starts_with(type)) {
      folded.erase(0, type.size());
      break;
    }
  std::erase(folded, ' ');
  return folded;
}

std::uint32_t VesselNamings::number(Rows& rows, const VesselColumns& columns, const Date& date) {
  const std::string_view name = trim(rows.text(columns.name));
  const std::string_view imo = trim(rows.text(columns.imo));
  if (says_nothing(name) && says_nothing(imo)) return no_vertex;
  const Country flag = columns.has_flag ? cells_.country(rows, columns.flag) : Country(Known::not_asked);
  const std::uint64_t texts = std::uint64_t{texts_.intern(name)} << 32 | texts_.intern(imo);
  const auto pair = pairs_.emplace(texts, static_cast<std::uint32_t>(pairs_.size())).first->second;
  const auto [at, is_new] =
      numbers_.emplace(std::uint64_t{pair} << 16 | flag.raw(), static_cast<std::uint32_t>(all.size()));
  if (is_new) all.push_back(read(rows, columns, name, imo, flag));
  VesselNaming& naming = all[at->second];
  if (naming.imo_known == Known::unreadable) complain(rows.cell(columns.imo), imo);
  if (date.known != Known::yes) {
    naming.undated = true;
    return at->second;
  }
  if (date.first < naming.first) {
    naming.first = date.first;
    point_at(naming, rows, columns);
  }
  naming.last = std::max(naming.last, date.last());
  return at->second;
}

VesselNaming VesselNamings::read(Rows& rows, const VesselColumns& columns, std::string_view name,
                                 std::string_view imo, Country flag) {
  VesselNaming naming;
  if (!says_nothing(name)) naming.key = vessel_key(name);
  naming.flag = flag;
  if (rows.has(columns.imo)) {
    naming.imo_known = says_nothing(imo) ? Known::blank : is_imo(imo) ? Known::yes : Known::unreadable;
    if (naming.imo_known == Known::yes) naming.imo = digits_of(imo);
  }
  point_at(naming, rows, columns);
  return naming;
}

void VesselNamings::point_at(VesselNaming& naming, Rows& rows, const VesselColumns& columns) {
  naming.name = rows.cell(columns.name);
  naming.imo_cell = rows.cell(columns.imo);
  if (columns.has_flag && rows.has(columns.flag)) naming.flag_cell = rows.cell(columns.flag);
}

void VesselNamings::complain(CellRef cell, std::string_view imo) {
  complaints_.add(Level::warning, cell, "is no IMO number",
                  fmt::format("\"{}\" is no IMO number: {}", shorten(imo, 40),
                              has_seven_digits(imo) ? "its check digit is wrong" : "an IMO number has seven digits"),
                  "copy it from the ship's papers; until then the vessel is known by its name only");
}

VertexId ambiguous_vessel(Builder& builder, const std::string& key, CellRef cell) {
  const auto [at, is_new] = builder.vessels.ambiguous.emplace(key, no_vertex);
  if (is_new) {
    at->second = builder.parties.add(
        VertexKind::vessel, Standing::ambiguous, cell, Country(Known::not_asked),
        {VertexKey::Form::ambiguous, Country(Known::not_asked), builder.parties.key_text("vessel:" + key)});
    std::vector<VertexId> fits = builder.vessels.by_key[key];
    std::sort(fits.begin(), fits.end());
    builder.graph.candidates.emplace_back(at->second, std::move(fits));
  } else if (comes_first(*builder.graph.tables, cell, builder.graph.vertices.name[at->second])) {
    builder.graph.vertices.name[at->second] = cell;
  }
  return at->second;
}

VertexId find_vessel(Builder& builder, std::string_view text, CellRef cell) {
  text = trim(text);
  if (is_imo(text)) {
    const auto found = builder.vessels.by_imo.find(digits_of(text));
    return found == builder.vessels.by_imo.end() ? no_vertex : found->second;
  }
  const std::string key = vessel_key(text);
  const auto found = builder.vessels.by_key.find(key);
  if (key.empty() || found == builder.vessels.by_key.end()) return no_vertex;
  return found->second.size() == 1 ? found->second.front() : ambiguous_vessel(builder, key, cell);
}

void read_vessels(Builder& builder, std::vector<VesselNaming> namings) {
  const std::size_t of_shipments = namings.size();
  VesselNamings of_events(builder.complaints, builder.cells);
  read_vessel_events(builder, of_events);
  namings.insert(namings.end(), of_events.all.begin(), of_events.all.end());
  VesselMaker(builder, namings).make();
  for (VertexId& vessel : builder.graph.shipments.vessel)
    if (vessel != no_vertex) vessel = namings[vessel].vessel;
  VesselEvents& events = builder.graph.vessel_events;
  for (std::vector<VertexId>* column : {&events.vessel, &events.partner})
    for (VertexId& vessel : *column)
      if (vessel != no_vertex) vessel = namings[of_shipments + vessel].vessel;
  builder.graph.vessels.namings = std::move(namings);
}

void order_vessels(SupplyGraph& graph) {
  Vessels& vessels = graph.vessels;
  const Vertices& v = graph.vertices;
  const auto is_vessel = [&v](VertexId vertex) { return v.standing[vertex] != Standing::ambiguous; };
  const auto key = [&](const VesselNaming& n) {
    return std::tuple(!is_vessel(n.vessel), v.rank[n.vessel], std::string_view(n.key), n.imo, n.flag.raw(), n.first,
                      n.last);
  };
  std::stable_sort(vessels.namings.begin(), vessels.namings.end(),
                   [&](const VesselNaming& a, const VesselNaming& b) { return key(a) < key(b); });
  const auto& namings = vessels.namings;
  std::uint32_t i = 0;
  for (; i < namings.size() && is_vessel(namings[i].vessel); ++i) {
    const VertexId vessel = namings[i].vessel;
    if (!vessels.vertex.empty() && vessels.vertex.back() == vessel) {
      if (vessels.imo.back() == 0) vessels.imo.back() = namings[i].imo;
      continue;
    }
    const CellRef name = v.name[vessel];
    vessels.vertex.push_back(vessel);
    vessels.imo.push_back(namings[i].imo);
    vessels.name.push_back(name == v.identifier[vessel] ? CellRef{} : name);
    vessels.imo_cell.push_back(v.identifier[vessel]);
    vessels.flag.push_back(v.country[vessel]);
    vessels.flag_cell.push_back(v.country_cell[vessel]);
    vessels.first_naming.push_back(i);
    vessels.places.emplace_back(vessel, static_cast<std::uint32_t>(vessels.size() - 1));
  }
  vessels.first_naming.push_back(i);
  std::sort(vessels.places.begin(), vessels.places.end());
}

std::size_t Vessels::at(VertexId vessel) const {
  const auto found = std::lower_bound(places.begin(), places.end(), std::pair(vessel, 0U));
  return found == places.end() || found->first != vessel ? size() : found->second;
}

Truth same_vessel(const SupplyGraph& graph, VertexId a, VertexId b) {
  const Vessels& vessels = graph.vessels;
  const std::size_t x = vessels.at(a);
  const std::size_t y = vessels.at(b);
  if (a == b) return x == vessels.size() ? Truth::unknown : Truth::yes;
  const auto among = [&](VertexId vessel, VertexId ambiguous) {
    const auto fits = graph.candidates_of(ambiguous);
    return std::find(fits.begin(), fits.end(), vessel) != fits.end();
  };
  if (x == vessels.size() || y == vessels.size()) return among(a, b) || among(b, a) ? Truth::unknown : Truth::no;
  if (vessels.imo[x] != 0 && vessels.imo[y] != 0) return Truth::no;
  for (std::uint32_t i = vessels.first_naming[x]; i < vessels.first_naming[x + 1]; ++i)
    for (std::uint32_t j = vessels.first_naming[y]; j < vessels.first_naming[y + 1]; ++j)
      if (!vessels.namings[i].key.empty() && vessels.namings[i].key == vessels.namings[j].key) return Truth::unknown;
  return Truth::no;
}

}  // namespace assay
