// Random conditions over random shipments, some of whose cells are not known. Whatever the cells may turn out to be,
// a yes stays a yes and a no stays a no; and where every cell is known the answer is the one that reading the
// condition word by word gives.

#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/date.h"
#include "rules/ask.h"

namespace assay::test {
namespace {

using Lot = std::map<std::string, std::string>;  ///< a shipment: column → cell
using World = std::vector<Lot>;

const std::vector<std::string> columns = {"date", "supplier", "buyer", "hs_code", "origin_country", "quantity"};

/// What a cell may say, and for a cell that does not say all what it may turn out to be.
const std::map<std::string, std::vector<std::string>>& known_cells() {
  static const std::map<std::string, std::vector<std::string>> cells = {
      {"date", {"2018-03-01", "2018-03-20", "2018-04-10", "2018-06-01"}},
      {"supplier", {"Tango Metals", "Uniform Ores"}},
      {"buyer", {"Victor Works", "Whisky Steel"}},
      {"hs_code", {"270111", "270400", "260111"}},
      {"origin_country", {"KP", "AU", "KR"}},
      {"quantity", {"5", "6", "70"}}};
  return cells;
}

const std::map<std::string, std::vector<std::string>>& vague_cells(const std::string& column) {
  static const std::map<std::string, std::map<std::string, std::vector<std::string>>> cells = {
      {"date", {{"", {"2018-02-01", "2018-03-05", "2018-06-01"}}, {"2018-03", {"2018-03-01", "2018-03-31"}}}},
      {"supplier", {{"", {"Tango Metals", "Uniform Ores", "Xray Mining"}}}},
      {"buyer", {{"n/a", {"Victor Works", "Whisky Steel", "Xray Mining"}}}},
      {"hs_code", {{"", {"270111", "260111"}}, {"27", {"270111", "271600"}}}},
      {"origin_country", {{"", {"KP", "AU", "KR"}}, {"Korea", {"KP", "KR"}}}},
      {"quantity", {{"", {"0", "6", "500"}}, {"some", {"5", "70"}}}}};
  return cells.at(column);
}

bool is_vague(const std::string& column, const std::string& cell) {
  return vague_cells(column).count(cell) == 1;
}

/// A condition as text, and what it says of a shipment of a world in which everything is known.
struct Asked {
  std::string yaml;
  std::function<bool(const World&, std::size_t)> holds;
};

Asked field_test(const std::string& yaml, const std::string& column, std::function<bool(const std::string&)> test) {
  return {fmt::format("where: {{{}}}", yaml),
          [column, test](const World& world, std::size_t lot) { return test(world[lot].at(column)); }};
}

Asked any_field_test() {
  switch (*rc::gen::inRange(0, 7)) {
    case 0:
      return field_test("shipment.origin_country: KP", "origin_country", [](auto& c) { return c == "KP"; });
    case 1:
      return field_test("shipment.origin_country: {not: AU}", "origin_country", [](auto& c) { return c != "AU"; });
    case 2:
      return field_test("shipment.hs_code: {under: \"2701\"}", "hs_code",
                        [](auto& c) { return c.starts_with("2701"); });
    case 3:
      return field_test("shipment.quantity: {at_least: 6}", "quantity", [](auto& c) { return std::stod(c) >= 6; });
    case 4:
      return field_test("shipment.quantity: {below: 70}", "quantity", [](auto& c) { return std::stod(c) < 70; });
    case 5:
      return field_test("shipment.date: {before: 2018-03-15}", "date", [](auto& c) { return c < "2018-03-15"; });
    default:
      return field_test("shipment.date: {on_or_after: 2018-03-20}", "date",
                        [](auto& c) { return c >= "2018-03-20"; });
  }
}

/// The shipments of the same party, in the days before this one's, this one included.
std::vector<std::size_t> near(const World& world, std::size_t lot, const std::string& over, int within_days) {
  const auto day = [&world](std::size_t i) { return parse_date(world[i].at("date")).first; };
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < world.size(); ++i) {
    const bool seller = world[i].at("supplier") == world[lot].at("supplier");
    const bool buyer = world[i].at("buyer") == world[lot].at("buyer");
    const bool party = over == "sales" ? seller : over == "purchases" ? buyer : seller && buyer;
    const bool in_time = within_days < 0 || (day(i) <= day(lot) && day(i) >= day(lot) - within_days);
    if (i == lot || (party && in_time)) found.push_back(i);
  }
  return found;
}

Asked any_aggregate() {
  const std::string over = *rc::gen::element<std::string>("sales", "purchases", "pair");
  const int within_days = *rc::gen::element(-1, 0, 30);
  const bool is_sum = *rc::gen::arbitrary<bool>();
  const bool at_least = *rc::gen::arbitrary<bool>();
  const int bound = is_sum ? *rc::gen::element(6, 11, 75) : *rc::gen::inRange(1, 4);
  const Asked filter = any_field_test();
  const std::string yaml = fmt::format("{}: {{{}over: {}, {}{}, {}: {}}}", is_sum ? "sum" : "count",
                                       is_sum ? "field: shipment.quantity, " : "", over,
                                       within_days < 0 ? "" : fmt::format("within_days: {}, ", within_days),
                                       filter.yaml, at_least ? "at_least" : "below", bound);
  return {yaml, [=](const World& world, std::size_t lot) {
            double total = 0;
            for (const std::size_t i : near(world, lot, over, within_days))
              if (filter.holds(world, i)) total += is_sum ? std::stod(world[i].at("quantity")) : 1;
            return at_least ? total >= bound : total < bound;
          }};
}

Asked any_condition(int depth) {
  const int kind = *rc::gen::inRange(0, depth == 0 ? 2 : 6);
  if (kind == 0) return any_field_test();
  if (kind == 1) return any_aggregate();
  if (kind == 2) {
    const Asked part = any_condition(depth - 1);
    return {fmt::format("not: {{{}}}", part.yaml),
            [part](const World& world, std::size_t lot) { return !part.holds(world, lot); }};
  }
  std::vector<Asked> parts;
  std::string list;
  for (int count = *rc::gen::inRange(2, 4); count > 0; --count) {
    parts.push_back(any_condition(depth - 1));
    list += fmt::format("{}{{{}}}", list.empty() ? "" : ", ", parts.back().yaml);
  }
  const auto that_hold = [parts](const World& world, std::size_t lot) {
    return static_cast<std::size_t>(
        std::count_if(parts.begin(), parts.end(), [&](const Asked& part) { return part.holds(world, lot); }));
  };
  if (kind == 3)
    return {fmt::format("all: [{}]", list),
            [=](const World& world, std::size_t lot) { return that_hold(world, lot) == parts.size(); }};
  if (kind == 4)
    return {fmt::format("any: [{}]", list),
            [=](const World& world, std::size_t lot) { return that_hold(world, lot) > 0; }};
  const auto wanted = static_cast<std::size_t>(*rc::gen::inRange(1, static_cast<int>(parts.size()) + 1));
  return {fmt::format("at_least: {}, of: [{}]", wanted, list),
          [=](const World& world, std::size_t lot) { return that_hold(world, lot) >= wanted; }};
}

World any_world(int most_vague) {
  World world(*rc::gen::inRange<std::size_t>(1, 5));
  for (Lot& lot : world)
    for (const std::string& column : columns) {
      lot[column] = *rc::gen::elementOf(known_cells().at(column));
      if (most_vague == 0 || *rc::gen::inRange(0, 8) != 0) continue;
      --most_vague;
      std::vector<std::string> vague;
      for (const auto& [cell, worlds] : vague_cells(column)) vague.push_back(cell);
      lot[column] = *rc::gen::elementOf(vague);
    }
  return world;
}

/// Every way in which the vague cells may turn out.
void each_world(World world, const std::function<void(const World&)>& visit, std::size_t from = 0) {
  for (std::size_t at = from; at < world.size() * columns.size(); ++at) {
    std::string& cell = world[at / columns.size()][columns[at % columns.size()]];
    if (!is_vague(columns[at % columns.size()], cell)) continue;
    for (const std::string& known : vague_cells(columns[at % columns.size()]).at(cell)) {
      World other = world;
      other[at / columns.size()][columns[at % columns.size()]] = known;
      each_world(other, visit, at + 1);
    }
    return;
  }
  visit(world);
}

std::string csv_of(const World& world) {
  std::string csv = "shipment_id";
  for (const std::string& column : columns) csv += "," + column;
  for (std::size_t lot = 0; lot < world.size(); ++lot) {
    csv += fmt::format("\nS{}", lot);
    for (const std::string& column : columns) csv += "," + world[lot].at(column);
  }
  return csv + "\n";
}

/// What the rule says of each shipment: "flagged", "clear" or "insufficient".
std::vector<std::string> answers(const Asked& asked, const World& world) {
  OneRule rule("{" + asked.yaml + "}");
  RC_ASSERT(rule.complaint() == "");
  rule.ask("shipments", csv_of(world));
  std::vector<std::string> words;
  for (std::size_t lot = 0; lot < world.size(); ++lot) {
    const std::string verdict = rule.verdict("S" + std::to_string(lot));
    words.push_back(verdict.substr(0, verdict.find(' ')));
  }
  return words;
}

}  // namespace

RC_GTEST_PROP(LanguageProperty, AnswersAsTheWordsSayWhereEveryCellIsKnown, ()) {
  const Asked asked = any_condition(2);
  const World world = any_world(0);
  RC_LOG() << asked.yaml << "\n" << csv_of(world);
  const std::vector<std::string> found = answers(asked, world);
  for (std::size_t lot = 0; lot < world.size(); ++lot)
    RC_ASSERT(found[lot] == (asked.holds(world, lot) ? "flagged" : "clear"));
}

RC_GTEST_PROP(LanguageProperty, StandsByItsAnswersWhateverVagueCellsTurnOutToBe, ()) {
  const Asked asked = any_condition(2);
  const World world = any_world(4);
  RC_LOG() << asked.yaml << "\n" << csv_of(world);
  const std::vector<std::string> found = answers(asked, world);
  each_world(world, [&](const World& known) {
    for (std::size_t lot = 0; lot < world.size(); ++lot)
      if (found[lot] != "insufficient") RC_ASSERT(found[lot] == (asked.holds(known, lot) ? "flagged" : "clear"));
  });
}

}  // namespace assay::test
