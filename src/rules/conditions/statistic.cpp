#include <algorithm>
#include <cmath>
#include <optional>

#include <fmt/format.h>

#include "graph/prices.h"
#include "rules/condition.h"
#include "rules/field_value.h"

// statistic: {value: shipment.unit_price, compare_with: {table: prices, same: [hs6, month]}, method: robust_z,
// below: -3.5, at_most_share_of_median: 0.85, min_count: 8}. Is the price far from what comparable goods cost in that
// month? Median and median deviation, so that a few odd prices do not move the measure. Fewer comparables than
// min_count leave the question open.

namespace assay {
namespace {

struct StatisticData {
  Field value = Field::shipment_unit_price;
  std::optional<double> below, above, share;
  std::size_t min_count = 8;
};

const StatisticData& data_of(const Condition& c) {
  return *static_cast<const StatisticData*>(c.data.get());
}

bool parse_comparison(const ConditionParser& parser, const YamlNode* node) {
  if (node == nullptr) return false;
  MapReader reader(parser.document, *node, "comparison", parser.diagnostics);
  reader.word("table", true, {"prices"});
  const std::vector<std::string> same = reader.texts("same", true);
  reader.finish();
  const bool good = same == std::vector<std::string>{"hs6", "month"};
  if (!good) parser.complain(*node, "not built yet: other likeness than `same: [hs6, month]`");
  return good;
}

bool parse(const ConditionParser& parser, const YamlNode& value, Condition& out) {
  const std::size_t before = parser.diagnostics.size();
  auto data = std::make_shared<StatisticData>();
  MapReader reader(parser.document, value, "statistic", parser.diagnostics);
  const std::string field = reader.text("value", true);
  if (const auto known = field_from(field); known && belongs_to(*known, parser.subject) &&
                                            info(*known).type == FieldType::number &&
                                            parser.subject == SubjectKind::shipment)
    data->value = *known;
  else if (!field.empty())
    parser.complain(value, fmt::format("`{}` is no number of a shipment", field), "value: shipment.unit_price");
  parse_comparison(parser, reader.require("compare_with"));
  reader.word("method", true, {"robust_z"});
  const auto bound = [&](std::string_view key, double low, double high) -> std::optional<double> {
    if (reader.optional(key) == nullptr) return std::nullopt;
    return reader.number(key, true, low, high, 0);
  };
  data->below = bound("below", -1000, 0);
  data->above = bound("above", 0, 1000);
  data->share = bound("at_most_share_of_median", 0, 1);
  data->min_count = static_cast<std::size_t>(reader.integer("min_count", true, 3, 1'000'000, 8));
  reader.finish();
  if (!data->below && !data->above && !data->share)
    parser.complain(value, "`statistic` needs a bound: below, above or at_most_share_of_median");
  out.data = std::move(data);
  return parser.diagnostics.size() == before;
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  const std::size_t half = values.size() / 2;
  return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

/// A price beside those that it is compared with.
struct Comparison {
  Truth truth = Truth::unknown;
  std::optional<Field> unknown;  ///< the field of the shipment that is not known; none: too few prices
  double value = 0, middle = 0, z = 0;
  std::string code;
  Day month = 0;
  std::vector<const Price*> prices;
};

Comparison compare(const StatisticData& data, const Evaluator& e, std::uint32_t subject) {
  Comparison c;
  const SupplyGraph& graph = e.graph();
  const FieldValue value = value_of(graph, SubjectKind::shipment, subject, data.value);
  const FieldValue code = value_of(graph, SubjectKind::shipment, subject, Field::shipment_hs_code);
  const Date date = graph.shipments.date[subject];
  if (value.known != Known::yes)
    c.unknown = data.value;
  else if (code.known != Known::yes || code.text.size() < 6)
    c.unknown = Field::shipment_hs_code;
  else if (date.known != Known::yes || month_of(date.first) != month_of(date.last()))
    c.unknown = Field::shipment_date;
  if (c.unknown) return c;
  c.value = value.number;
  c.code = code.text.substr(0, 6);
  c.month = month_of(date.first);
  c.prices = prices_of(e.prices(), c.code, c.month);
  if (c.prices.size() < data.min_count) return c;
  std::vector<double> values, distances;
  for (const Price* price : c.prices) values.push_back(price->unit_price);
  c.middle = median(values);
  for (const double one : values) distances.push_back(std::abs(one - c.middle));
  const double spread = median(distances);
  // 0.6745 makes the median deviation of a normal distribution its standard deviation (Iglewicz and Hoaglin, 1993).
  constexpr double unbounded = 1e9;
  if (spread > 0)
    c.z = 0.6745 * (c.value - c.middle) / spread;
  else
    c.z = c.value == c.middle ? 0 : c.value < c.middle ? -unbounded : unbounded;
  const bool fits = (!data.below || c.z <= *data.below) && (!data.above || c.z >= *data.above) &&
                    (!data.share || c.value <= *data.share * c.middle);
  c.truth = fits ? Truth::yes : Truth::no;
  return c;
}

Truth at(const Condition& c, const Evaluator& e, SubjectKind, std::uint32_t subject) {
  return compare(data_of(c), e, subject).truth;
}

void explain_unknown(const StatisticData& data, const Comparison& found, const Evaluator& e, std::uint32_t subject,
                     Grounds& out) {
  const SupplyGraph& graph = e.graph();
  if (!found.unknown && !graph.tables->has(TableKind::prices)) {
    out.causes.push_back({Cause::Why::not_asked, {}, no_vertex, Field::price_unit_price});
    return;
  }
  const Field field = found.unknown.value_or(data.value);
  const CellRef cell = graph.shipments.cell(subject, field);
  if (!graph.tables->tables[cell.table].has(field)) {
    out.causes.push_back({Cause::Why::not_asked, graph.tables->has(field) ? cell : CellRef{}, no_vertex, field});
    return;
  }
  const Known known = value_of(graph, SubjectKind::shipment, subject, field).known;
  out.causes.push_back({known == Known::blank        ? Cause::Why::blank
                        : known == Known::unreadable ? Cause::Why::unreadable
                                                     : Cause::Why::ambiguous,
                        cell, no_vertex, field});
}

void explain(const Condition& c, const Evaluator& e, SubjectKind kind, std::uint32_t subject, Truth truth,
             Grounds& out) {
  const StatisticData& data = data_of(c);
  const Comparison found = compare(data, e, subject);
  if (truth == Truth::unknown) explain_unknown(data, found, e, subject, out);
  if (out.causes_only) return;
  if (found.unknown) {
    out.because.push_back(fmt::format("{} is not known", info(*found.unknown).name));
    return;
  }
  const std::string month = day_to_string(found.month).substr(0, 7);
  if (found.prices.size() < data.min_count) {
    out.because.push_back(
        fmt::format("{} prices for {} in {}, {} are needed", found.prices.size(), found.code, month, data.min_count));
    return;
  }
  const std::string says =
      fmt::format("{:.6g} is {:.2f} of the median {:.6g} of {} prices for {} in {} (robust z {:.1f})", found.value,
                  found.value / found.middle, found.middle, found.prices.size(), found.code, month, found.z);
  out.because.push_back(says);
  if (truth != Truth::yes) return;
  EvidenceStep step;
  step.kind = EvidenceStep::Kind::attribute;
  step.from = step.to = subject_entity(e.graph(), kind, subject);
  step.says = says;
  step.cell = e.graph().shipments.cell(subject, data.value);
  step.grade = Grade::b;
  out.steps.push_back(step);
  constexpr std::size_t most_shown = 8;
  for (std::size_t i = 0; i < std::min(most_shown, found.prices.size()); ++i) {
    step.says = fmt::format("a price for {} in {}", found.code, month);
    step.cell = found.prices[i]->cell;
    step.grade = Grade::c;
    out.steps.push_back(step);
  }
}

}  // namespace

const std::vector<Price>& Evaluator::prices() const {
  if (!prices_) prices_ = std::make_unique<std::vector<Price>>(read_prices(*graph_.tables));
  return *prices_;
}

const ConditionKind statistic_condition = {
    "statistic", "a value is far from those it is compared with", parse, nullptr, at, explain};

}  // namespace assay
