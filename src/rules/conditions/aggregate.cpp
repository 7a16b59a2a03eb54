#include <algorithm>
#include <limits>
#include <optional>

#include <fmt/format.h>

#include "base/text.h"
#include "rules/condition.h"
#include "rules/field_value.h"

// count: {over: sales, where: {…}, within_days: 90, at_least: 3} and sum: {field: shipment.quantity, over: …}.
// Shipments of the subject's party, counted or added up. What is not known for certain makes an interval; the answer
// is sure only when both its ends say the same.

namespace assay {
namespace {

enum class Over : std::uint8_t { sales, purchases, pair };

struct AggregateData {
  std::optional<Field> field;  ///< of a sum
  Over over = Over::sales;
  std::optional<std::int64_t> within_days;
  std::optional<double> at_least, above, at_most, below;
};

const AggregateData& data_of(const Condition& c) {
  return *static_cast<const AggregateData*>(c.data.get());
}

std::optional<double> bound(MapReader& reader, std::string_view key) {
  if (reader.optional(key) == nullptr) return std::nullopt;
  return reader.number(key, true, -1e15, 1e15, 0);
}

bool parse(const ConditionParser& parser, const YamlNode& value, Condition& out, bool is_sum) {
  const std::size_t before = parser.diagnostics.size();
  if (parser.subject != SubjectKind::shipment) {
    parser.complain(
        value, fmt::format("not built yet: `{}` about a {}", is_sum ? "sum" : "count", to_string(parser.subject)));
    return false;
  }
  auto data = std::make_shared<AggregateData>();
  MapReader reader(parser.document, value, is_sum ? "sum" : "count", parser.diagnostics);
  if (is_sum) {
    const std::string name = reader.text("field", true);
    data->field = field_from(name);
    if (!data->field || !belongs_to(*data->field, SubjectKind::shipment) ||
        info(*data->field).type != FieldType::number)
      parser.complain(value, fmt::format("`{}` is no number of a shipment", name), "field: shipment.quantity");
  }
  if (const int over = reader.word("over", true, {"sales", "purchases", "pair"}); over >= 0)
    data->over = static_cast<Over>(over);
  if (reader.optional("within_days") != nullptr) data->within_days = reader.integer("within_days", true, 0, 36500, 0);
  data->at_least = bound(reader, "at_least");
  data->above = bound(reader, "above");
  data->at_most = bound(reader, "at_most");
  data->below = bound(reader, "below");
  if (const YamlNode* where = reader.optional("where")) {
    out.children.resize(1);
    out.children.front().kind = &where_condition;
    where_condition.parse(parser, *where, out.children.front());
  }
  reader.finish();
  if (!data->at_least && !data->above && !data->at_most && !data->below)
    parser.complain(value, "this needs a bound: at_least, above, at_most or below");
  out.data = std::move(data);
  return parser.diagnostics.size() == before;
}

bool parse_count(const ConditionParser& parser, const YamlNode& value, Condition& out) {
  return parse(parser, value, out, false);
}
bool parse_sum(const ConditionParser& parser, const YamlNode& value, Condition& out) {
  return parse(parser, value, out, true);
}

struct Interval {
  double low = 0, high = 0;
  std::vector<std::uint32_t> sure, unsure;  ///< shipments that count, and that may
};

Truth same_party(const SupplyGraph& graph, VertexId wanted, VertexId found) {
  if (wanted == no_vertex || found == no_vertex) return Truth::unknown;
  if (wanted != found) return Truth::no;
  return graph.vertices.standing[wanted] == Standing::ambiguous ? Truth::unknown : Truth::yes;
}

Truth belongs(const AggregateData& data, const SupplyGraph& graph, std::uint32_t subject, std::uint32_t other) {
  const Shipments& s = graph.shipments;
  if (other == subject) return Truth::yes;
  Truth truth = Truth::yes;
  if (data.over != Over::purchases) truth = both(truth, same_party(graph, s.seller[subject], s.seller[other]));
  if (data.over != Over::sales) truth = both(truth, same_party(graph, s.buyer[subject], s.buyer[other]));
  if (truth == Truth::no || !data.within_days) return truth;
  const Date at = s.date[subject];
  const Date date = s.date[other];
  const auto days = static_cast<Day>(*data.within_days);
  if (date.first >= at.last() - days && date.last() <= at.first) return truth;
  return date.last() >= at.first - days && date.first <= at.last() ? both(truth, Truth::unknown) : Truth::no;
}

Interval gather(const Condition& c, const Evaluator& e, std::uint32_t subject) {
  const AggregateData& data = data_of(c);
  const SupplyGraph& graph = e.graph();
  Interval interval;
  e.for_each_near(subject, data.over == Over::purchases, [&](std::uint32_t other) {
    Truth truth = belongs(data, graph, subject, other);
    if (truth != Truth::no && !c.children.empty())
      truth = both(truth, e.at(c.children.front(), SubjectKind::shipment, other));
    if (truth == Truth::no) return;
    (truth == Truth::yes ? interval.sure : interval.unsure).push_back(other);
    double amount = 1;
    if (data.field) {
      const FieldValue value = value_of(graph, SubjectKind::shipment, other, *data.field);
      if (value.known != Known::yes) {
        interval.high = std::numeric_limits<double>::infinity();
        return;
      }
      amount = value.number;
    }
    interval.low += truth == Truth::yes ? amount : std::min(amount, 0.0);
    interval.high += truth == Truth::yes ? amount : std::max(amount, 0.0);
  });
  return interval;
}

Truth judge(const AggregateData& data, const Interval& i) {
  Truth truth = Truth::yes;
  const auto add = [&truth](bool low, bool high) {
    truth = both(truth, low && high ? Truth::yes : low || high ? Truth::unknown : Truth::no);
  };
  if (data.at_least) add(i.low >= *data.at_least, i.high >= *data.at_least);
  if (data.above) add(i.low > *data.above, i.high > *data.above);
  if (data.at_most) add(i.low <= *data.at_most, i.high <= *data.at_most);
  if (data.below) add(i.low < *data.below, i.high < *data.below);
  return truth;
}

Truth at(const Condition& c, const Evaluator& e, SubjectKind, std::uint32_t subject) {
  return judge(data_of(c), gather(c, e, subject));
}

/// What makes a shipment only maybe count: its party, its date, a field of `where`, or the field that is added up.
void add_cause(const Condition& c, const Evaluator& e, std::uint32_t other, Grounds& out) {
  const AggregateData& data = data_of(c);
  const Shipments& s = e.graph().shipments;
  const auto add = [&](Field field, Known known) {
    const CellRef cell = s.cell(other, field);
    const bool asked = e.graph().tables->tables[cell.table].has(field);
    out.causes.push_back({!asked                       ? Cause::Why::not_asked
                          : known == Known::blank      ? Cause::Why::blank
                          : known == Known::unreadable ? Cause::Why::unreadable
                                                       : Cause::Why::ambiguous,
                          asked || e.graph().tables->has(field) ? cell : CellRef{}, no_vertex, field});
  };
  if (!c.children.empty() && e.at(c.children.front(), SubjectKind::shipment, other) == Truth::unknown)
    e.explain(c.children.front(), SubjectKind::shipment, other, Truth::unknown, out);
  else if (data.over != Over::purchases && s.seller[other] == no_vertex)
    add(Field::shipment_supplier, Known::blank);
  else if (data.over != Over::sales && s.buyer[other] == no_vertex)
    add(Field::shipment_buyer, Known::blank);
  else if (data.within_days && s.date[other].precision != Precision::day)
    add(Field::shipment_date, s.date[other].known);
  else
    add(data.over == Over::purchases ? Field::shipment_buyer : Field::shipment_supplier, Known::ambiguous);
}

void explain(const Condition& c, const Evaluator& e, SubjectKind kind, std::uint32_t subject, Truth truth,
             Grounds& out) {
  const AggregateData& data = data_of(c);
  const SupplyGraph& graph = e.graph();
  const Interval interval = gather(c, e, subject);
  if (truth == Truth::unknown) {
    for (const std::uint32_t other : interval.unsure) add_cause(c, e, other, out);
    if (data.field)
      for (const std::uint32_t other : interval.sure)
        if (const Known known = value_of(graph, kind, other, *data.field).known; known != Known::yes)
          out.causes.push_back({known == Known::blank ? Cause::Why::blank : Cause::Why::unreadable,
                                graph.shipments.cell(other, *data.field), no_vertex, *data.field});
    if (out.causes.empty()) add_cause(c, e, subject, out);
  }
  if (out.causes_only) return;
  out.because.push_back(
      fmt::format("{} is {:.6g} to {:.6g}", data.field ? "the sum" : "the count", interval.low, interval.high));
  if (truth != Truth::yes) return;
  constexpr std::size_t most_shown = 8;
  for (std::size_t i = 0; i < std::min(most_shown, interval.sure.size()); ++i) {
    const std::uint32_t other = interval.sure[i];
    EvidenceStep step;
    step.kind = EvidenceStep::Kind::attribute;
    step.from = step.to = shipment_entity(graph, other);
    const Field field = data.field.value_or(Field::shipment_supplier);
    step.cell = graph.shipments.cell(other, field);
    step.says = fmt::format("{} counts: {}", step.from.name,
                            shorten(escape_for_terminal(trim(graph.tables->text(step.cell))), 60));
    step.date = to_string(graph.shipments.date[other]);
    step.grade = Grade::b;
    out.steps.push_back(std::move(step));
  }
}

}  // namespace

void Evaluator::for_each_near(std::uint32_t shipment, bool by_buyer,
                              const std::function<void(std::uint32_t)>& visit) const {
  const Shipments& s = graph_.shipments;
  const std::vector<VertexId>& party = by_buyer ? s.buyer : s.seller;
  NearIndex& index = near_[by_buyer ? 1 : 0];
  if (index.order.size() != s.size()) {
    index.order.resize(s.size());
    for (std::uint32_t i = 0; i < s.size(); ++i) index.order[i] = i;
    std::sort(index.order.begin(), index.order.end(), [&](std::uint32_t a, std::uint32_t b) {
      return party[a] != party[b] ? party[a] < party[b] : subject_before(graph_, SubjectKind::shipment, a, b);
    });
  }
  const auto visit_party = [&](VertexId wanted) {
    auto at = std::lower_bound(index.order.begin(), index.order.end(), wanted,
                               [&](std::uint32_t i, VertexId v) { return party[i] < v; });
    for (; at != index.order.end() && party[*at] == wanted; ++at) visit(*at);
  };
  if (party[shipment] == no_vertex) {
    for (const std::uint32_t other : index.order) visit(other);
    return;
  }
  visit_party(party[shipment]);
  visit_party(no_vertex);
}

const ConditionKind count_condition = {"count", "how many shipments of the party fit", parse_count, nullptr, at,
                                       explain};
const ConditionKind sum_condition = {"sum", "what shipments of the party add up to", parse_sum, nullptr, at, explain};

}  // namespace assay
