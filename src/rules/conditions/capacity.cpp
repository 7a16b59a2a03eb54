#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "base/text.h"
#include "rules/condition.h"
#include "rules/quantity.h"

// capacity: {above: 1.05}. Of a site: did who operates it sell more in a year of what it yields than all its sites
// that yield the same can yield?

namespace assay {
namespace {

struct CapacityData {
  double above = 1.05;
};

const CapacityData& data_of(const Condition& c) {
  return *static_cast<const CapacityData*>(c.data.get());
}

bool parse(const ConditionParser& parser, const YamlNode& value, Condition& out) {
  if (parser.subject != SubjectKind::facility) {
    parser.complain(value, fmt::format("not built yet: `capacity` of a {}", to_string(parser.subject)));
    return false;
  }
  const std::size_t before = parser.diagnostics.size();
  auto data = std::make_shared<CapacityData>();
  MapReader reader(parser.document, value, "capacity", parser.diagnostics);
  data->above = reader.number("above", false, 0, 1e6, 1.05);
  reader.finish();
  out.data = std::move(data);
  return parser.diagnostics.size() == before;
}

using Making = std::pair<VertexId, GoodsTextId>;  ///< who, and what

/// What one party sold of one kind of goods in a year.
struct Sold {
  double kilograms = 0;                          ///< of those whose quantity is known
  std::vector<std::uint32_t> shipments, unsaid;  ///< in canonical order
};

/// The sites of one party that yield one kind of goods, together.
struct Capacity {
  double kilograms = 0;
  std::vector<std::uint32_t> rows;
  std::vector<CellRef> unsaid;  ///< capacities that are not known
};

struct Kept {
  std::map<Making, Capacity> sites;
  std::map<std::pair<Making, int>, Sold> sold;
  std::map<Making, std::vector<CellRef>> undated;       ///< sales of which the year is not known
  std::map<VertexId, std::vector<std::uint32_t>> rows;  ///< rows of sites by facility
};

int year_of(Day day) {
  return std::stoi(day_to_string(day).substr(0, 4));
}

const Kept& kept_of(const Condition& c, const Evaluator& e) {
  return e.kept<Kept>(c, [&] {
    auto kept = std::make_shared<Kept>();
    const SupplyGraph& graph = e.graph();
    if (!graph.tables->has(Field::site_capacity)) return kept;
    for (std::uint32_t site = 0; site < graph.sites.facility.size(); ++site) {
      kept->rows[graph.sites.facility[site]].push_back(site);
      const CellRef row = graph.sites.row[site];
      Capacity& sites = kept->sites[{graph.sites.operator_[site], graph.sites.commodity[site]}];
      const CellRef cell{row.table, Field::site_capacity, row.record};
      const auto kilograms = kilograms_of(*graph.tables, cell, Field::site_capacity_unit);
      sites.kilograms += kilograms.value_or(0);
      sites.rows.push_back(site);
      if (!kilograms) sites.unsaid.push_back(cell);
    }
    const Shipments& s = graph.shipments;
    std::vector<std::uint32_t> order(s.size());
    for (std::uint32_t i = 0; i < s.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(),
              [&](std::uint32_t a, std::uint32_t b) { return subject_before(graph, SubjectKind::shipment, a, b); });
    for (const std::uint32_t i : order) {
      const Making making{s.seller[i], graph.goods.goods[s.goods[i]].text};
      if (!kept->sites.contains(making)) continue;
      if (s.date[i].known != Known::yes || year_of(s.date[i].first) != year_of(s.date[i].last())) {
        kept->undated[making].push_back(s.cell(i, Field::shipment_date));
        continue;
      }
      Sold& sold = kept->sold[{making, year_of(s.date[i].first)}];
      const auto kilograms = kilograms_of(*graph.tables, s.cell(i, Field::shipment_quantity), Field::shipment_unit);
      sold.kilograms += kilograms.value_or(0);
      (kilograms ? sold.shipments : sold.unsaid).push_back(i);
    }
    return kept;
  });
}

struct Found {
  Truth truth = Truth::no;
  const Capacity* sites = nullptr;
  const Sold* sold = nullptr;  ///< of the year that decides
  int year = 0;
  CellRef ask;
};

/// The worst year of the goods that one row of sites yields.
Found of_row(const Kept& kept, const CapacityData& data, const SupplyGraph& graph, std::uint32_t site) {
  Found found;
  const CellRef row = graph.sites.row[site];
  const Making making{graph.sites.operator_[site], graph.sites.commodity[site]};
  found.sites = &kept.sites.at(making);
  const auto open = [&](CellRef cell) {
    if (found.truth != Truth::no) return;
    found.truth = Truth::unknown;
    found.ask = cell;
  };
  if (making.first == no_vertex) open({row.table, Field::site_operator, row.record});
  if (making.second == 0) open({row.table, Field::site_commodity, row.record});
  if (found.truth != Truth::no) return found;
  if (!found.sites->unsaid.empty()) {
    open(found.sites->unsaid.front());
    return found;
  }
  for (auto at = kept.sold.lower_bound({making, 0}); at != kept.sold.end() && at->first.first == making; ++at) {
    const Sold& sold = at->second;
    if (sold.kilograms > data.above * found.sites->kilograms) {
      found.truth = Truth::yes;
      found.sold = &sold;
      found.year = at->first.second;
      return found;
    }
    if (!sold.unsaid.empty()) open(graph.shipments.cell(sold.unsaid.front(), Field::shipment_quantity));
  }
  if (const auto at = kept.undated.find(making); at != kept.undated.end()) open(at->second.front());
  return found;
}

Found find(const Condition& c, const Evaluator& e, VertexId facility) {
  const Kept& kept = kept_of(c, e);
  Found worst;
  const auto rows = kept.rows.find(facility);
  if (rows == kept.rows.end()) worst.truth = Truth::unknown;  // no row of sites describes it
  if (rows == kept.rows.end()) return worst;
  for (const std::uint32_t site : rows->second) {
    const Found one = of_row(kept, data_of(c), e.graph(), site);
    if (one.truth > worst.truth) worst = one;
  }
  return worst;
}

/// A table of sites without a column of capacities is asked nothing.
bool is_asked(const Evaluator& e) {
  return e.graph().tables->has(Field::site_capacity);
}

Truth at(const Condition& c, const Evaluator& e, SubjectKind, std::uint32_t facility) {
  return is_asked(e) ? find(c, e, facility).truth : Truth::unknown;
}

Cause cause_of(const SupplyGraph& graph, VertexId facility, CellRef cell) {
  if (!cell.exists())
    return {Cause::Why::frontier, graph.vertices.name[facility], facility, Field::site_capacity,
            Cause::About::description};
  const bool here = graph.tables->tables[cell.table].has(cell.field);
  if (!here && !graph.tables->has(cell.field)) return {Cause::Why::not_asked, {}, no_vertex, cell.field};
  const bool blank = !here || is_blank_word(trim(graph.tables->text(cell)));
  return {blank ? Cause::Why::blank : Cause::Why::ambiguous, cell, no_vertex, cell.field};
}

void prove(const SupplyGraph& graph, VertexId facility, const Found& found, Grounds& out) {
  const auto add = [&](Entity entity, CellRef cell, Grade grade, std::string says) {
    EvidenceStep step;
    step.kind = EvidenceStep::Kind::attribute;
    step.from = step.to = std::move(entity);
    step.cell = cell;
    step.grade = grade;
    step.says = std::move(says);
    out.steps.push_back(std::move(step));
  };
  constexpr std::size_t most_shown = 8;
  for (std::size_t i = 0; i < std::min(most_shown, found.sites->rows.size()); ++i) {
    const CellRef row = graph.sites.row[found.sites->rows[i]];
    const Entity site = entity_of(graph, graph.sites.facility[found.sites->rows[i]]);
    add(site, {row.table, Field::site_capacity, row.record}, Grade::c,
        fmt::format("{} can yield so much in a year", site.name));
  }
  for (std::size_t i = 0; i < std::min(most_shown, found.sold->shipments.size()); ++i) {
    const std::uint32_t shipment = found.sold->shipments[i];
    const Entity goods = shipment_entity(graph, shipment);
    add(goods, graph.shipments.cell(shipment, Field::shipment_quantity), Grade::b,
        fmt::format("{} counts", goods.name));
  }
  out.words.emplace_back("capacity.tonnes", fmt::format("{:.10g}", found.sites->kilograms / 1000));
  out.words.emplace_back("capacity.sold", fmt::format("{:.10g}", found.sold->kilograms / 1000));
  out.words.emplace_back("capacity.year", std::to_string(found.year));
  out.target = entity_of(graph, facility).name;
}

void explain(const Condition& c, const Evaluator& e, SubjectKind, std::uint32_t facility, Truth truth, Grounds& out) {
  const SupplyGraph& graph = e.graph();
  if (!is_asked(e)) {
    out.causes.push_back({Cause::Why::not_asked, {}, no_vertex, Field::site_capacity});
    return;
  }
  const Found found = find(c, e, facility);
  if (truth == Truth::unknown) out.causes.push_back(cause_of(graph, facility, found.ask));
  if (out.causes_only) return;
  constexpr std::string_view words[] = {"no more was sold in a year than the sites can yield",
                                        "nobody can tell whether more was sold than the sites can yield",
                                        "more was sold in a year than the sites can yield"};
  out.because.emplace_back(words[static_cast<std::size_t>(truth)]);
  if (truth == Truth::yes) prove(graph, facility, found, out);
}

std::string schema() {
  return R"({"type": "object", "additionalProperties": false, "properties": {)"
         R"("above": {"type": "number", "minimum": 0, "maximum": 1000000}}})";
}

}  // namespace

const ConditionKind capacity_condition = {
    "capacity", "more was sold in a year than the sites can yield", parse, nullptr, at, explain, schema};

}  // namespace assay
