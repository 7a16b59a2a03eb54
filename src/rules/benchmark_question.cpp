#include "rules/benchmark_question.h"

#include <algorithm>

#include "graph/prices.h"
#include "rules/field_value.h"

namespace assay {
namespace {

std::size_t benchmark_of(const BenchmarkQuestion& question, const HsCode& code) {
  if (code.known != Known::yes) return short_code;
  std::size_t found = unquoted;
  for (std::size_t i = 0; i < question.benchmarks.size(); ++i)
    for (const std::string& prefix : question.benchmarks[i].prefixes) {
      if (code.digits.starts_with(prefix)) return i;
      if (prefix.starts_with(code.digits)) found = short_code;
    }
  return found;
}

Truth has_grade(const Bound& bound, const SupplyGraph& graph, std::uint32_t subject) {
  if (!bound.grade) return Truth::yes;
  const FieldValue grade = value_of(graph, SubjectKind::shipment, subject, Field::shipment_grade_pct);
  return grade.known == Known::yes && grade.number >= *bound.grade ? Truth::yes : Truth::unknown;
}

Truth has_terms(const Bound& bound, const SupplyGraph& graph, std::uint32_t subject) {
  if (bound.terms.empty()) return Truth::yes;
  const FieldValue terms = value_of(graph, SubjectKind::shipment, subject, Field::shipment_incoterm);
  if (terms.known != Known::yes) return Truth::unknown;
  const std::string code = terms.text.substr(0, terms.text.find(' '));  // "cif rizhao"
  const bool fits = std::find(bound.terms.begin(), bound.terms.end(), code) != bound.terms.end();
  return fits ? Truth::yes : Truth::unknown;
}

/// Where a bound asks for nothing, no price is known to be comparable.
Truth is_comparable(const Bound& bound, const SupplyGraph& graph, std::uint32_t subject) {
  if (!bound.grade && bound.terms.empty()) return Truth::unknown;
  return both(has_grade(bound, graph, subject), has_terms(bound, graph, subject));
}

/// The months that count. A contract may have been priced in the month before or after, so a price is far below the
/// market only when it is far below each of the three; it is not low when it is not low in its own.
void find_months(const Benchmark& benchmark, const Date& date, PriceComparison& c) {
  const Day first = month_of(date.first);
  const Day last = month_of(date.last());
  const auto next = [](Day month) { return month_of(month + 31); };
  for (Day month = month_of(first - 1); month <= next(last); month = next(month)) {
    const BenchmarkMonth* one = benchmark.at(month);
    const bool own = month >= first && month <= last;
    if (one == nullptr && own) {
      c.own = nullptr;
      return;
    }
    if (one == nullptr) continue;
    if (own && (c.own == nullptr || one->usd_per_tonne > c.own->usd_per_tonne)) c.own = one;
    if (c.lowest == nullptr || one->usd_per_tonne < c.lowest->usd_per_tonne) c.lowest = one;
  }
}

bool prices_decide(const BenchmarkQuestion& question, const Evaluator& e, const HsCode& code, const Date& date) {
  if (question.unless_prices == 0 || date.known != Known::yes || month_of(date.first) != month_of(date.last()))
    return false;
  return code.digits.size() >= 6 &&
         prices_of(e.prices(), code.digits.substr(0, 6), month_of(date.first)).size() >= question.unless_prices;
}

void compare_prices(const BenchmarkQuestion& question, const SupplyGraph& graph, std::uint32_t subject,
                    PriceComparison& c) {
  const Bound& bound = question.bound_of[c.benchmark];
  const double value = c.price.usd_per_tonne;
  if (value > bound.at_most * c.own->usd_per_tonne) {
    c.truth = Truth::no;
  } else if (value <= bound.strong * c.lowest->usd_per_tonne) {
    c.truth = Truth::yes;
  } else {
    c.between = true;
    if (value <= bound.at_most * c.lowest->usd_per_tonne) c.truth = is_comparable(bound, graph, subject);
  }
}

}  // namespace

BenchmarkLookup::BenchmarkLookup(const BenchmarkQuestion& question, const SupplyGraph& graph) : prices(graph) {
  for (const Goods& goods : graph.goods.goods) of_goods.push_back(benchmark_of(question, goods.hs));
}

PriceComparison compare(const BenchmarkQuestion& question, const BenchmarkLookup& lookup, const Evaluator& e,
                        std::uint32_t subject) {
  const SupplyGraph& graph = e.graph();
  const std::uint32_t goods = graph.shipments.goods[subject];
  const Date date = graph.shipments.date[subject];
  PriceComparison c;
  c.benchmark = lookup.of_goods[goods];
  if (c.benchmark != short_code && prices_decide(question, e, graph.goods.goods[goods].hs, date)) {
    c.outcome = Outcome::prices_decide;
    c.truth = Truth::no;
    return c;
  }
  if (c.benchmark == unquoted) {
    c.outcome = Outcome::no_benchmark;
    return c;
  }
  c.price = lookup.prices.of(subject);
  if (!c.price.known) {
    c.outcome = Outcome::no_price;
  } else if (c.benchmark == short_code) {
    c.outcome = Outcome::no_code;
  } else if (date.known != Known::yes || date.precision == Precision::year) {
    c.outcome = Outcome::no_date;
  } else {
    find_months(question.benchmarks[c.benchmark], date, c);
    if (c.own == nullptr)
      c.outcome = Outcome::no_benchmark;
    else
      compare_prices(question, graph, subject, c);
  }
  return c;
}

}  // namespace assay
