#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "rules/condition.h"
#include "rules/production_table.h"
#include "rules/quantity.h"

// production: {years: 1, above: 1.0}. Do goods come from a country that does not mine them, or more of them than it
// mines? Tables of production decide: a row with nothing mined says so, the lack of a row says nothing.

namespace assay {
namespace {

struct ProductionData {
  std::int64_t years = 1;  ///< how far from the year of the goods a row may lie
  double above = 1;        ///< times what is mined
};

const ProductionData& data_of(const Condition& c) {
  return *static_cast<const ProductionData*>(c.data.get());
}

bool parse(const ConditionParser& parser, const YamlNode& value, Condition& out) {
  if (parser.subject != SubjectKind::shipment) {
    parser.complain(value, fmt::format("not built yet: `production` about a {}", to_string(parser.subject)));
    return false;
  }
  const std::size_t before = parser.diagnostics.size();
  auto data = std::make_shared<ProductionData>();
  MapReader reader(parser.document, value, "production", parser.diagnostics);
  data->years = reader.integer("years", false, 0, 10, 1);
  data->above = reader.number("above", false, 0, 1e6, 1);
  reader.finish();
  out.data = std::move(data);
  return parser.diagnostics.size() == before;
}

int year_of(Day day) {
  return std::stoi(day_to_string(day).substr(0, 4));
}

/// Shipments of goods from one country in one year, by the text of the goods.
struct Loads {
  double least = 0;  ///< kilograms, of those whose quantity is known
  std::vector<std::uint32_t> shipments, unsaid;
};

struct Kept {
  std::vector<Production> rows;
  std::map<std::tuple<std::uint16_t, GoodsTextId, int>, Loads> loads;  ///< by country, goods, year
};

const Kept& kept_of(const Condition& c, const Evaluator& e) {
  return e.kept<Kept>(c, [&] {
    auto kept = std::make_shared<Kept>();
    const SupplyGraph& graph = e.graph();
    kept->rows = read_production(graph);
    if (kept->rows.empty()) return kept;
    const Shipments& s = graph.shipments;
    for (std::uint32_t i = 0; i < s.size(); ++i) {
      if (!s.origin[i].is_known() || s.date[i].known != Known::yes) continue;
      const GoodsTextId text = graph.goods.goods[s.goods[i]].text;
      Loads& loads = kept->loads[{s.origin[i].raw(), text, year_of(s.date[i].first)}];
      const auto kilograms = kilograms_of(*graph.tables, s.cell(i, Field::shipment_quantity), Field::shipment_unit);
      if (kilograms) loads.least += *kilograms;
      (kilograms ? loads.shipments : loads.unsaid).push_back(i);
    }
    return kept;
  });
}

/// What the rows say of a shipment's goods.
struct Found {
  Truth truth = Truth::unknown;
  const Production* row = nullptr;  ///< that decides
  const Loads* loads = nullptr;     ///< more than is mined, or maybe
  Field ask = Field::shipment_origin_country;
  bool no_row = false;  ///< of an unknown: no row speaks of these goods there and then
};

/// More than is mined in a year, by the row of that very year that says most.
void compare_loads(const ProductionData& data, const Loads& loads, Found& found) {
  if (found.row->kilograms < 0) return;
  const double most = data.above * found.row->kilograms;
  if (loads.least > most) found.truth = Truth::yes;
  if (loads.least <= most && !loads.unsaid.empty()) found.truth = Truth::unknown;
  if (found.truth != Truth::no) found.loads = &loads;
  if (found.truth == Truth::unknown) found.ask = Field::shipment_quantity;
}

Found find(const Condition& c, const Evaluator& e, std::uint32_t shipment) {
  const ProductionData& data = data_of(c);
  const Kept& kept = kept_of(c, e);
  const SupplyGraph& graph = e.graph();
  const Shipments& s = graph.shipments;
  Found found;
  const Date date = s.date[shipment];
  const GoodsTextId text = graph.goods.goods[s.goods[shipment]].text;
  if (!s.origin[shipment].is_known()) return found;
  if (date.known != Known::yes) found.ask = Field::shipment_date;
  if (date.known == Known::yes && text == 0) found.ask = Field::shipment_commodity;
  if (found.ask != Field::shipment_origin_country) return found;
  const std::vector<std::string> words = words_in(graph.goods.texts[text]);
  const int first = year_of(date.first);
  const int last = year_of(date.last());
  const Production* nothing = nullptr;  // says that nothing was mined
  const Production* most = nullptr;     // of the year itself, what was mined
  bool mined = false, maybe = false;
  for (const Production& row : kept.rows) {
    if (row.mined == Truth::no || !row.country.may_be(s.origin[shipment]) || !speaks_of(row, words)) continue;
    if (row.year.known == Known::yes &&
        (year_of(row.year.last()) < first - data.years || year_of(row.year.first) > last + data.years))
      continue;
    const bool sure = row.mined == Truth::yes && row.country.is_known() && row.year.known == Known::yes && row.known;
    if (!sure) {
      maybe = true;
    } else if (row.amount > 0) {
      mined = true;
      const bool of_year = row.national && year_of(row.year.first) == first && first == last;
      if (of_year && (most == nullptr || row.kilograms > most->kilograms)) most = &row;
    } else if (row.national && nothing == nullptr) {
      nothing = &row;
    }
  }
  found.no_row = nothing == nullptr && !mined;
  if (!mined && (maybe || nothing == nullptr)) return found;
  found.truth = mined ? Truth::no : Truth::yes;
  found.row = mined ? most : nothing;
  if (mined && most != nullptr)
    if (const auto at = kept.loads.find({s.origin[shipment].raw(), text, first}); at != kept.loads.end())
      compare_loads(data, at->second, found);
  return found;
}

Truth at(const Condition& c, const Evaluator& e, SubjectKind, std::uint32_t shipment) {
  if (!e.graph().tables->has(TableKind::production)) return Truth::unknown;
  return find(c, e, shipment).truth;
}

Cause cause_of(const SupplyGraph& graph, const Found& found, std::uint32_t shipment) {
  const CellRef cell = found.loads != nullptr
                           ? graph.shipments.cell(found.loads->unsaid.front(), Field::shipment_quantity)
                           : graph.shipments.cell(shipment, found.ask);
  const bool here = graph.tables->tables[cell.table].has(cell.field);
  if (!here && !graph.tables->has(cell.field)) return {Cause::Why::not_asked, {}, no_vertex, cell.field};
  const Country origin = graph.shipments.origin[shipment];
  Cause cause{Cause::Why::ambiguous, cell, no_vertex, cell.field};
  if (found.ask == Field::shipment_origin_country && origin.is_known())
    cause.about = Cause::About::production;
  else if (!here || graph.tables->text(cell).empty())
    cause.why = Cause::Why::blank;
  return cause;
}

EvidenceStep step_of(const SupplyGraph& graph, std::uint32_t shipment, CellRef cell, std::string says) {
  EvidenceStep step;
  step.kind = EvidenceStep::Kind::attribute;
  step.from = step.to = shipment_entity(graph, shipment);
  step.cell = cell;
  step.date = to_string(graph.shipments.date[shipment]);
  step.grade = Grade::c;
  step.says = std::move(says);
  return step;
}

void prove(const SupplyGraph& graph, const Found& found, std::uint32_t shipment, Grounds& out) {
  const Entity self = shipment_entity(graph, shipment);
  const std::string country = graph.shipments.origin[shipment].code();
  EvidenceStep origin = step_of(graph, shipment, graph.shipments.cell(shipment, Field::shipment_origin_country),
                                fmt::format("{} declares origin {}", self.name, country));
  origin.to = country_entity(graph.shipments.origin[shipment]);
  origin.kind = EvidenceStep::Kind::edge;
  origin.relation = Relation::declares_origin;
  origin.grade = Grade::b;
  out.steps.push_back(std::move(origin));
  const std::string year = to_string(found.row->year);
  out.steps.push_back(
      step_of(graph, shipment, found.row->cell,
              found.loads == nullptr
                  ? fmt::format("in {} nothing of that was mined in {}", year, country)
                  : fmt::format("in {} {} mined {:.10g} t of that", year, country, found.row->kilograms / 1000)));
  if (found.loads == nullptr) return;
  constexpr std::size_t most_shown = 8;
  for (std::size_t i = 0; i < std::min(most_shown, found.loads->shipments.size()); ++i) {
    const std::uint32_t other = found.loads->shipments[i];
    out.steps.push_back(step_of(graph, other, graph.shipments.cell(other, Field::shipment_quantity),
                                fmt::format("{} counts", shipment_entity(graph, other).name)));
  }
}

void explain(const Condition& c, const Evaluator& e, SubjectKind, std::uint32_t shipment, Truth truth, Grounds& out) {
  const SupplyGraph& graph = e.graph();
  if (!graph.tables->has(TableKind::production)) {
    out.causes.push_back({Cause::Why::not_asked, {}, no_vertex, Field::production_quantity});
    return;
  }
  const Found found = find(c, e, shipment);
  if (truth == Truth::unknown) out.causes.push_back(cause_of(graph, found, shipment));
  if (out.causes_only) return;
  constexpr std::string_view words[] = {"the country mines such goods, and not less than came from it",
                                        "nobody can tell whether the country mines such goods, or enough of them",
                                        "the country mines no such goods, or less than came from it"};
  out.because.emplace_back(words[static_cast<std::size_t>(truth)]);
  if (truth == Truth::yes) prove(graph, found, shipment, out);
}

std::string schema() {
  return R"({"type": "object", "additionalProperties": false, "properties": {)"
         R"("years": {"type": "integer", "minimum": 0, "maximum": 10}, )"
         R"("above": {"type": "number", "minimum": 0, "maximum": 1000000}}})";
}

}  // namespace

const ConditionKind production_condition = {
    "production", "the country does not mine such goods, or not so much", parse, nullptr, at, explain, schema};

}  // namespace assay
