#include <algorithm>
#include <numeric>
#include <optional>

#include <fmt/format.h>

#include "base/text.h"
#include "graph/rings.h"
#include "rules/condition.h"
#include "rules/conditions/owners.h"
#include "rules/unknowns.h"

// cycle: {follow: supplied_by, within_days: 90, same: hs6, min_length: 3, max_length: 6}. Do goods come back to their
// seller through others? Or, with follow: owned_by, does a company own itself through others?

namespace assay {
namespace {

struct CycleData {
  bool owners = false;  ///< follow: owned_by
  RingQuestion question;
};

const CycleData& data_of(const Condition& c) {
  return *static_cast<const CycleData*>(c.data.get());
}

// ---- parsing

bool parse(const ConditionParser& parser, const YamlNode& value, Condition& out) {
  const std::size_t before = parser.diagnostics.size();
  if (parser.subject != SubjectKind::shipment && parser.subject != SubjectKind::company) {
    parser.complain(value, fmt::format("not built yet: `cycle` about a {}", to_string(parser.subject)),
                    "subject: shipment or company");
    return false;
  }
  auto data = std::make_shared<CycleData>();
  RingQuestion& question = data->question;
  MapReader reader(parser.document, value, "cycle", parser.diagnostics);
  data->owners = reader.word("follow", true, {"supplied_by", "owned_by"}) == 1;
  question.min_length = static_cast<unsigned>(reader.integer("min_length", false, 2, 12, 3));
  question.max_length = static_cast<unsigned>(
      reader.integer("max_length", false, question.min_length, 12, std::max(6U, question.min_length)));
  if (data->owners) {
    question.in_order = false;
    for (const char* key : {"within_days", "same"})
      if (const YamlNode* node = reader.optional(key))
        parser.complain(*node, fmt::format("`{}` is said of deals, not of owners", key), "remove it");
    if (parser.subject != SubjectKind::company)
      parser.complain(value, "owners in a ring are asked for of a company", "subject: company");
  } else {
    question.within = static_cast<Day>(reader.integer("within_days", true, 0, 36500, 0));
    if (const int same = reader.word("same", false, {"hs4", "hs6"}); same >= 0)
      question.code_digits = same == 0 ? 4 : 6;
  }
  reader.finish();
  out.data = std::move(data);
  return parser.diagnostics.size() == before;
}

// ---- what rings are made of

/// What stands behind an arc: a deal, a fact that states an owner, or the owners that a party does not disclose.
struct Behind {
  enum class Kind : std::uint8_t { deal, fact, undisclosed };
  Kind kind = Kind::deal;
  std::uint32_t number = 0;  ///< of the deal or fact; the party
};

struct Rings {
  std::vector<Behind> behind;         ///< by arc
  std::vector<std::uint32_t> arc_of;  ///< by shipment
  std::optional<RingSearch> search;
};

void gather_deals(const CycleData& data, const Evaluator& e, Rings& rings) {
  const SupplyGraph& graph = e.graph();
  const Deals deals(graph);
  std::vector<std::uint32_t> order(deals.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return deals.comes_before(a, b); });
  std::vector<RingArc> arcs;
  rings.arc_of.resize(graph.shipments.size());
  for (const std::uint32_t deal : order) {
    const Goods* goods = deals.goods(deal);
    if (!deals.is_stated(deal)) rings.arc_of[deal] = static_cast<std::uint32_t>(arcs.size());
    const std::string_view code = goods == nullptr
                                      ? std::string_view()
                                      : std::string_view(goods->hs.digits).substr(0, data.question.code_digits);
    arcs.push_back(
        {deals.seller(deal), deals.buyer(deal), deals.first(deal), deals.last(deal), code, !deals.is_stated(deal)});
    rings.behind.push_back({Behind::Kind::deal, deal});
  }
  rings.search.emplace(graph, std::move(arcs), data.question);
}

/// Whether a party may have owners that no row names.
bool is_open(const Evaluator& e, VertexId party) {
  const Holdings& holdings = e.holdings();
  const Day today = e.graph().as_of;
  if (holdings.is_ultimate(party)) return false;
  if (e.closure().owners(party, today, today).exists() && holdings.is_stated(party)) return false;
  Parts settled = 0;
  for (const Stake& stake : holdings.of(party)) settled += holdings.holding(stake, {today, today}).settled;
  return settled < whole_share;
}

void gather_owners(const CycleData& data, const Evaluator& e, Rings& rings) {
  const SupplyGraph& graph = e.graph();
  std::vector<std::pair<RingArc, Behind>> found;
  for (const Share& share : graph.shares) {
    const Fact& fact = graph.facts[share.fact];
    const Truth held = e.holdings().in_force(share, {graph.as_of, graph.as_of});
    if (held == Truth::no || share.high == 0) continue;
    const bool sure = held == Truth::yes && fact.sure && (share.known != Known::yes || share.low > 0);
    found.push_back({{fact.from, fact.to, 0, 0, {}, sure}, {Behind::Kind::fact, share.fact}});
  }
  for (VertexId party = 0; party < graph.vertices.size(); ++party)
    if (graph.is_subject(SubjectKind::company, party) && is_open(e, party))
      found.push_back({{party, no_vertex, 0, 0, {}, false}, {Behind::Kind::undisclosed, party}});
  const auto rank = [&graph](VertexId v) { return v == no_vertex ? no_vertex : graph.vertices.rank[v]; };
  std::stable_sort(found.begin(), found.end(), [&rank](const auto& a, const auto& b) {
    return std::tuple(rank(a.first.from), rank(a.first.to), !a.first.sure) <
           std::tuple(rank(b.first.from), rank(b.first.to), !b.first.sure);
  });
  std::vector<RingArc> arcs;
  for (const auto& [arc, behind] : found) {
    arcs.push_back(arc);
    rings.behind.push_back(behind);
  }
  rings.search.emplace(graph, std::move(arcs), data.question);
}

const Rings& rings_of(const Condition& c, const Evaluator& e) {
  return e.kept<Rings>(c, [&] {
    auto rings = std::make_shared<Rings>();
    if (data_of(c).owners)
      gather_owners(data_of(c), e, *rings);
    else
      gather_deals(data_of(c), e, *rings);
    return rings;
  });
}

/// Of a company nobody says anything about deals when no input has any.
bool is_silent(const Condition& c, const Evaluator& e, SubjectKind kind) {
  return kind == SubjectKind::company && !data_of(c).owners && rings_of(c, e).behind.empty() &&
         !e.graph().tables->has(Field::shipment_supplier);
}

Ring ring_of(const Condition& c, const Evaluator& e, SubjectKind kind, std::uint32_t subject) {
  const Rings& rings = rings_of(c, e);
  if (is_silent(c, e, kind)) return {Truth::unknown, {}, false};
  return kind == SubjectKind::shipment ? rings.search->through_arc(rings.arc_of[subject])
                                       : rings.search->through(subject);
}

Truth at(const Condition& c, const Evaluator& e, SubjectKind kind, std::uint32_t subject) {
  return ring_of(c, e, kind, subject).truth;
}

// ---- explanation

EvidenceStep step_of(const Evaluator& e, const Behind& behind) {
  const SupplyGraph& graph = e.graph();
  EvidenceStep step;
  step.kind = EvidenceStep::Kind::edge;
  if (behind.kind == Behind::Kind::fact) {
    const Fact& fact = graph.facts[behind.number];
    step.relation = Relation::owned_by;
    step.from = entity_of(graph, fact.from);
    step.to = entity_of(graph, fact.to);
    step.cell = fact.cell;
    step.grade = Grade::c;
    step.says = fmt::format("{} is owned by {}", step.from.name, step.to.name);
    return step;
  }
  const std::uint32_t shipment = behind.number;  // a stated deal is never sure, so it proves nothing
  const Shipments& s = graph.shipments;
  step.relation = Relation::supplied_by;
  step.from = entity_of(graph, s.buyer[shipment]);
  step.to = entity_of(graph, s.seller[shipment]);
  step.cell = s.cell(shipment, Field::shipment_supplier);
  step.date = to_string(s.date[shipment]);
  step.grade = Grade::b;
  step.says = fmt::format("{} received {} from {} on {}", step.from.name, shipment_entity(graph, shipment).name,
                          step.to.name, step.date);
  return step;
}

/// Upstream, as paths are: from the last buyer, who is the first seller, back to him.
void prove(const Evaluator& e, const Rings& rings, const Ring& ring, bool downstream, Grounds& out) {
  std::vector<std::uint32_t> arcs = ring.arcs;
  if (downstream) std::reverse(arcs.begin(), arcs.end());
  for (const std::uint32_t arc : arcs) out.steps.push_back(step_of(e, rings.behind[arc]));
  out.hops = arcs.size();
  out.target = out.steps.empty() ? std::string() : out.steps.back().to.name;
}

/// What of one deal of a ring leaves it open: a party, the date where it decides, the code where it counts.
void add_deal_causes(const Evaluator& e, const Rings& rings, const Ring& ring, std::size_t place, Grounds& out) {
  const SupplyGraph& graph = e.graph();
  const RingSearch& search = *rings.search;
  const std::size_t length = ring.arcs.size();
  const std::uint32_t arc = ring.arcs[place];
  const std::uint32_t deal = rings.behind[arc].number;
  if (deal >= graph.shipments.size()) {
    add_cell_cause(graph, graph.stated_deals[deal - graph.shipments.size()].cell, Known::ambiguous, out);
    return;
  }
  const auto add = [&](Field field) { out.causes.push_back(cause_of(graph, SubjectKind::shipment, deal, field)); };
  const auto doubtful = [&graph](VertexId v) {
    return v == no_vertex || graph.vertices.standing[v] == Standing::ambiguous;
  };
  if (doubtful(search.arc(arc).from)) add(Field::shipment_supplier);
  if (doubtful(search.arc(arc).to)) add(Field::shipment_buyer);
  bool dates = true;
  bool codes = true;
  for (std::size_t i = 0; i < length; ++i) {
    if (i == place) continue;
    const Truth fit = i < place ? search.dates_fit(ring.arcs[i], arc) : search.dates_fit(arc, ring.arcs[i]);
    dates = dates && fit == Truth::yes;
    codes = codes && search.codes_fit(arc, ring.arcs[i]) == Truth::yes;
  }
  if (!dates && graph.shipments.date[deal].precision != Precision::day) add(Field::shipment_date);
  const std::size_t digits = graph.goods.goods[graph.shipments.goods[deal]].hs.digits.size();
  if (!codes && digits < search.digits()) add(Field::shipment_hs_code);
}

void add_owner_causes(const Evaluator& e, const Rings& rings, std::uint32_t arc, Grounds& out) {
  const SupplyGraph& graph = e.graph();
  const Behind& behind = rings.behind[arc];
  if (behind.kind == Behind::Kind::fact) {
    const RingArc& one = rings.search->arc(arc);
    const auto doubtful = [&graph](VertexId v) {
      return v == no_vertex || graph.vertices.standing[v] == Standing::ambiguous;
    };
    if (!one.sure || doubtful(one.from) || doubtful(one.to))
      add_cell_cause(graph, graph.facts[behind.number].cell, Known::ambiguous, out);
    return;
  }
  Cause cause{Cause::Why::frontier, graph.vertices.name[behind.number], behind.number, Field::supplier_owner};
  cause.about = Cause::About::owners;
  out.causes.push_back(cause);
}

/// The subject's own cell stands for a search that was given up: there is no single cell to ask for.
void explain_unknown(const Condition& c, const Evaluator& e, SubjectKind kind, std::uint32_t subject,
                     const Ring& ring, Grounds& out) {
  const Rings& rings = rings_of(c, e);
  if (is_silent(c, e, kind)) {
    out.causes.push_back({Cause::Why::not_asked, {}, no_vertex, Field::shipment_supplier});
    return;
  }
  for (std::size_t place = 0; place < ring.arcs.size(); ++place)
    if (data_of(c).owners)
      add_owner_causes(e, rings, ring.arcs[place], out);
    else
      add_deal_causes(e, rings, ring, place, out);
  if (out.causes.empty() && kind == SubjectKind::shipment)
    add_cell_cause(e.graph(), e.graph().shipments.cell(subject, Field::shipment_supplier), Known::ambiguous, out);
  else if (out.causes.empty())
    out.causes.push_back(
        {Cause::Why::ambiguous, e.graph().vertices.name[subject], no_vertex, e.graph().vertices.name[subject].field});
}

void explain(const Condition& c, const Evaluator& e, SubjectKind kind, std::uint32_t subject, Truth truth,
             Grounds& out) {
  const Ring ring = ring_of(c, e, kind, subject);
  const Rings& rings = rings_of(c, e);
  if (truth == Truth::yes) prove(e, rings, ring, !data_of(c).owners, out);
  if (truth == Truth::unknown) explain_unknown(c, e, kind, subject, ring, out);
  if (out.causes_only) return;
  const std::string_view what = data_of(c).owners ? "owners" : "deals";
  if (ring.cut)
    out.because.push_back(
        fmt::format("the search for a ring of {} was given up after {} steps", what, RingSearch::most_steps));
  else if (is_silent(c, e, kind))
    out.because.emplace_back("no input has deals");
  else
    out.because.push_back(truth == Truth::no ? fmt::format("no ring of {} of that length is stated", what)
                          : truth == Truth::unknown
                              ? fmt::format("a ring of {} {} may be there", ring.arcs.size(), what)
                              : fmt::format("a ring of {} {}", ring.arcs.size(), what));
}

std::string schema() {
  return R"({"type": "object", "required": ["follow"], "additionalProperties": false, "properties": {)"
         R"("follow": {"enum": ["supplied_by", "owned_by"]}, )"
         R"("within_days": {"type": "integer", "minimum": 0, "maximum": 36500}, )"
         R"("same": {"enum": ["hs4", "hs6"]}, )"
         R"("min_length": {"type": "integer", "minimum": 2, "maximum": 12}, )"
         R"("max_length": {"type": "integer", "minimum": 2, "maximum": 12}}})";
}

}  // namespace

const ConditionKind cycle_condition = {
    "cycle", "goods come back to their seller, or a company owns itself, through others", parse, nullptr, at, explain,
    schema};

}  // namespace assay
