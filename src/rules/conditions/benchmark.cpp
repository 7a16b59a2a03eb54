#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "base/text.h"
#include "names/fold.h"
#include "rules/benchmark_question.h"
#include "rules/condition.h"
#include "rules/field_value.h"
#include "rules/unknowns.h"

// benchmark: {table: benchmark_prices, unless_prices: 8, bounds: [{commodity: iron ore, strong: 0.78, at_most: 0.85,
// grade: 62, terms: [CFR, CIF]}, {strong: 0.60, at_most: 0.80}]}. Is what a tonne of the goods cost far below a
// published price of that month? Below `strong` it is, whatever grade and terms of delivery are; between the two only
// when these are known to be comparable.

namespace assay {
namespace {

const BenchmarkQuestion& data_of(const Condition& c) {
  return *static_cast<const BenchmarkQuestion*>(c.data.get());
}

// ---- parsing

std::vector<std::string> folded(const std::vector<std::string>& texts) {
  std::vector<std::string> out;
  for (const std::string& text : texts) out.push_back(fold(text));
  return out;
}

Bound parse_bound(const ConditionParser& parser, const YamlNode& node) {
  MapReader reader(parser.document, node, "bound", parser.diagnostics);
  Bound bound;
  bound.commodities = folded(reader.texts("commodity", false));
  bound.strong = reader.number("strong", true, 0, 1, 0);
  bound.at_most = reader.number("at_most", true, 0, 1, 0);
  if (reader.optional("grade") != nullptr) bound.grade = reader.number("grade", true, 0, 100, 0);
  bound.terms = folded(reader.texts("terms", false));
  reader.finish();
  if (bound.strong > bound.at_most) parser.complain(node, "`strong` is the lower of the two bounds");
  return bound;
}

/// The first bound that speaks of a commodity is its own; the last one speaks of all.
std::vector<Bound> parse_bounds(const ConditionParser& parser, const YamlNode* node) {
  std::vector<Bound> bounds;
  if (node == nullptr) return bounds;
  if (node->kind != YamlNode::Kind::list || node->items.empty()) {
    parser.complain(*node, "`bounds` is a list, and its last entry names no commodity");
    return bounds;
  }
  for (const YamlNode& item : node->items) bounds.push_back(parse_bound(parser, item));
  for (std::size_t i = 0; i < bounds.size(); ++i)
    if (bounds[i].commodities.empty() != (i + 1 == bounds.size()))
      parser.complain(node->items[i], i + 1 == bounds.size() ? "the last bound must speak of all commodities"
                                                             : "only the last bound may name no commodity");
  return bounds;
}

bool speaks_of(const Bound& bound, const Benchmark& benchmark) {
  const auto& names = bound.commodities;
  return names.empty() || std::find(names.begin(), names.end(), fold(benchmark.commodity)) != names.end();
}

void check_commodities(const ConditionParser& parser, const YamlNode& node, const std::vector<Bound>& bounds,
                       const std::vector<Benchmark>& benchmarks) {
  for (const Bound& bound : bounds)
    for (const std::string& name : bound.commodities)
      if (std::none_of(benchmarks.begin(), benchmarks.end(),
                       [&name](const Benchmark& one) { return fold(one.commodity) == name; }))
        parser.complain(node, fmt::format("the table has no commodity `{}`", name));
}

bool parse(const ConditionParser& parser, const YamlNode& value, Condition& out) {
  const std::size_t before = parser.diagnostics.size();
  auto data = std::make_shared<BenchmarkQuestion>();
  MapReader reader(parser.document, value, "benchmark", parser.diagnostics);
  const YamlNode* name = reader.require("table");
  const YamlNode* bounds_node = reader.require("bounds");
  data->unless_prices = static_cast<std::size_t>(reader.integer("unless_prices", false, 1, 1'000'000, 0));
  reader.finish();
  if (parser.subject != SubjectKind::shipment) parser.complain(value, "`benchmark` is asked of shipments");
  const std::vector<Bound> bounds = parse_bounds(parser, bounds_node);
  if (name == nullptr || parser.diagnostics.size() != before) return false;
  const std::optional<RuleTable> table = find_rule_table(parser, *name);
  if (!table) return false;
  auto benchmarks = read_benchmarks(parser, *name, *table);
  if (!benchmarks) return false;
  check_commodities(parser, *bounds_node, bounds, *benchmarks);
  data->pack = table->pack;
  data->table = table->name;
  data->benchmarks = std::move(*benchmarks);
  for (const Benchmark& one : data->benchmarks)
    data->bound_of.push_back(
        *std::find_if(bounds.begin(), bounds.end(), [&one](const Bound& bound) { return speaks_of(bound, one); }));
  out.data = std::move(data);
  return parser.diagnostics.size() == before;
}

// ---- evaluation

PriceComparison compared(const Condition& c, const Evaluator& e, std::uint32_t subject) {
  const auto& lookup =
      e.kept<BenchmarkLookup>(c, [&] { return std::make_shared<BenchmarkLookup>(data_of(c), e.graph()); });
  return compare(data_of(c), lookup, e, subject);
}

Truth at(const Condition& c, const Evaluator& e, SubjectKind, std::uint32_t subject) {
  return compared(c, e, subject).truth;
}

Answer answer(const Condition& c, const Evaluator& e, SubjectKind kind, const Bits& among) {
  Answer result(among.size());
  among.for_each([&](std::size_t number) {
    const auto subject = static_cast<std::uint32_t>(number);
    result.put(subject, at(c, e, kind, subject));
  });
  return result;
}

// ---- explanation

/// No benchmark: a table of prices would decide; where there is one, the price itself is what is left to ask about.
Cause without_benchmark(const SupplyGraph& graph, std::uint32_t subject) {
  if (!graph.tables->has(TableKind::prices)) return {Cause::Why::not_asked, {}, no_vertex, Field::price_unit_price};
  for (const Field field : {Field::shipment_unit_price, Field::shipment_value}) {
    const CellRef cell = graph.shipments.cell(subject, field);
    if (graph.tables->tables[cell.table].has(field)) return {Cause::Why::ambiguous, cell, no_vertex, field};
  }
  return cause_of(graph, SubjectKind::shipment, subject, Field::shipment_unit_price);
}

Cause about_price(CellRef cell, Cause::About about) {
  Cause cause{Cause::Why::ambiguous, cell, no_vertex, cell.field};
  cause.about = about;
  return cause;
}

void find_causes(const PriceComparison& c, const SupplyGraph& graph, std::uint32_t subject, Grounds& out) {
  const auto ask = [&](Field field) { out.causes.push_back(cause_of(graph, SubjectKind::shipment, subject, field)); };
  switch (c.outcome) {
    case Outcome::no_benchmark:
      out.causes.push_back(without_benchmark(graph, subject));
      break;
    case Outcome::no_code:
      ask(Field::shipment_hs_code);
      break;
    case Outcome::no_date:
      ask(Field::shipment_date);
      break;
    case Outcome::no_price:
      if (c.price.foreign.exists()) out.causes.push_back(about_price(c.price.foreign, Cause::About::currency));
      for (const Field field : c.price.unknown) ask(field);
      break;
    default:
      out.causes.push_back(about_price(c.price.cells.front(), Cause::About::terms));
  }
}

/// Whole dollars from a thousand on, else some digits: never in powers of ten.
std::string dollars(double usd, int digits) {
  return usd >= 1000 ? fmt::format("{:.0f}", usd) : fmt::format("{:.{}g}", usd, digits);
}

std::string words_of(const PriceComparison& c, const Benchmark& benchmark) {
  return fmt::format("{} USD a tonne ({}) is {:.2f} of the benchmark for {} in {}, {} USD ({})",
                     dollars(c.price.usd_per_tonne, 4), c.price.formula(),
                     c.price.usd_per_tonne / c.own->usd_per_tonne, benchmark.commodity, month_text(c.own->month),
                     dollars(c.own->usd_per_tonne, 6), c.own->source);
}

std::string reason(const PriceComparison& c, const BenchmarkQuestion& data) {
  switch (c.outcome) {
    case Outcome::prices_decide:
      return "the prices of the inputs decide";
    case Outcome::no_benchmark:
      return fmt::format("{} has no price for such goods in that month", data.table);
    case Outcome::no_code:
      return "shipment.hs_code is not known well enough";
    case Outcome::no_date:
      return "shipment.date is not known well enough";
    case Outcome::no_price:
      return c.price.foreign.exists() ? "the price is in another currency than US dollars"
                                      : "what a tonne cost is not known";
    default:
      break;
  }
  const std::string words = words_of(c, data.benchmarks[c.benchmark]);
  if (c.truth != Truth::unknown) return words;
  return words + "; grade and terms of delivery are not known to be comparable";
}

EvidenceStep step_of(const SupplyGraph& graph, std::uint32_t subject, CellRef cell) {
  EvidenceStep step;
  step.kind = EvidenceStep::Kind::attribute;
  step.from = step.to = subject_entity(graph, SubjectKind::shipment, subject);
  step.cell = cell;
  step.grade = Grade::b;
  step.says = fmt::format("{}: {} is {}", step.from.name, info(cell.field).says,
                          shorten(escape_for_terminal(trim(graph.tables->text(cell))), 60));
  return step;
}

EvidenceStep step_of(const BenchmarkQuestion& data, const PriceComparison& c, const BenchmarkMonth& month) {
  EvidenceStep step;
  step.kind = EvidenceStep::Kind::reference;
  step.grade = month.read_in_source ? Grade::a : Grade::d;
  step.says = fmt::format("{} in {}: {} USD a unit ({}), {}", data.benchmarks[c.benchmark].commodity,
                          month_text(month.month), month.text, month.unit, month.source);
  step.date = month_text(month.month);
  step.reference_pack = data.pack;
  step.reference_table = data.table;
  step.reference_line = month.line;
  step.reference_field = "unit_price";
  step.reference_text = month.text;
  return step;
}

void prove(const BenchmarkQuestion& data, const PriceComparison& c, const SupplyGraph& graph, std::uint32_t subject,
           Grounds& out) {
  const Bound& bound = data.bound_of[c.benchmark];
  std::vector<CellRef> cells(c.price.cells.begin(), c.price.cells.end());
  if (c.between && bound.grade) cells.push_back(graph.shipments.cell(subject, Field::shipment_grade_pct));
  if (c.between && !bound.terms.empty()) cells.push_back(graph.shipments.cell(subject, Field::shipment_incoterm));
  cells.push_back(graph.shipments.cell(subject, Field::shipment_date));
  for (const CellRef cell : cells) out.steps.push_back(step_of(graph, subject, cell));
  EvidenceStep computed = out.steps.back();
  computed.kind = EvidenceStep::Kind::computed;
  computed.cell = c.price.cells.front();
  computed.says = words_of(c, data.benchmarks[c.benchmark]);
  std::vector<const BenchmarkMonth*> months = {c.own};
  if (c.lowest != c.own) months.push_back(c.lowest);
  for (const BenchmarkMonth* month : months) {
    out.steps.push_back(step_of(data, c, *month));
    out.steps.back().from = out.steps.back().to = computed.from;
  }
  out.steps.push_back(std::move(computed));
}

void explain(const Condition& condition, const Evaluator& e, SubjectKind, std::uint32_t subject, Truth truth,
             Grounds& out) {
  const BenchmarkQuestion& data = data_of(condition);
  const PriceComparison c = compared(condition, e, subject);
  if (truth == Truth::unknown) find_causes(c, e.graph(), subject, out);
  if (out.causes_only) return;
  out.because.push_back(reason(c, data));
  if (truth != Truth::yes) return;
  prove(data, c, e.graph(), subject, out);
  out.words.emplace_back("price.usd_per_tonne", dollars(c.price.usd_per_tonne, 4));
  out.words.emplace_back("price.share", fmt::format("{:.2f}", c.price.usd_per_tonne / c.own->usd_per_tonne));
  out.words.emplace_back("price.benchmark", dollars(c.own->usd_per_tonne, 6));
  out.words.emplace_back("price.month", month_text(c.own->month));
  out.words.emplace_back("price.source", c.own->source);
}

std::string schema() {
  const std::string texts =
      R"({"anyOf":[{"type":"string"},{"type":"array","minItems":1,"items":{"type":"string"}}]})";
  const std::string share = R"({"type":"number","minimum":0,"maximum":1})";
  return R"({"type":"object","required":["table","bounds"],"additionalProperties":false,"properties":{"table":)"
         R"({"type":"string"},"unless_prices":{"type":"integer","minimum":1},"bounds":{"type":"array","minItems":1,)"
         R"("items":{"type":"object","required":["strong","at_most"],"additionalProperties":false,"properties":)"
         R"({"commodity":)" +
         texts + R"(,"strong":)" + share + R"(,"at_most":)" + share +
         R"(,"grade":{"type":"number","minimum":0,"maximum":100},"terms":)" + texts + R"(}}}}})";
}

}  // namespace

const ConditionKind benchmark_condition = {
    "benchmark", "a tonne of the goods cost far less than published prices", parse, answer, at, explain, schema};

}  // namespace assay
