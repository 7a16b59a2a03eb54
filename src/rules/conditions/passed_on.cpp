#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <unordered_map>

#include <fmt/format.h>

#include "base/text.h"
#include "names/fold.h"
#include "rules/condition.h"
#include "rules/field_value.h"
#include "rules/quantity.h"
#include "rules/shipment_flow.h"
#include "rules/unknowns.h"
#include "rules/works_sites.h"

// passed_on: {within_days: 180, received: CONDITION, at_least: 0.9, at_most: 1.1, unless_site: [factory]}. Of a
// shipment: did its seller receive, not long before, nearly as much of the same heading, so that nothing was done to
// it but a change of papers?

namespace assay {
namespace {

struct PassedOnData {
  Day within = 0;
  double at_least = 0.9, at_most = 1.1;
  std::vector<std::string> sites;  ///< words of types of sites that work goods, folded
};

const PassedOnData& data_of(const Condition& c) {
  return *static_cast<const PassedOnData*>(c.data.get());
}

bool parse(const ConditionParser& parser, const YamlNode& value, Condition& out) {
  const std::size_t before = parser.diagnostics.size();
  if (parser.subject != SubjectKind::shipment) {
    parser.complain(value, fmt::format("not built yet: `passed_on` about a {}", to_string(parser.subject)),
                    "subject: shipment");
    return false;
  }
  auto data = std::make_shared<PassedOnData>();
  MapReader reader(parser.document, value, "passed_on", parser.diagnostics);
  data->within = static_cast<Day>(reader.integer("within_days", true, 0, 36500, 0));
  data->at_least = reader.number("at_least", false, 0, 1e6, 0.9);
  data->at_most = reader.number("at_most", false, 0, 1e6, 1.1);
  for (const std::string& word : reader.texts("unless_site", false)) data->sites.push_back(fold(word));
  if (const YamlNode* received = reader.require("received")) {
    out.children.resize(1);
    parser.parse(*received, out.children.front());
  }
  reader.finish();
  if (data->at_least > data->at_most) parser.complain(value, "`at_least` is above `at_most`: nothing lies between");
  out.data = std::move(data);
  return parser.diagnostics.size() == before;
}

struct Kept {
  Deals deals;
  Answer answer;  ///< to `received`
  std::optional<ShipmentFlow> received, sold;
  Bits buys;                                  ///< parties of which a purchase is seen
  std::vector<double> kilograms;              ///< by shipment; below 0: not known
  std::unordered_map<VertexId, Works> works;  ///< by operator; no_vertex: sites of nobody knows whom
};

const Kept& kept_of(const Condition& c, const Evaluator& e) {
  return e.kept<Kept>(c, [&] {
    const SupplyGraph& graph = e.graph();
    const Shipments& s = graph.shipments;
    auto kept = std::make_shared<Kept>(Kept{Deals(graph),
                                            e.answer(c.children.front(), SubjectKind::shipment),
                                            std::nullopt,
                                            std::nullopt,
                                            Bits(graph.vertices.size()),
                                            {},
                                            works_by_party(graph, data_of(c).sites)});
    Bits asked(s.size());
    for (std::uint32_t i = 0; i < s.size(); ++i) {
      kept->kilograms.push_back(
          kilograms_of(*graph.tables, s.cell(i, Field::shipment_quantity), Field::shipment_unit).value_or(-1));
      if (kept->answer.at(i) != Truth::no) asked.set(i);
      if (s.buyer[i] != no_vertex) kept->buys.set(s.buyer[i]);
    }
    kept->received.emplace(kept->deals, graph, s.buyer, asked);
    kept->sold.emplace(kept->deals, graph, s.seller, Bits(s.size(), true));
    return kept;
  });
}

// ---- amounts

/// The quantity of a shipment in what the other's is measured in: kilograms where both units are known, else as
/// written where one table writes both alike. Nothing where they cannot be compared.
std::optional<double> amount_like(const Kept& kept, const SupplyGraph& graph, std::uint32_t model,
                                  std::uint32_t shipment) {
  const auto cell = [&graph](std::uint32_t s) { return graph.shipments.cell(s, Field::shipment_quantity); };
  const auto unit = [&graph, &cell](std::uint32_t s) {
    const CellRef at{cell(s).table, Field::shipment_unit, cell(s).record};
    return graph.tables->tables[at.table].has(at.field) ? fold(trim(graph.tables->text(at))) : std::string();
  };
  if (kept.kilograms[shipment] >= 0 && kept.kilograms[model] >= 0) return kept.kilograms[shipment];
  const FieldValue value = value_of(graph, SubjectKind::shipment, shipment, Field::shipment_quantity);
  if (value.known != Known::yes || value.number < 0) return std::nullopt;
  if (cell(shipment).table != cell(model).table || unit(shipment) != unit(model)) return std::nullopt;
  return value.number;
}

/// A total of which not all is known.
struct Total {
  double low = 0, high = 0;
  void add(Truth truth, std::optional<double> amount) {
    if (truth == Truth::yes) low += amount.value_or(0);
    high += amount.value_or(std::numeric_limits<double>::infinity());
  }
};

Truth ratio_within(const PassedOnData& data, Total out, Total in) {
  if (in.high <= 0 || out.high < data.at_least * in.low || out.low > data.at_most * in.high) return Truth::no;
  const bool sure = in.low > 0 && out.low >= data.at_least * in.high && out.high <= data.at_most * in.low;
  return sure ? Truth::yes : Truth::unknown;
}

// ---- the answer

struct Inbound {
  std::uint32_t shipment = 0;
  Truth truth = Truth::no;  ///< that it may be what was sold on, by party, time, goods and `received`
  Truth alike = Truth::no;  ///< and that its quantity is nearly the same
};

struct Found {
  Truth truth = Truth::no;
  Truth works = Truth::no;  ///< whether the seller works goods itself
  CellRef site;             ///< of an unknown: the cell to ask for
  bool unseen = false;      ///< open only because not all that the seller received is seen
  std::vector<Inbound> inbound;
  std::vector<std::pair<std::uint32_t, Truth>> sales;
  Total in, out;
};

/// Whether some site of the seller is of a type that works goods. A site that no row names is none.
void look_for_works(const Kept& kept, VertexId seller, Found& found) {
  const auto look = [&](VertexId party, bool sure) {
    const auto at = kept.works.find(party);
    if (at == kept.works.end()) return;
    const Truth truth = sure ? at->second.truth : both(at->second.truth, Truth::unknown);
    if (truth <= found.works) return;
    found.works = truth;
    found.site = sure ? at->second.type : at->second.operator_;
  };
  if (seller != no_vertex) {
    look(seller, !kept.deals.is_ambiguous(seller));
    for (const VertexId other : kept.deals.may_be(seller)) look(other, false);
  }
  look(no_vertex, false);
}

/// Whether what the seller received is not all seen, and nobody vouches for it. Of a seller of whom no purchase is
/// seen nothing is asked here, nor of goods that name their lots: other rules follow those.
bool is_unseen(const Kept& kept, const Evaluator& e, std::uint32_t subject) {
  const SupplyGraph& graph = e.graph();
  const VertexId seller = graph.shipments.seller[subject];
  if (seller == no_vertex || !kept.buys.test(seller)) return false;
  const CellRef lots = graph.shipments.cell(subject, Field::shipment_lot);
  if (graph.lots.size() > 0 && graph.tables->tables[lots.table].has(lots.field) &&
      lots_named(graph, lots).known == Known::yes)
    return false;
  const Days days = days_of(graph, subject);
  return !e.closure().inputs(seller, kept.deals.goods(subject), days.first, days.last).exists();
}

void compare(const Condition& c, const Kept& kept, const Evaluator& e, std::uint32_t subject, Found& found) {
  const SupplyGraph& graph = e.graph();
  const PassedOnData& data = data_of(c);
  const VertexId seller = graph.shipments.seller[subject];
  const unsigned heading = kept.deals.heading(subject);
  const Days days = days_of(graph, subject);
  Total own;
  own.add(Truth::yes, amount_like(kept, graph, subject, subject));
  kept.received->for_each(seller, heading, days, data.within, [&](std::uint32_t other, Truth truth) {
    if (kept.deals.is_one(subject, other)) return;
    truth = both(truth, kept.answer.at(other));
    const auto amount = amount_like(kept, graph, subject, other);
    Total one;
    one.add(Truth::yes, amount);
    found.in.add(truth, amount);
    found.inbound.push_back({other, truth, both(truth, ratio_within(data, own, one))});
    found.truth = std::max(found.truth, found.inbound.back().alike);
  });
  if (found.inbound.empty() || found.truth == Truth::yes) return;
  kept.sold->for_each(seller, heading, days, data.within, [&](std::uint32_t other, Truth truth) {
    if (other == subject) truth = Truth::yes;
    found.out.add(truth, amount_like(kept, graph, subject, other));
    found.sales.emplace_back(other, truth);
  });
  found.truth = std::max(found.truth, ratio_within(data, found.out, found.in));
}

Found find(const Condition& c, const Evaluator& e, std::uint32_t subject) {
  const Kept& kept = kept_of(c, e);
  Found found;
  compare(c, kept, e, subject, found);
  if (found.truth == Truth::no && is_unseen(kept, e, subject)) {
    found.truth = Truth::unknown;
    found.unseen = true;
  }
  if (found.truth == Truth::no) return found;
  look_for_works(kept, e.graph().shipments.seller[subject], found);
  constexpr std::array<Truth, 3> opposite = {Truth::yes, Truth::unknown, Truth::no};
  found.truth = both(found.truth, opposite[static_cast<std::size_t>(found.works)]);
  return found;
}

Truth at(const Condition& c, const Evaluator& e, SubjectKind, std::uint32_t subject) {
  return find(c, e, subject).truth;
}

// ---- explanation

constexpr std::size_t most_shown = 8;

/// Why one shipment of a flow only may count: whose it is, when, what goods, how much.
void add_causes(const Kept& kept, const SupplyGraph& graph, std::uint32_t subject, std::uint32_t other, Field party,
                Truth of_party, Grounds& out) {
  const auto add = [&](std::uint32_t of, Field field) {
    out.causes.push_back(cause_of(graph, SubjectKind::shipment, of, field));
  };
  const auto states_amount = [&graph](std::uint32_t of) {
    return value_of(graph, SubjectKind::shipment, of, Field::shipment_quantity).known == Known::yes;
  };
  const bool nobody = graph.shipments.seller[subject] == no_vertex;
  if (other != subject && of_party == Truth::unknown)
    add(nobody ? subject : other, nobody ? Field::shipment_supplier : party);
  for (const std::uint32_t one : {subject, other}) {
    if (graph.shipments.date[one].precision != Precision::day) add(one, Field::shipment_date);
    if (kept.deals.heading(one) == no_heading) add(one, Field::shipment_hs_code);
    if (!states_amount(one)) add(one, Field::shipment_quantity);
    if (states_amount(subject) && states_amount(other) && !amount_like(kept, graph, subject, other))
      add(one, Field::shipment_unit);
    if (one == other && one == subject) break;
  }
}

/// A cell that says something is ambiguous: an operator, or a seller, of that name may be several.
Cause cause_of_works(const SupplyGraph& graph, std::uint32_t subject, CellRef site) {
  if (!site.exists()) return cause_of(graph, SubjectKind::shipment, subject, Field::shipment_supplier);
  if (!graph.tables->tables[site.table].has(site.field))
    return graph.tables->has(site.field) ? Cause{Cause::Why::blank, site, no_vertex, site.field}
                                         : Cause{Cause::Why::not_asked, {}, no_vertex, site.field};
  const bool blank = is_blank_word(trim(graph.tables->text(site)));
  return {blank ? Cause::Why::blank : Cause::Why::ambiguous, site, no_vertex, site.field};
}

void explain_open(const Condition& c, const Evaluator& e, const Found& found, std::uint32_t subject, Grounds& out) {
  const SupplyGraph& graph = e.graph();
  const Kept& kept = kept_of(c, e);
  const VertexId seller = graph.shipments.seller[subject];
  if (found.works == Truth::unknown) out.causes.push_back(cause_of_works(graph, subject, found.site));
  if (found.unseen) {
    out.causes.push_back({Cause::Why::frontier, graph.vertices.name[seller], seller, Field::shipment_supplier});
    return;
  }
  const bool by_one = std::any_of(found.inbound.begin(), found.inbound.end(),
                                  [](const Inbound& one) { return one.alike != Truth::no; });
  std::size_t shown = 0;
  for (const Inbound& one : found.inbound) {
    if ((by_one && one.alike == Truth::no) || ++shown > most_shown) continue;
    add_causes(kept, graph, subject, one.shipment, Field::shipment_buyer,
               kept.received->of_party(seller, graph.shipments.buyer[one.shipment]), out);
    if (kept.answer.at(one.shipment) == Truth::unknown)
      e.explain(c.children.front(), SubjectKind::shipment, one.shipment, Truth::unknown, out);
  }
  shown = 0;
  for (const auto& [sale, truth] : found.sales)
    if (!by_one && ++shown <= most_shown)
      add_causes(kept, graph, subject, sale, Field::shipment_supplier,
                 kept.sold->of_party(seller, graph.shipments.seller[sale]), out);
}

void prove(const Condition& c, const Evaluator& e, const Found& found, std::uint32_t subject, Grounds& out) {
  const SupplyGraph& graph = e.graph();
  const auto add = [&](std::uint32_t shipment, const char* what) {
    EvidenceStep step;
    step.kind = EvidenceStep::Kind::attribute;
    step.from = step.to = shipment_entity(graph, shipment);
    step.cell = graph.shipments.cell(shipment, Field::shipment_quantity);
    step.date = to_string(graph.shipments.date[shipment]);
    step.grade = Grade::b;
    step.says = fmt::format("the seller {} {}: {}", what, step.from.name,
                            shorten(escape_for_terminal(trim(graph.tables->text(step.cell))), 60));
    out.steps.push_back(std::move(step));
  };
  const auto alike = std::find_if(found.inbound.begin(), found.inbound.end(),
                                  [](const Inbound& one) { return one.alike == Truth::yes; });
  const bool by_one = alike != found.inbound.end();
  std::size_t shown = 0;
  for (const Inbound& one : found.inbound) {
    if (by_one ? &one != &*alike : one.truth != Truth::yes) continue;
    if (++shown > most_shown) break;
    add(one.shipment, "received");
    e.explain(c.children.front(), SubjectKind::shipment, one.shipment, Truth::yes, out);
  }
  if (by_one) add(subject, "sold");
  shown = 0;
  for (const auto& [sale, truth] : found.sales)
    if (truth == Truth::yes && ++shown <= most_shown) add(sale, "sold");
}

void explain(const Condition& c, const Evaluator& e, SubjectKind, std::uint32_t subject, Truth truth, Grounds& out) {
  const Found found = find(c, e, subject);
  if (truth == Truth::yes) prove(c, e, found, subject, out);
  if (truth == Truth::unknown) explain_open(c, e, found, subject, out);
  if (out.causes_only) return;
  constexpr std::string_view words[] = {"the seller did not receive nearly as much of the same goods, or works them",
                                        "the seller may have received nearly as much of the same goods",
                                        "the seller received nearly as much of the same goods, and no site of its "
                                        "that works them is named"};
  out.because.emplace_back(words[static_cast<std::size_t>(truth)]);
}

std::string schema() {
  return R"({"type": "object", "required": ["within_days", "received"], "additionalProperties": false, )"
         R"("properties": {"within_days": {"type": "integer", "minimum": 0, "maximum": 36500}, )"
         R"("received": {"$ref": "#/definitions/condition"}, )"
         R"("at_least": {"type": "number", "minimum": 0, "maximum": 1000000}, )"
         R"("at_most": {"type": "number", "minimum": 0, "maximum": 1000000}, )"
         R"("unless_site": {"$ref": "#/definitions/texts"}}})";
}

}  // namespace

const ConditionKind passed_on_condition = {
    "passed_on", "the seller received nearly as much of the same goods", parse, nullptr, at, explain, schema};

}  // namespace assay
